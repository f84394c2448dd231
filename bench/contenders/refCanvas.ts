/** The floor: one canvas, the rows in view only, typed arrays; no accessibility, no hit test. */
import { BAR_H, BenchRow, CHART_W, HEADER_H, HEIGHT, HOUR, LABEL_W, pxPerHour, ROW_H, STATUS_COLORS, T0, WIDTH } from "../page/contract";
import { CanvasData } from "./canvasData";

const FONT = '12px "Segoe UI", Arial, sans-serif';

class CanvasTimeline {
  private data: CanvasData;
  private y = 0;
  private level = 0;
  private pending = false;
  private readonly canvas = document.createElement("canvas");
  private readonly context: CanvasRenderingContext2D;

  public constructor(element: HTMLElement, rows: readonly BenchRow[]) {
    const ratio = devicePixelRatio || 1;
    const { canvas } = this;
    canvas.style.cssText = `display:block;width:${WIDTH}px;height:${HEIGHT}px`;
    canvas.width = WIDTH * ratio;
    canvas.height = HEIGHT * ratio;
    const context = canvas.getContext("2d", { alpha: false });
    if (!context) throw new Error("There is no canvas.");
    context.scale(ratio, ratio);
    this.context = context;
    this.data = new CanvasData(rows);
    element.append(canvas);
    canvas.addEventListener("wheel", (event) => {
      event.preventDefault();
      this.setY(this.y + event.deltaY);
    }, { passive: false });
    this.draw();
  }

  /** One drawing per frame at most. */
  public setY(y: number): void {
    this.y = Math.max(0, Math.min(y, HEADER_H + this.data.count * ROW_H - HEIGHT));
    if (this.pending) return;
    this.pending = true;
    requestAnimationFrame(() => {
      this.pending = false;
      this.draw();
    });
  }

  public setLevel(level: number): void {
    this.level = level;
    this.draw();
  }

  public update(rows: readonly BenchRow[]): void {
    if (!this.data.update(rows)) this.data = new CanvasData(rows);
    this.draw();
  }

  private draw(): void {
    const { context } = this;
    const perHour = pxPerHour(this.level);
    const stepHours = perHour > 60 ? 1 : perHour > 15 ? 6 : 24;
    const endMs = T0 + (CHART_W / perHour) * HOUR;
    const first = Math.max(0, Math.floor(this.y / ROW_H));
    const end = Math.min(this.data.count, Math.ceil((this.y + HEIGHT - HEADER_H) / ROW_H));
    context.fillStyle = "#fff";
    context.fillRect(0, 0, WIDTH, HEIGHT);
    context.fillStyle = "#e1dfdd";
    for (let t = T0; t <= endMs; t += stepHours * HOUR) context.fillRect(Math.round(LABEL_W + ((t - T0) / HOUR) * perHour), HEADER_H, 1, HEIGHT);
    for (let row = first; row <= end; row++) context.fillRect(0, this.top(row), WIDTH, 1);
    this.drawBars(first, end, perHour / HOUR);
    this.drawLabels(first, end);
    this.drawHeader(stepHours, endMs, perHour);
  }

  private top(row: number): number {
    return HEADER_H + row * ROW_H - this.y;
  }

  /** One pass per status, so that the colour is set once for each. */
  private drawBars(first: number, end: number, pxPerMs: number): void {
    const { context, data } = this;
    for (let status = 0; status < STATUS_COLORS.length; status++) {
      let isSet = false;
      for (let row = first; row < end; row++) {
        const at = data.order[row];
        if (data.status[at] !== status) continue;
        const x = LABEL_W + (data.start[at] - T0) * pxPerMs;
        if (x > WIDTH) continue;
        if (!isSet) context.fillStyle = STATUS_COLORS[status] ?? "";
        isSet = true;
        context.fillRect(x, this.top(row) + (ROW_H - BAR_H) / 2, Math.min(Math.max(2, (data.end[at] - data.start[at]) * pxPerMs), WIDTH - x), BAR_H);
      }
    }
  }

  private drawLabels(first: number, end: number): void {
    const { context, data } = this;
    context.fillStyle = "#323130";
    context.font = FONT;
    context.textBaseline = "middle";
    for (let row = first; row < end; row++) {
      const at = data.order[row];
      const x = 8 + data.depth[at] * 16;
      const y = this.top(row) + ROW_H / 2;
      if (data.first[at] >= 0) context.fillText("▾", x, y);
      context.fillText(data.names[at] ?? "", x + 14, y);
    }
  }

  private drawHeader(stepHours: number, endMs: number, perHour: number): void {
    const { context } = this;
    context.fillStyle = "#f3f2f1";
    context.fillRect(0, 0, WIDTH, HEADER_H);
    context.fillStyle = "#323130";
    context.fillText("Run", 8, HEADER_H / 2);
    for (let t = T0; t <= endMs; t += stepHours * HOUR) {
      const date = new Date(t);
      const x = LABEL_W + ((t - T0) / HOUR) * perHour + 4;
      if (date.getUTCHours() === 0) context.fillText(date.toISOString().slice(5, 10), x, 15);
      if (stepHours < 24) context.fillText(date.toISOString().slice(11, 16), x, 45);
    }
    context.fillStyle = "#c8c6c4";
    context.fillRect(LABEL_W, 0, 1, HEIGHT);
  }
}

let timeline: CanvasTimeline | undefined;

window.contender = {
  mount(element, rows) { timeline = new CanvasTimeline(element, rows); },
  scrollTo(y) { timeline?.setY(y); },
  zoom(level) { timeline?.setLevel(level); },
  update(rows) { timeline?.update(rows); },
};
