import { epochMs } from "../base/brand";
import { clamp } from "../base/geometry";
import { readableError } from "../domain/innerError";
import { executionMs, waitMs } from "../layout/runTimes";
import { spokenDuration } from "./durationText";
import { relativeWords } from "./relativeTime";
import { shapeOf } from "./runText";
import { Timeline } from "./timeline";

/** Distance between pointer and tooltip, px. */
const GAP_PX = 14;
/** Longest error text in the tooltip; the panel has all of it. */
const MAX_ERROR = 160;

/** What is known about the run under the pointer. Written without React: it follows the pointer. */
export class Tooltip {
  private shownId = "";

  public constructor(private readonly timeline: Timeline, private readonly element: HTMLElement, private readonly frame: HTMLElement) {}

  /** @param xPx,yPx pointer in px from the chart's top left corner */
  public show(id: string, xPx: number, yPx: number): void {
    const slot = this.timeline.ports.source.store.slotOf(id);
    if (slot < 0) return this.hide();
    if (id !== this.shownId) {
      this.shownId = id;
      this.write(this.linesOf(slot));
    }
    this.place(xPx, yPx);
  }

  /** Lines that are not about one run: how many are merged, say. */
  public showTexts(lines: readonly string[], xPx: number, yPx: number): void {
    this.shownId = "";
    this.write(lines);
    this.place(xPx, yPx);
  }

  public hide(): void {
    this.shownId = "";
    this.element.classList.remove("fst-shown");
  }

  private place(xPx: number, yPx: number): void {
    this.element.classList.add("fst-shown");
    const { offsetWidth, offsetHeight } = this.element;
    const { clientWidth, clientHeight } = this.frame;
    const right = xPx + GAP_PX;
    const x = right + offsetWidth > clientWidth ? xPx - GAP_PX - offsetWidth : right;
    const below = yPx + GAP_PX;
    const y = below + offsetHeight > clientHeight ? yPx - GAP_PX - offsetHeight : below;
    this.element.style.transform = `translate(${clamp(x, 0, clientWidth - offsetWidth)}px, ${clamp(y, 0, clientHeight - offsetHeight)}px)`;
  }

  private write(lines: readonly string[]): void {
    this.element.replaceChildren(
      ...lines.map((line, index) => {
        const row = this.element.ownerDocument.createElement("div");
        row.textContent = line;
        if (index === 0) row.className = "fst-tooltip-title";
        return row;
      })
    );
  }

  private linesOf(slot: number): readonly string[] {
    const { ports, surroundings, clock } = this.timeline;
    const { strings } = ports;
    const { store } = ports.source;
    const now = clock.now();
    const lines = [store.title(slot), this.timeline.statusLabel(store.statusCode(slot))];
    const from = store.fromMs[slot] ?? NaN;
    const to = store.toMs[slot] ?? NaN;
    const { formats } = surroundings;
    if (shapeOf(this.timeline, slot) === "bar") lines.push(strings.text("Tooltip_Span", formats.dateTime(epochMs(from)), formats.dateTime(epochMs(to))));
    else if (!Number.isNaN(from)) lines.push(formats.dateTime(epochMs(from)));
    const relative = relativeWords(this.timeline, from);
    if (relative !== "") lines.push(relative);
    const execution = executionMs(store, slot, now);
    if (!Number.isNaN(execution)) lines.push(strings.text("Tooltip_Ran", spokenDuration(execution, strings)));
    const wait = waitMs(store, slot, now);
    if (wait > 0) lines.push(strings.text("Tooltip_Waited", spokenDuration(wait, strings)));
    const { machine, errorMessage, errorCode } = store.run(slot);
    if (machine.name !== "") lines.push(machine.name);
    const error = readableError(errorMessage) || errorCode;
    if (error !== "") lines.push(error.length > MAX_ERROR ? `${error.slice(0, MAX_ERROR - 1)}…` : error);
    return lines;
  }
}
