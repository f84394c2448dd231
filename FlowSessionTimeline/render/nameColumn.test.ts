import * as fc from "fast-check";
import { nameLine, NameLine, NameParts } from "../layout/nameLine";
import { NameScene, ShownName } from "../layout/nameScene";
import { ROW_PX } from "../layout/measures";
import { NameColumn } from "./nameColumn";
import { NameRaster } from "./nameRaster.testing";
import { palette } from "./palette";
import { Drawn, RecordingContext } from "./recording.testing";
import { FAMILY_SIGNS, LINE_SIGNS, SIGN_PX } from "./signPaths";

const LOOK = palette("light", "#0f6cbd");
const DARK = palette("dark", "#0f6cbd");
const WIDTH = 300;
const SIGNS = [...Object.keys(FAMILY_SIGNS), ...Object.keys(LINE_SIGNS)];

const before = Object.getOwnPropertyDescriptor(globalThis, "Path2D");
beforeAll(() => void Object.defineProperty(globalThis, "Path2D", { configurable: true, value: class {} }));
afterAll(() => (before ? Object.defineProperty(globalThis, "Path2D", before) : Reflect.deleteProperty(globalThis, "Path2D")));

const PARTS: NameParts = { label: "Invoices", secondary: "VM-1", trailing: "3 min", level: 1, expanded: null, dimmed: false, mark: "ok" };

const SCROLLED = 10;
const lineOf = (parts: Partial<NameParts>): NameLine => nameLine({ ...PARTS, ...parts }, { widthPx: WIDTH, measure: (text) => text.length * 6.5 });

function drawn(rows: readonly Partial<NameParts>[], { isRtl = false, ratio = 1, ground = null, ringed = -1 }: { isRtl?: boolean; ratio?: number; ground?: "rowSelected" | null; ringed?: number } = {}): RecordingContext {
  const recorder = new RecordingContext();
  const column = new NameColumn(recorder.context);
  column.resize(WIDTH, 120, ratio);
  const names = rows.map((parts, row): ShownName => ({ line: lineOf(parts), topPx: row * ROW_PX, heightPx: ROW_PX, ground, isRinged: row === ringed }));
  column.draw({ widthPx: WIDTH, isRtl, scrollPx: SCROLLED, names }, LOOK);
  return recorder;
}

const texts = (recorder: RecordingContext): Drawn[] => recorder.drawn.filter(({ op }) => op === "fillText");
const signs = (recorder: RecordingContext): (readonly [string | undefined, number])[] =>
  recorder.drawn.filter(({ op }) => op === "drawImage").map(({ text, left }) => [SIGNS[Number(text.split(",")[0]) / SIGN_PX], left] as const);

describe("the label column", () => {
  it("writes each row's texts at the middle of the row", () => {
    const recorder = drawn([{}, { label: "Orders" }]);
    expect(texts(recorder).filter(({ text }) => text === "Orders" || text === "Invoices").map(({ text, left, top, bottom }) => [text, left, (top + bottom) / 2])).toEqual([["Invoices", 46, 5], ["Orders", 46, 35]]);
    expect(texts(recorder).find(({ text }) => text === "3 min")?.right).toBe(WIDTH - 8);
  });

  it("shows sign and twisty of each row", () => {
    expect(signs(drawn([{ mark: "failed", expanded: true }, { mark: "ghost", expanded: false, level: 2 }, { mark: "track", expanded: true }]))).toEqual([
      ["failed", 26], ["opened", 6], ["ghost", 42], ["closed", 22], ["opened", 6],
    ]);
  });

  it("is mirrored where the page runs right to left", () => {
    const [left, right] = [drawn([{ expanded: false }]), drawn([{ expanded: false }], { isRtl: true })];
    const mirrored = texts(right).map(({ text, left: from, right: to }) => [text, WIDTH - to, WIDTH - from]);
    expect(mirrored).toEqual(texts(left).map(({ text, left: from, right: to }) => [text, from, to]));
    expect(signs(right)).toEqual([["ok", WIDTH - 26 - 12], ["closedRtl", WIDTH - 6 - SIGN_PX]]);
  });

  it("colours what fails, what is faint and what is neither", () => {
    const colors = Object.fromEntries(texts(drawn([{ mark: "track", secondary: "2 failed" }, { label: "Dim", secondary: "", trailing: "", dimmed: true }])).map(({ text, fill }) => [text, fill]));
    expect(colors).toEqual({ Invoices: LOOK.color.text, "2 failed": LOOK.failedText, "3 min": LOOK.color.text, Dim: LOOK.color.textFaint });
  });

  it("lays grounds below, lines between, and the ring of the focus around one row", () => {
    const { drawn: all } = drawn([{}, {}], { ground: "rowSelected", ringed: 1 });
    expect(all.filter(({ op, fill }) => op === "fillRect" && fill === LOOK.color.rowSelected).map(({ top, bottom }) => [top, bottom])).toEqual([[-10, 20], [20, 50]]);
    expect(all.filter(({ op, fill }) => op === "fillRect" && fill === LOOK.color.rowLine).map(({ top, bottom }) => [top, bottom])).toEqual([[19, 20], [49, 50]]);
    expect(all.filter(({ op }) => op === "strokeRect").map(({ stroke, left, top, right, bottom }) => [stroke, left, top, right, bottom])).toEqual([[LOOK.brand, 1, 21, WIDTH - 1, 49]]);
  });

  it("keeps signs on whole device pixels", () => {
    for (const { left, top } of drawn([{ level: 3 }, { expanded: true }], { ratio: 1.5 }).drawn.filter(({ op }) => op === "drawImage")) expect([left * 1.5, top * 1.5].map(Number.isInteger)).toEqual([true, true]);
  });
});

