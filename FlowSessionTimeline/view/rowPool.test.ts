/** @jest-environment jsdom */
import * as fc from "fast-check";
import { readFileSync } from "node:fs";
import { ROW_PX } from "../layout/measures";
import { RowTable, rowTable } from "../layout/rowTable";
import { RowContent } from "./rowElement";
import { RowPool, RowsInView } from "./rowPool";

/** As many rows of one height. */
function rowsOf(count: number): RowTable {
  return rowTable({
    count, flags: new Uint8Array(count), node: new Int32Array(count), position: new Int32Array(count), topPx: Uint32Array.from({ length: count + 1 }, (_, row) => row * ROW_PX),
    tracks: [], trackSet: null, runs: count, kept: new Uint8Array(count), matches: null, rowOfNode: () => -1, depth: () => 0, parentRow: () => -1, setSize: () => count,
  });
}

/** How many rows may keep elements beside those in view. */
const SPARE = 2;

const contentOf = (row: number): RowContent => ({
  label: `Row ${row}`, spoken: `Row ${row} spoken`, secondary: "", trailing: "", level: 1, expanded: null, selected: false, dimmed: false, mark: "ok",
  rowIndex: row + 1, positionInSet: row + 1, setSize: 9, heightPx: ROW_PX,
});

const VIEW_ROWS = 10;

class Rig {
  public readonly container = document.createElement("div");
  public readonly pool = new RowPool(this.container);
  private view: RowsInView = { first: 0, last: -1, pinned: -1 };
  private scrollPx = 0;
  public constructor(public rows: RowTable) {
    document.body.replaceChildren(this.container);
  }
  /** Shows the rows at a scroll offset in px. */
  public sync(scrollPx: number, pinned = -1, content = contentOf): void {
    this.scrollPx = scrollPx;
    this.view = this.viewAt(scrollPx, pinned);
    this.pool.sync(this.rows, this.view, content);
  }
  /** Scrolling has come to rest. */
  public settle(): void {
    this.pool.settle(this.rows, this.view, this.scrollPx);
  }
  public viewAt(scrollPx: number, pinned = -1): RowsInView {
    const empty = this.rows.count === 0;
    const first = empty ? 0 : this.rows.rowAt(scrollPx);
    const last = empty ? -1 : this.rows.rowAt(scrollPx + VIEW_ROWS * ROW_PX - 1);
    return { first, last, pinned };
  }
  /** The rows of the elements, in the order in which they stand when scrolling has come to rest. */
  public get shown(): number[] {
    this.settle();
    return this.inDocument;
  }
  public get inDocument(): number[] {
    return [...this.container.children].map((element) => Number(element.getAttribute("aria-rowindex")) - 1);
  }
  /** Where a row is on screen, px. */
  public topOf(row: number): number {
    const shift = (element: HTMLElement | undefined): number => parseFloat(/translateY\((.+)px\)/.exec(element?.style.transform ?? "")?.[1] ?? "NaN");
    return shift(this.pool.elementOf(row)) + shift(this.container);
  }
}

async function changesOf(rig: Rig, act: () => void): Promise<readonly MutationRecord[]> {
  const changes: MutationRecord[] = [];
  const observer = new MutationObserver((records) => void changes.push(...records));
  observer.observe(rig.container, { subtree: true, attributes: true, childList: true, characterData: true });
  act();
  await Promise.resolve();
  observer.disconnect();
  return changes;
}

/** The rows whose elements were written, increasing. */
const rowsWritten = (rig: Rig, changes: readonly MutationRecord[]): number[] =>
  [...new Set(changes.filter(({ target }) => target !== rig.container).map(({ target }) => rig.pool.rowOf(target instanceof Text ? target.parentElement : target)))].sort((a, b) => a - b);

