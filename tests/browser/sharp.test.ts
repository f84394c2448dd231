import { rgb } from "../../FlowSessionTimeline/render/color";
import { LIGHT } from "../../FlowSessionTimeline/render/grounds";
import { useDemo } from "./demo";
import { staircase } from "./knownRuns";
import type { TimelinePage } from "./timelinePage";

const demo = useDemo();

/** How many pixels of the screen have exactly this colour, #rrggbb. */
async function pixelsOf(timeline: TimelinePage, color: string): Promise<number> {
  const image = (await timeline.page.locator(".fst-plot").screenshot()).toString("base64");
  return timeline.page.evaluate(async ([source, wanted]) => {
    const shown = new Image();
    shown.src = `data:image/png;base64,${source}`;
    await shown.decode();
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width: shown.width, height: shown.height });
    const pen = canvas.getContext("2d");
    pen?.drawImage(shown, 0, 0);
    const { data } = pen?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    let count = 0;
    for (let at = 0; at < data.length; at += 4) if (wanted.every((value, channel) => data[at + channel] === value)) count++;
    return count;
  }, [image, rgb(color)] as const);
}

// At 1.25 the plot begins between two pixels of the screen: 330 * 1.25 = 412.5.
test.each([1, 1.25, 1.5, 2])("lines of one pixel are one pixel of the screen at %d device pixels to a pixel", async (deviceScaleFactor) => {
  const timeline = await demo.openOn(staircase, { layout: "tree" }, { deviceScaleFactor });
  const { height } = await timeline.box(".fst-plot");
  // The line at midnight.
  expect(await pixelsOf(timeline, LIGHT.color.gridStrong)).toBeGreaterThan(0.9 * height * deviceScaleFactor - 60);
});