const HEIGHT = 200;
const LINES = ["Invoices", "Orders", "Reminders"].map((label, n) => lineOf({ label, expanded: [null, true, false][n] ?? null }));
const someName = fc.record({
  line: fc.constantFrom(...LINES), heightPx: fc.constantFrom(ROW_PX, ROW_PX, 44, 270), ground: fc.constantFrom(null, null, "rowHover" as const, "rowSelected" as const), isRinged: fc.boolean(),
});
type SomeNames = readonly Omit<ShownName, "topPx">[];
/** Another offset, another row, fewer rows, another look. */
const someStep = fc.record({ scrollPx: fc.integer({ min: 0, max: 900 }), isNear: fc.boolean(), at: fc.nat({ max: 39 }), name: fc.option(someName), count: fc.constantFrom(40, 40, 40, 12, 2), isDark: fc.constantFrom(false, false, false, true), isRtl: fc.constantFrom(false, false, false, true) });

function sceneOf(names: SomeNames, scrollPx: number, ratio: number, isRtl: boolean): NameScene {
  let bottomPx = 0;
  const placed = names.map((name): ShownName => ({ ...name, topPx: (bottomPx += name.heightPx) - name.heightPx }));
  const wholePx = Math.round(Math.min(scrollPx, Math.max(0, bottomPx - HEIGHT)) * ratio) / ratio;
  return { widthPx: WIDTH, isRtl, scrollPx: wholePx, names: placed.filter(({ topPx, heightPx }) => topPx + heightPx > wholePx && topPx < wholePx + HEIGHT) };
}

function rasterColumn(ratio: number): { readonly column: NameColumn; readonly raster: NameRaster; readonly made: NameRaster[] } {
  const made: NameRaster[] = [];
  const raster = new NameRaster((one) => made.push(one));
  const column = new NameColumn(raster.context);
  column.resize(WIDTH, HEIGHT, ratio);
  return { column, raster, made };
}

describe("the label column, drawn by steps", () => {
  it("shows what it would show if it were drawn at once", () => {
    fc.assert(
      fc.property(fc.array(someName, { minLength: 40, maxLength: 40 }), fc.array(someStep, { minLength: 1, maxLength: 12 }), fc.constantFrom(1, 1.25, 1.5, 2), (start, steps, ratio) => {
        const { column, raster } = rasterColumn(ratio);
        const names = [...start];
        let scrolled = 0;
        for (const { scrollPx, isNear, at, name, count, isDark, isRtl } of steps) {
          scrolled = isNear ? Math.max(0, scrolled + (scrollPx % 90) - 45) : scrollPx;
          if (name) names[at] = name;
          const look = isDark ? DARK : LOOK;
          const scene = sceneOf(names.slice(0, count), scrolled, ratio, isRtl);
          column.draw(scene, look);
          const once = rasterColumn(ratio);
          once.column.draw(scene, look);
          expect(raster.lines).toEqual(once.raster.lines);
        }
      }),
      { numRuns: 150 }
    );
  });

  it("draws only the rows that have come into view, and those that changed", () => {
    const { column, raster, made } = rasterColumn(1);
    const names: SomeNames = Array.from({ length: 40 }, () => ({ line: LINES[0] as NameLine, heightPx: ROW_PX, ground: null, isRinged: false }));
    const draw = (scrollPx: number, some = names): number => {
      const drawn = (): number => [raster, ...made].reduce((sum, { texts: count }) => sum + count, 0);
      const before = drawn();
      column.draw(sceneOf(some, scrollPx, 1, false), LOOK);
      return (drawn() - before) / 3;
    };
    expect([draw(0), draw(0), draw(60), draw(60), draw(45)]).toEqual([7, 0, 8, 0, 1]);
    expect(draw(45, names.map((name, at) => (at === 4 ? { ...name, ground: "rowHover" } : name)))).toBe(1);
  });
});
