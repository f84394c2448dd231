import { palette } from "../../FlowSessionTimeline/render/palette";
import { penOf } from "../../FlowSessionTimeline/render/penOf";
import { TextMeasure } from "../../FlowSessionTimeline/render/textMeasure";
import { Chart } from "../../FlowSessionTimeline/view/chart";
import { chartDom } from "../../FlowSessionTimeline/view/chartDom";
import { Ports, Surroundings } from "../../FlowSessionTimeline/view/ports";
import { HandResizeObserver, installBrowserParts } from "./browserParts";
import { timelineRig, TimelineRig } from "./timelineRig";

/** Width of the plot, and height of the plot with its axis, in px. */
export const PLOT_PX = { width: 1000, height: 348 };

export interface ChartRig extends TimelineRig {
  readonly chart: Chart;
  readonly measure: TextMeasure;
  /** Lets frames come that were asked for. */
  readonly frame: () => Promise<void>;
}

/** A chart in jsdom: rows are real elements, the canvas draws nothing. Call `end` of `withBrowserParts` after each test. */
export function chartRig(surroundings: Partial<Surroundings> = {}, parts: Partial<Ports> = {}): ChartRig {
  const rig = timelineRig(surroundings, {}, parts);
  const root = document.createElement("div");
  document.body.replaceChildren(root);
  const measure = new TextMeasure(() => penOf(document.createElement("canvas")));
  const chart = new Chart(rig.timeline, chartDom(root), palette("light", "#0f6cbd"), measure);
  HandResizeObserver.fire();
  return { ...rig, chart, measure, frame: () => rig.clock.advance(20) };
}

/** Puts what jsdom does not have around each test of a file. */
export function withBrowserParts(): void {
  let parts: ReturnType<typeof installBrowserParts> | undefined;
  beforeEach(() => {
    parts = installBrowserParts(window, PLOT_PX);
  });
  afterEach(() => {
    document.body.replaceChildren();
    parts?.remove();
  });
}