describe("the pool of row elements", () => {
  it("shows the rows in view, in their order, where they belong", () => {
    const rig = new Rig(rowsOf(1000));
    rig.sync(45);
    expect(rig.pool.elementOf(3)?.textContent).toBe("");
    expect(rig.shown).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(rig.topOf(1)).toBe(-15);
    expect([rig.pool.elementOf(3)?.getAttribute("aria-label"), rig.pool.elementOf(3)?.textContent]).toEqual(["Row 3 spoken", "Row 3 spoken"]);
  });

  it("uses a handful of elements however far it is scrolled", () => {
    const rig = new Rig(rowsOf(100_000));
    const used = new Set<Element>();
    for (let scroll = 0; scroll < 3_000_000; scroll += 12_345) {
      rig.sync(scroll);
      for (const element of rig.container.children) used.add(element);
    }
    expect(used.size).toBeLessThanOrEqual(VIEW_ROWS + SPARE + 2);
  });

  it("keeps places exact at the end of a million rows", () => {
    const rig = new Rig(rowsOf(1_000_000));
    const scroll = 30_000_000 - VIEW_ROWS * ROW_PX - 0.5;
    rig.sync(scroll);
    rig.settle();
    expect(rig.topOf(999_999)).toBe(999_999 * ROW_PX - scroll);
    const written = Math.max(...[...rig.container.children].map((element) => parseFloat(/translateY\((.+)px\)/.exec((element as HTMLElement).style.transform)?.[1] ?? "NaN")));
    expect(written).toBeLessThanOrEqual(100_000 + VIEW_ROWS * ROW_PX);
  });

  it("writes nothing for a row that did not change", async () => {
    const rig = new Rig(rowsOf(1000));
    rig.sync(0);
    expect(await changesOf(rig, () => rig.sync(0.25))).toEqual([]);
  });

  it.each([["down", 104, 110, 113], ["up", 96, 96, 99]] as const)("says at once what comes into view %s, writes no other row, and neither moves, places nor adds an element", async (_way, to, first, last) => {
    const rig = new Rig(rowsOf(1000));
    rig.sync(100 * ROW_PX);
    rig.settle();
    const changes = await changesOf(rig, () => rig.sync(to * ROW_PX));
    expect(new Set(changes.map(({ type, attributeName }) => `${type} ${attributeName}`))).toEqual(new Set(["attributes aria-label", "attributes aria-rowindex", "attributes aria-posinset"]));
    expect(rowsWritten(rig, changes)).toEqual(Array.from({ length: last - first + 1 }, (_, n) => first + n));
    expect(rig.inDocument).not.toEqual(rig.shown);
  });

  it("keeps an element for the row that is in view only between two offsets", async () => {
    const rig = new Rig(rowsOf(1000));
    rig.sync(15);
    const changes = await changesOf(rig, () => [30, 45, 60, 75].forEach((scrollPx) => rig.sync(scrollPx)));
    expect(changes.filter(({ type }) => type === "childList")).toEqual([]);
  });

  it("says whether all rows in view have elements, and after a rebuild that none has", () => {
    const rig = new Rig(rowsOf(1000));
    rig.sync(45);
    expect([30, 59, 75, 0].map((scrollPx) => rig.pool.covers(rig.viewAt(scrollPx)))).toEqual([true, true, false, false]);
    rig.pool.reassign(-1, -1);
    expect(rig.pool.covers(rig.viewAt(45))).toBe(false);
  });

  it("lets the Tab key in at the first row in view, or at the one that has the focus", () => {
    const rig = new Rig(rowsOf(1000));
    const entries = (): (string | null)[] => [...rig.container.querySelectorAll("[tabindex='0']")].map((one) => one.getAttribute("aria-rowindex"));
    rig.sync(ROW_PX);
    rig.settle();
    expect(entries()).toEqual(["2"]);
    rig.sync(4 * ROW_PX, 6);
    expect(entries()).toEqual(["7"]);
    rig.sync(9 * ROW_PX);
    rig.settle();
    expect(entries()).toEqual(["10"]);
  });

  it("writes of a rebuilt table only what differs", async () => {
    const rig = new Rig(rowsOf(1000));
    rig.sync(0);
    rig.pool.reassign(-1, -1);
    const changes = await changesOf(rig, () => rig.sync(0, -1, (row) => ({ ...contentOf(row), spoken: row === 7 ? "1 min" : contentOf(row).spoken })));
    expect(rowsWritten(rig, changes)).toEqual([7]);
  });

  it("keeps the pinned row in the document, above or below what is in view", () => {
    const rig = new Rig(rowsOf(1000));
    rig.sync(500 * ROW_PX, 3);
    expect(rig.shown[0]).toBe(3);
    rig.sync(0, 800);
    expect(rig.shown[rig.shown.length - 1]).toBe(800);
    rig.sync(0, 2);
    expect(rig.shown).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it("finds the row of anything inside an element, and none elsewhere", () => {
    const rig = new Rig(rowsOf(20));
    rig.sync(0);
    expect(rig.pool.rowOf(rig.pool.elementOf(4)?.firstElementChild ?? null)).toBe(4);
    expect([rig.pool.rowOf(rig.container), rig.pool.rowOf(null), rig.pool.rowOf(window)]).toEqual([-1, -1, -1]);
  });

  it("shows nothing where there are no rows", () => {
    const rig = new Rig(rowsOf(20));
    rig.sync(0);
    rig.rows = rowsOf(0);
    rig.pool.reassign(-1, -1);
    rig.sync(0);
    expect(rig.container.children).toHaveLength(0);
  });

  it("moves the element of the focused row to its run's new row", () => {
    const rig = new Rig(rowsOf(1000));
    rig.sync(0, 4);
    const element = rig.pool.elementOf(4);
    element?.focus();
    rig.rows = rowsOf(500);
    rig.pool.reassign(4, 321);
    rig.sync(0, 321);
    expect(rig.pool.elementOf(321)).toBe(element);
    expect(document.activeElement).toBe(element);
    expect(rig.shown).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 321]);
  });

  it("holds the rows in view, a few beside them and the focused one, in order, and never takes the focus away, whatever happens", () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant("scroll" as const), to: fc.double({ min: 0, max: 1, noNaN: true }) }),
      fc.record({ kind: fc.constant("nudge" as const), by: fc.integer({ min: -90, max: 90 }) }),
      fc.record({ kind: fc.constant("focus" as const), at: fc.nat(VIEW_ROWS - 1) }),
      fc.record({ kind: fc.constant("rebuild" as const), count: fc.integer({ min: 1, max: 60 }), newRow: fc.nat(59) })
    );
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.array(step, { maxLength: 40 }), (count, steps) => {
      const rig = new Rig(rowsOf(count));
      let scroll = 0;
      let pinned = -1;
      let focused: HTMLElement | undefined;
      rig.sync(0);
      for (const one of steps) {
        if (one.kind === "focus") {
          pinned = Math.min(rig.rows.rowAt(scroll) + one.at, rig.rows.rowAt(scroll + VIEW_ROWS * ROW_PX - 1));
          rig.sync(scroll, pinned);
          focused = rig.pool.elementOf(pinned);
          if (focused) focused.tabIndex = -1;
          focused?.focus();
        } else if (one.kind === "rebuild") {
          rig.rows = rowsOf(one.count);
          const before = pinned;
          if (pinned >= 0) pinned = Math.min(one.newRow, one.count - 1);
          rig.pool.reassign(before, pinned);
        }
        const most = Math.max(0, rig.rows.heightPx - VIEW_ROWS * ROW_PX);
        scroll = Math.min(most, Math.max(0, one.kind === "scroll" ? most * one.to : one.kind === "nudge" ? scroll + one.by : scroll));
        rig.sync(scroll, pinned);
        const [first, last] = [rig.rows.rowAt(scroll), rig.rows.rowAt(scroll + VIEW_ROWS * ROW_PX - 1)];
        const inView = Array.from({ length: last - first + 1 }, (_, n) => first + n);
        expect([...rig.inDocument].sort((a, b) => a - b)).toEqual([...rig.shown]);
        const beside = rig.shown.filter((row) => !inView.includes(row) && row !== pinned);
        expect(rig.shown).toEqual([...new Set([...inView, ...beside, ...(pinned >= 0 ? [pinned] : [])])].sort((a, b) => a - b));
        // Between two rows the view holds one more than on an edge.
        expect(beside.length).toBeLessThanOrEqual(SPARE + 1);
        expect(beside.every((row) => rig.shown.includes(row + (row < first ? 1 : -1)))).toBe(true);
        expect([...rig.container.children].map((element) => rig.pool.rowOf(element))).toEqual(rig.shown);
        if (focused) {
          expect(document.activeElement).toBe(focused);
          expect(rig.pool.elementOf(pinned)).toBe(focused);
        }
        for (const row of inView) expect(rig.topOf(row)).toBeCloseTo(row * ROW_PX - scroll, 6);
      }
    }), { numRuns: 200 });
  });
});

it("no selector of the stylesheet names an attribute that tells one row from another: its styles would be looked up whenever it shows another", () => {
  const rig = new Rig(rowsOf(3));
  rig.sync(0, -1, (row) => ({ ...contentOf(row), expanded: true, dimmed: true }));
  const names = [...(rig.container.firstElementChild?.attributes ?? [])].map(({ name }) => name).filter((name) => !["class", "role", "style", "tabindex"].includes(name));
  expect(names).toContain("aria-expanded");
  const stylesheet = readFileSync("FlowSessionTimeline/css/FlowSessionTimeline.css", "utf8");
  for (const name of names) expect(stylesheet).not.toContain(`[${name}`);
});
