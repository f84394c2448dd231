import { useDemo } from "./demo";
import { staircase } from "./knownRuns";
import type { TimelinePage } from "./timelinePage";

const demo = useDemo();

interface TraceEvent { readonly name: string; readonly ts: number }

/** Moves the bar by 600 px in each of ten frames, and once before; frames that are counted lie between the two marks. */
const scrolls = (timeline: TimelinePage): Promise<void> =>
  timeline.page.evaluate(async () => {
    const bar = document.querySelector(".fst-scrollbar")?.shadowRoot?.querySelector("[part=bar]");
    const frame = (): Promise<number> => new Promise(requestAnimationFrame);
    const step = (): Promise<number> => {
      if (bar) bar.scrollTop += 600;
      return frame();
    };
    await step();
    await frame();
    performance.mark("from");
    for (let turn = 0; turn < 10; turn++) await step();
    await frame();
    performance.mark("to");
  });

async function traced(timeline: TimelinePage, run: () => Promise<void>): Promise<readonly TraceEvent[]> {
  const tracing = await timeline.page.context().browser()?.newBrowserCDPSession();
  if (!tracing) throw new Error("There is no browser to trace.");
  const events: TraceEvent[] = [];
  tracing.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await tracing.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["devtools.timeline", "blink.user_timing"] } });
  await run();
  const complete = new Promise<void>((resolve) => tracing.once("Tracing.tracingComplete", () => resolve()));
  await tracing.send("Tracing.end");
  await complete;
  await tracing.detach();
  return events;
}

test("rows that scroll by the scrollbar have nothing of the page painted: their canvases alone change (docs/decisions/0035)", async () => {
  const timeline = await demo.openOn(staircase, { layout: "tree" });
  const events = await traced(timeline, () => scrolls(timeline));
  const between = [...events].sort((a, b) => a.ts - b.ts).map(({ name }) => name);
  const scrolled = between.slice(between.indexOf("from"), between.lastIndexOf("to"));
  expect(scrolled.filter((name) => name === "FireAnimationFrame").length).toBeGreaterThanOrEqual(10);
  expect(scrolled.filter((name) => name === "Paint")).toEqual([]);
});
