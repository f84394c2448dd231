import { nameLine, NameParts } from "../layout/nameLine";
import { NameScene } from "../layout/nameScene";
import { ROW_PX } from "../layout/measures";
import { NameColumn } from "./nameColumn";
import { palette } from "./palette";
import { Drawn, RecordingContext } from "./recording.testing";
import { FAMILY_SIGNS, LINE_SIGNS, SIGN_PX } from "./signPaths";

const LOOK = palette("light", "#0f6cbd");
const WIDTH = 300;
const SIGNS = [...Object.keys(FAMILY_SIGNS), ...Object.keys(LINE_SIGNS)];

const before = Object.getOwnPropertyDescriptor(globalThis, "Path2D");
beforeAll(() => void Object.defineProperty(globalThis, "Path2D", { configurable: true, value: class {} }));
afterAll(() => (before ? Object.defineProperty(globalThis, "Path2D", before) : Reflect.deleteProperty(globalThis, "Path2D")));

const PARTS: NameParts = { label: "Invoices", secondary: "VM-1", trailing: "3 min", level: 1, expanded: null, dimmed: false, mark: "ok" };

function drawn(rows: readonly Partial<NameParts>[], { isRtl = false, ratio = 1, ground = null, ringed = -1 }: { isRtl?: boolean; ratio?: number; ground?: "rowSelected" | null; ringed?: number } = {}): RecordingContext {
  const recorder = new RecordingContext();
  const column = new NameColumn(recorder.context);
  column.resize(WIDTH, 120, ratio);
  const scene = new NameScene();
  scene.begin(WIDTH, 120, isRtl);
  const measure = (text: string): number => text.length * 6.5;
  rows.forEach((parts, row) => scene.add(nameLine({ ...PARTS, ...parts }, { widthPx: WIDTH, measure }), row * ROW_PX - 10, ROW_PX, ground, row === ringed));
  column.draw(scene, LOOK);
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
