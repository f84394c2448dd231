import { useDemo } from "./demo";
import { NOW } from "./knownRuns";
import { leave, shownCount, untilCounting, untilWhole } from "./serverRuns";
import type { TimelinePage } from "./timelinePage";

const demo = useDemo();
const TABLE = { server: 1, size: 200_000, now: NOW };

/** What every request meets (a switch of the demo), with what the status line says of it. */
const FAULTS = [
  ["busy", /^Dataverse is busy\. It is asked again at \d+:\d\d:\d\d [AP]M\.$/],
  ["down", /^Dataverse does not answer\. It is asked again at \d+:\d\d:\d\d [AP]M\.$/],
  ["signedOut", /^You are signed out\. Sign in, then try again\.$/],
  ["forbidden", /^You may not read these runs\. Ask for the right to read the table\.$/],
  ["offline", /^You are offline\. It is asked again at \d+:\d\d:\d\d [AP]M\.$/],
] as const;
type FaultName = "none" | "slow" | "truncated" | (typeof FAULTS)[number][0];

const meet = (timeline: TimelinePage, fault: FaultName): Promise<unknown> => timeline.page.evaluate((name) => window.demo?.update({ fault: name }), fault);
const note = (timeline: TimelinePage): Promise<string> => timeline.text(".fst-status .fst-note");
const untilNote = (timeline: TimelinePage, sentence: RegExp): Promise<string> => timeline.eventually(`the status line says ${String(sentence)}`, () => note(timeline), (text) => sentence.test(text));
const press = (timeline: TimelinePage, button: string): Promise<void> => timeline.page.click(`.fst-status button:has-text("${button}")`);

/** Half a window to the left, of which a part has not been read. */
async function goBack(timeline: TimelinePage): Promise<void> {
  const { left, top, width } = await timeline.box(".fst-plot");
  await timeline.wheel({ x: left + 300, y: top + 200 }, { x: -Math.round(width / 2) });
}
const labels = async (timeline: TimelinePage): Promise<readonly string[]> => (await timeline.rows()).map(({ label }) => label);

/** A whole window with one run selected, and then a look to where runs are missing. */
async function openAndMeet(fault: FaultName): Promise<{ readonly timeline: TimelinePage; readonly selected: readonly string[] }> {
  const timeline = await demo.open({ ...TABLE, layout: "tree" });
  await untilWhole(timeline);
  await untilCounting(timeline);
  await timeline.page.click(".fst-row >> nth=3");
  await timeline.eventually("a run is selected", () => timeline.facts(), (facts) => facts.includes("1 selected"));
  const selected = await timeline.selected();
  await meet(timeline, fault);
  await goBack(timeline);
  return { timeline, selected };
}

describe.each(FAULTS)("%s", (fault, sentence) => {
  test("before the first rows: the control says what the host said, and its button brings the whole window", async () => {
    const timeline = await demo.openEmpty({ ...TABLE, fault });
    await timeline.eventually("the message", () => timeline.text(".fst-message-text"), (text) => text === "The runs could not be loaded.");
    expect(await timeline.facts()).not.toMatch(/\d+ (runs|loaded)/);
    await meet(timeline, "none");
    await timeline.page.click(".fst-message button:has-text('Try again')");
    await untilWhole(timeline);
    expect(await shownCount(timeline)).toBeGreaterThan(500);
    expect(await note(timeline)).toBe("");
    expect(await leave(timeline)).toEqual({ asked: 0, violations: [] });
  });

  test("before a pan: what was there stays, the sentence says what is wrong, and its button brings the rest", async () => {
    const { timeline, selected } = await openAndMeet(fault);
    await untilNote(timeline, sentence);
    await timeline.eventually("what is missing is said", () => timeline.facts(), (facts) => / so far · runs of this window are missing · 1 selected/.test(facts));
    const [rows, count] = [await labels(timeline), await shownCount(timeline)];
    expect(rows.length).toBeGreaterThan(10);
    expect(count).toBeGreaterThan(100);
    expect(await timeline.page.$(".fst-message")).toBeNull();
    await meet(timeline, "none");
    await press(timeline, "Try again");
    await untilWhole(timeline);
    expect(await shownCount(timeline)).toBeGreaterThan(count);
    expect(await note(timeline)).toBe("");
    expect(await timeline.selected()).toEqual(selected);
    expect(await leave(timeline)).toEqual({ asked: 0, violations: [] });
  });
});

test("an answer that does not come can be stopped, and read on when it comes again", async () => {
  const { timeline } = await openAndMeet("slow");
  await timeline.element(".fst-status button:has-text('Stop')");
  await timeline.untilFacts("so far · reading");
  expect((await labels(timeline)).length).toBeGreaterThan(10);
  await press(timeline, "Stop");
  await timeline.untilFacts("runs of this window are missing");
  await meet(timeline, "none");
  await press(timeline, "Read on");
  await untilWhole(timeline);
});

test("short pages are read to their end", async () => {
  const plain = await demo.open(TABLE);
  await untilWhole(plain);
  const timeline = await demo.open({ ...TABLE, fault: "truncated" });
  await untilWhole(timeline);
  expect(await shownCount(timeline)).toBe(await shownCount(plain));
});

test("a fault is told in the user's language", async () => {
  const timeline = await demo.open({ ...TABLE, lang: "de" });
  await timeline.untilFacts("alle geladen");
  await meet(timeline, "busy");
  await goBack(timeline);
  await untilNote(timeline, /^Dataverse ist ausgelastet\. Die nächste Anfrage ist um \d\d:\d\d:\d\d\.$/);
  expect(await timeline.facts()).toMatch(/^bisher \d+ Läufe in diesem Fenster · Läufe dieses Fensters fehlen · /);
  await meet(timeline, "none");
  await press(timeline, "Erneut versuchen");
  await timeline.untilFacts("alle geladen");
});
