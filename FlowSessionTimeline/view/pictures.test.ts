/** @jest-environment jsdom */
import { NameLine } from "../layout/nameLine";
import { NameScene, ShownName } from "../layout/nameScene";
import { modelOf, pictureOf, timed } from "../layout/picture.testing";
import { SceneBuilder } from "../layout/sceneBuilder";
import { put } from "../../tests/support/browserParts";
import { TestClock } from "../../tests/support/testClock";
import { NameReader } from "../render/nameMessage";
import { palette } from "../render/palette";
import { CanvasMessage, PictureMessage } from "../render/pictureMessage";
import { Pictures } from "./pictures";
import { RecordingContext } from "../render/recording.testing";
import { TextMeasure } from "../render/textMeasure";

const LIGHT = palette("light", "#0f6cbd");
const SIZE = { plotPx: { width: 1000, height: 600 }, namesPx: { width: 300, height: 552 }, devicePixelRatio: 1 };
const NAMES: NameScene = { widthPx: 300, isRtl: false, scrollPx: 0, names: [] };
const REST_MS = 1_500;

/** What the page sends, and what it is told. */
class FakeWorker {
  public static readonly started: FakeWorker[] = [];
  public static refuses = false;
  public readonly sent: PictureMessage[] = [];
  public isEnded = false;
  public onmessage: ((event: { readonly data: number }) => void) | null = null;
  public onerror: ((event: { readonly preventDefault: () => void }) => void) | null = null;

  public constructor() {
    if (FakeWorker.refuses) throw new DOMException("no workers here", "SecurityError");
    FakeWorker.started.push(this);
  }

  public postMessage(message: PictureMessage): void {
    this.sent.push(message);
  }

  public terminate(): void {
    this.isEnded = true;
  }

  /** The canvases that it has, in the order in which they came. */
  public get canvases(): readonly CanvasMessage[] {
    return this.sent.filter((message): message is CanvasMessage => "canvas" in message);
  }

  public tell(id: number): void {
    this.onmessage?.({ data: id });
  }
}

const pens = new WeakMap<HTMLCanvasElement, RecordingContext>();
const penOn = (canvas: HTMLCanvasElement): RecordingContext => {
  const pen = pens.get(canvas) ?? Object.assign(new RecordingContext(), { canvas });
  pens.set(canvas, pen);
  return pen;
};

let restore: readonly (() => void)[] = [];
beforeEach(() => {
  FakeWorker.started.length = 0;
  FakeWorker.refuses = false;
  restore = [
    put(globalThis, "Worker", { value: FakeWorker }),
    put(globalThis, "OffscreenCanvas", { value: class {} }),
    put(globalThis, "Path2D", { value: class {} }),
    put(URL, "createObjectURL", { value: () => "blob:picture" }),
    put(HTMLCanvasElement.prototype, "getContext", { value(this: HTMLCanvasElement) { return penOn(this); } }),
    put(HTMLCanvasElement.prototype, "transferControlToOffscreen", { value: () => ({}) }),
  ];
});
afterEach(() => {
  for (const back of restore) back();
});

interface Rig {
  readonly pictures: Pictures;
  readonly clock: TestClock;
  readonly canvas: HTMLCanvasElement;
  /** Draws both pictures. @returns how much of it the page drew itself */
  readonly frame: () => number;
  readonly twins: () => number;
}

function rig(): Rig {
  const clock = new TestClock();
  const place = document.createElement("div");
  const [canvas, names] = [document.createElement("canvas"), document.createElement("canvas")];
  place.append(canvas, names);
  const pictures = new Pictures(clock, { canvas, names }, new TextMeasure(() => new RecordingContext().context));
  pictures.resize(SIZE);
  const scene = new SceneBuilder().build(pictureOf(modelOf([timed(0, 0, 3600)])));
  const frame = (): number => {
    const { drawn } = penOn(canvas);
    const before = drawn.length;
    pictures.drawChart(scene, LIGHT);
    pictures.drawNames(NAMES, LIGHT);
    pictures.end();
    return drawn.length - before;
  };
  return { pictures, clock, canvas, frame, twins: () => place.querySelectorAll(".fst-twin").length };
}

/** The worker's picture can be seen. */
async function handedOver(): Promise<Rig & { readonly worker: FakeWorker }> {
  const made = rig();
  made.frame();
  await made.clock.advance(REST_MS);
  const [worker] = FakeWorker.started;
  worker.tell(worker.canvases[0].id);
  return { ...made, worker };
}

