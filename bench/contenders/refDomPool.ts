/** Virtual rows without a framework: 27 row elements (label and bar) that are used again by row number. */
import { BenchRow, COLOR_OF, HEADER_H, HEIGHT, HOUR, LABEL_W, CHART_W, pxPerHour, ROW_H, T0 } from "../page/contract";
import { changedRows, endOf, flatten, indexById, TreeRow } from "../page/tree";
import { axisLabels, gridStepHours } from "./timeScale";

const POOL = 27;
const FONT = '12px "Segoe UI",Arial';
const ROW = "position:absolute;left:0;top:0;width:1280px;height:30px;contain:strict;display:flex;align-items:center;box-sizing:border-box;border-bottom:1px solid #e1dfdd";
const LABEL = `width:300px;flex:none;overflow:hidden;white-space:pre;text-overflow:ellipsis;box-sizing:border-box;font:${FONT}`;

interface Slot {
  readonly row: HTMLElement;
  readonly label: HTMLElement;
  readonly text: Text;
  readonly bar: HTMLElement;
  shown: number;
}

function element(parent: HTMLElement, style: string): HTMLElement {
  const made = document.createElement("div");
  made.style.cssText = style;
  parent.append(made);
  return made;
}

class DomPool {
  private level = 0;
  private readonly list: TreeRow[];
  private readonly byId: Map<string, BenchRow>;
  private readonly place: ReadonlyMap<string, number>;
  private readonly head: HTMLElement;
  private readonly grid: HTMLElement;
  private readonly scroller: HTMLElement;
  private readonly pool: Slot[];

  public constructor(host: HTMLElement, rows: readonly BenchRow[]) {
    this.list = flatten(rows);
    this.byId = indexById(rows);
    this.place = new Map(this.list.map(({ row }, at) => [row.id, at]));
    this.head = element(host, `position:relative;height:${HEADER_H}px;overflow:hidden;background:#f3f2f1;font:${FONT}`);
    // The vertical lines do not scroll: one element behind the rows, nothing to raster while scrolling.
    this.grid = element(host, `position:absolute;left:${LABEL_W}px;width:${CHART_W}px;top:${HEADER_H}px;height:${HEIGHT - HEADER_H}px;background-image:linear-gradient(90deg,#e1dfdd 1px,transparent 1px)`);
    this.scroller = element(host, `position:relative;height:${HEIGHT - HEADER_H}px;overflow-y:auto;overflow-x:hidden;scrollbar-width:none`);
    const body = element(this.scroller, `position:relative;height:${this.list.length * ROW_H}px`);
    this.pool = Array.from({ length: Math.min(this.list.length, POOL) }, () => {
      const row = element(body, ROW);
      const label = element(row, LABEL);
      const bar = element(element(row, "position:relative;flex:1;height:30px;overflow:hidden"), "position:absolute;top:6px;height:18px;left:0");
      const text = document.createTextNode("");
      label.append(text);
      return { row, label, text, bar, shown: -1 };
    });
    this.scroller.addEventListener("scroll", () => this.show(false), { passive: true });
    this.setLevel(0);
  }

  public scrollTo(y: number): void {
    this.scroller.scrollTop = y;
  }

  public setLevel(level: number): void {
    this.level = level;
    this.head.replaceChildren(...axisLabels(level).map(({ left, top, text }) => {
      const label = document.createElement("span");
      label.style.cssText = `position:absolute;left:${left}px;top:${top}px`;
      label.textContent = text;
      return label;
    }));
    this.grid.style.backgroundSize = `${gridStepHours(level) * pxPerHour(level)}px 100%`;
    this.show(true);
  }

  public update(rows: readonly BenchRow[]): void {
    for (const row of changedRows(this.byId, rows)) {
      this.byId.set(row.id, row);
      const at = this.place.get(row.id) ?? 0;
      const item = this.list[at];
      const slot = this.pool[at % this.pool.length];
      if (item) item.row = row;
      if (slot?.shown === at) this.write(slot, at);
    }
  }

  private show(all: boolean): void {
    const first = Math.max(0, Math.floor(this.scroller.scrollTop / ROW_H) - 2);
    for (let at = first; at < Math.min(this.list.length, first + this.pool.length); at++) {
      const slot = this.pool[at % this.pool.length];
      if (slot && (all || slot.shown !== at)) this.write(slot, at);
    }
  }

  private write(slot: Slot, at: number): void {
    const item = this.list[at];
    if (!item) return;
    const { row, depth, hasChildren } = item;
    const pxPerMs = pxPerHour(this.level) / HOUR;
    slot.shown = at;
    slot.row.style.transform = `translateY(${at * ROW_H}px)`;
    slot.text.data = (hasChildren ? "▾ " : "   ") + row.name;
    slot.label.style.paddingLeft = `${8 + depth * 16}px`;
    slot.bar.style.transform = `translateX(${(row.startedon - T0) * pxPerMs}px)`;
    slot.bar.style.width = `${Math.max(2, (endOf(row) - row.startedon) * pxPerMs)}px`;
    slot.bar.style.backgroundColor = COLOR_OF[row.status];
  }
}

let pool: DomPool | undefined;

window.contender = {
  mount(host, rows) { pool = new DomPool(host, rows); },
  scrollTo(y) { pool?.scrollTo(y); },
  zoom(level) { pool?.setLevel(level); },
  update(rows) { pool?.update(rows); },
};
