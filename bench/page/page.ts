/** Runs inside the page: what the harness asks of it. The contender's own script has set `window.contender`. */
import { BenchRow, Contender, HEADER_H, HEIGHT, LABEL_W, ROW_H } from "./contract";
import { makeRows, refreshed } from "./dataset";
import { Input } from "./input";
import { nextFrame, settle, sleep } from "./settle";
import { flatten } from "./tree";

/** Integer work of a fixed size; what it costs tells how fast the machine is just now. */
const CALIBRATION_STEPS = 3e7;
/** The row of the tree that a refresh changes: in view, not at the edge. */
const CHANGED_ROW = 9;

export class BenchPage {
  private rows: readonly BenchRow[] = [];
  private next: readonly BenchRow[] = [];
  private changed = 0;
  private readonly input: Input;

  public constructor(private readonly contender: Contender, private readonly element: HTMLElement) {
    this.input = new Input(contender);
  }

  public prepare(count: number): void {
    this.rows = makeRows(count);
    const shown = flatten(this.rows)[Math.min(CHANGED_ROW, count - 1)];
    this.changed = shown ? this.rows.indexOf(shown.row) : 0;
    this.contender.prepare?.(this.rows);
  }

  public calibrate(): number {
    let x = 1;
    for (let i = 0; i < CALIBRATION_STEPS; i++) x = (Math.imul(x, 1664525) + 1013904223) | 0;
    return x;
  }

  /** The step ends with the frame that followed the last change. */
  public async mount(capMs: number): Promise<void> {
    await nextFrame();
    await sleep(50);
    await nextFrame();
    performance.mark("step");
    const from = performance.now();
    await this.contender.mount(this.element, this.rows);
    performance.mark("rest", { startTime: await settle(from, 400, capMs) });
  }

  public async arrange(): Promise<void> {
    await this.contender.arrange?.();
  }

  public elements(): { readonly elements: number; readonly rows: number } {
    return this.contender.elements?.() ?? { elements: document.getElementsByTagName("*").length, rows: 0 };
  }

  /** One offset per frame, down and up again at the end. */
  public async scroll(steps: number, px: number, capMs: number): Promise<number> {
    const end = Math.max(0, (this.contender.heightPx?.() ?? this.rows.length * ROW_H) - (HEIGHT - HEADER_H));
    const from = performance.now();
    let y = 0;
    let direction = 1;
    let done = 0;
    for (; done < steps && performance.now() - from < capMs; done++) {
      performance.mark("step");
      y += direction * px;
      if (y > end || y < 0) direction = -direction;
      y = Math.max(0, Math.min(end, y));
      this.contender.scrollTo(y);
      await nextFrame();
    }
    performance.mark("rest");
    await nextFrame();
    return done;
  }

  public async scrollTo(y: number): Promise<void> {
    this.contender.scrollTo(y);
    await nextFrame();
    await nextFrame();
    await sleep(200);
  }

  /** From here on trusted input is counted and handed to contenders that need help with it. */
  public listen(): number {
    this.contender.focus?.();
    this.input.start();
    return this.contender.chartLeft?.() ?? LABEL_W;
  }

  public async rest(): Promise<void> {
    performance.mark("rest");
    await nextFrame();
  }

  public deafen(): void {
    this.input.stop();
  }

  /** @param change which change; -1: none */
  public makeNext(change: number): void {
    this.next = refreshed(this.rows, change < 0 ? -1 : this.changed, change);
    this.contender.prepare?.(this.next);
  }

  public async update(capMs: number): Promise<void> {
    await nextFrame();
    performance.mark("step");
    const from = performance.now();
    await this.contender.update(this.next);
    this.rows = this.next;
    this.next = [];
    await settle(from, 100, capMs);
  }
}

declare global {
  interface Window { bench?: BenchPage }
}

const { contender } = window;
const host = document.getElementById("host");
if (contender && host) window.bench = new BenchPage(contender, host);