describe("pictures", () => {
  it("are drawn by the page until a worker's can be seen, and by the worker from then on", async () => {
    const { clock, canvas, frame, twins } = rig();
    expect(frame()).toBeGreaterThan(0);
    await clock.advance(REST_MS - 1);
    expect(FakeWorker.started).toHaveLength(0);
    await clock.advance(1);
    const [worker] = FakeWorker.started;
    expect([twins(), worker.canvases.map(({ size }) => size)]).toEqual([2, [SIZE]]);
    // The picture as it is goes with it, its colours and all.
    expect(worker.sent[1]).toMatchObject({ palette: { background: LIGHT.background }, chart: {}, names: {} });
    expect(frame()).toBeGreaterThan(0);
    // The same again: names alone are told apart where they are made.
    expect(Object.keys(worker.sent[2])).toEqual(["names"]);
    worker.tell(worker.canvases[0].id);
    expect(canvas.style.opacity).toBe("0");
    expect([frame(), worker.sent.length]).toEqual([0, 4]);
    expect(clock.pending).toBe(0);
  });

  it("of another size are drawn by the page, at once; then the same worker has other canvases", async () => {
    const { pictures, clock, canvas, frame, twins } = rig();
    frame();
    await clock.advance(REST_MS);
    const [worker] = FakeWorker.started;
    const [{ id }] = worker.canvases;
    pictures.resize({ ...SIZE, devicePixelRatio: 2 });
    // What it says of the canvases before is too late.
    worker.tell(id);
    expect([canvas.style.opacity, twins(), canvas.width]).toEqual(["", 0, 2000]);
    expect(frame()).toBeGreaterThan(0);
    expect(worker.sent).toHaveLength(2);
    await clock.advance(REST_MS);
    expect([FakeWorker.started.length, worker.canvases.length, twins()]).toEqual([1, 2, 2]);
    worker.tell(worker.canvases[1].id);
    expect([canvas.style.opacity, frame()]).toEqual(["0", 0]);
  });

  it("stay with the page where no worker may be started, and it does not try again", async () => {
    FakeWorker.refuses = true;
    const { pictures, clock, frame, twins } = rig();
    frame();
    await clock.advance(REST_MS);
    pictures.resize(SIZE);
    expect(frame()).toBeGreaterThan(0);
    expect([clock.pending, twins(), FakeWorker.started.length]).toEqual([0, 0, 0]);
  });

  it("are the page's again, drawn at once, when the worker fails", async () => {
    const { clock, canvas, frame, twins, worker } = await handedOver();
    frame();
    const before = penOn(canvas).drawn.length;
    const event = { preventDefault: jest.fn() };
    worker.onerror?.(event);
    expect(penOn(canvas).drawn.length).toBeGreaterThan(before);
    expect([event.preventDefault.mock.calls.length, worker.isEnded, canvas.style.opacity, twins()]).toEqual([1, true, "", 0]);
    expect(frame()).toBeGreaterThan(0);
    expect(clock.pending).toBe(0);
  });

  it("are drawn anew by the page when its canvases have been lost, and by another worker then", async () => {
    const { clock, canvas, frame, twins, worker } = await handedOver();
    expect(frame()).toBe(0);
    const before = penOn(canvas).drawn.length;
    canvas.dispatchEvent(new Event("contextrestored"));
    expect(penOn(canvas).drawn.length).toBeGreaterThan(before);
    expect([worker.isEnded, canvas.style.opacity, twins()]).toEqual([true, "", 0]);
    await clock.advance(REST_MS);
    expect([FakeWorker.started.length, FakeWorker.started[1].canvases.length, twins()]).toEqual([2, 1, 2]);
  });

  it("stay with the page where a browser has no canvases for workers", async () => {
    Reflect.deleteProperty(globalThis, "OffscreenCanvas");
    const { clock, frame } = rig();
    frame();
    expect(clock.pending).toBe(0);
  });

  it("lose nothing of a frame that did not come to its end", async () => {
    const { pictures, clock, frame } = rig();
    frame();
    await clock.advance(REST_MS);
    const [{ sent }] = FakeWorker.started;
    const [line, other] = ["Orders", "Invoices"].map((text): NameLine => ({ texts: [{ text, startPx: 0, isAtEnd: false, face: "name", color: "text", isRtl: false }], sign: null, twisty: null }));
    const rowOf = (one: NameLine, topPx: number): ShownName => ({ line: one, topPx, heightPx: 30, ground: null, isRinged: false });
    pictures.drawNames({ ...NAMES, names: [rowOf(line, 0)] }, LIGHT);
    pictures.drawNames({ ...NAMES, names: [rowOf(line, 0), rowOf(other, 30)] }, LIGHT);
    pictures.end();
    const lines = new NameReader();
    const read = sent.map((message) => ("names" in message && !("canvas" in message) && message.names ? lines.read(message.names).names.length : null));
    expect(read.slice(-2)).toEqual([1, 2]);
  });

  it("end with their worker and their timer", async () => {
    const [one, other] = [rig(), rig()];
    one.frame();
    other.frame();
    one.pictures.dispose();
    expect(one.clock.pending).toBe(0);
    await other.clock.advance(REST_MS);
    other.pictures.dispose();
    expect([FakeWorker.started.map(({ isEnded }) => isEnded), other.twins()]).toEqual([[true], 0]);
  });
});
