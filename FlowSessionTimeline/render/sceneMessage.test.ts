import * as fc from "fast-check";
import { guid } from "../domain/run.testing";
import { folded, modelOf, pictureOf, someRuns, timed, windowOf } from "../layout/picture.testing";
import { SceneInput } from "../layout/scene";
import { SceneBuilder } from "../layout/sceneBuilder";
import { CanvasRenderer } from "./canvasRenderer";
import { palette } from "./palette";
import { RecordingContext } from "./recording.testing";
import { DrawnScene } from "./renderer";
import { SceneReader, SceneWriter } from "./sceneMessage";

const LIGHT = palette("light", "#0f6cbd");
const someView = fc.tuple(fc.integer({ min: -5000, max: 80_000 }), fc.integer({ min: 10, max: 400_000 })).map(([from, length]) => windowOf(from, from + length));

/** All that a renderer draws of a scene, the axis too. */
function drawn(scene: DrawnScene | undefined): string {
  const recorder = new RecordingContext();
  const renderer = new CanvasRenderer(recorder.context);
  renderer.resize(1000, 600, 1.5);
  if (scene) renderer.draw(scene, LIGHT);
  // Gradients and patterns are objects of each canvas' own.
  return JSON.stringify([recorder.drawn, recorder.patterns]);
}

describe("a scene that was sent", () => {
  it("is drawn as the one that was written, from picture to picture", () => {
    fc.assert(fc.property(someRuns(), someView, fc.constantFrom("tree", "machine"), fc.array(fc.nat(600), { minLength: 1, maxLength: 4 }), (runs, view, layout, offsets) => {
      const model = modelOf(runs);
      const first = pictureOf(model, { layout: layout as "tree", collapsed: folded(guid(0)) }, { view, selected: new Set([guid(2)]), hoveredSlot: 1, focusedRow: 0 });
      const [builder, writer, reader] = [new SceneBuilder(), new SceneWriter(), new SceneReader()];
      let read: DrawnScene | undefined;
      for (const scrollPx of offsets) {
        const scene = builder.build({ ...first, scrollPx });
        const message = writer.write(scene);
        if (message) read = reader.read(structuredClone(message));
        expect(drawn(read)).toBe(drawn(scene));
      }
    }), { numRuns: 60 });
  });

  it("is not sent if the one before is drawn as it", () => {
    const input = pictureOf(modelOf([timed(0, 0, 3600), timed(1, 60, 7200)]));
    const [builder, writer] = [new SceneBuilder(), new SceneWriter()];
    const steps: readonly Partial<SceneInput>[] = [{}, {}, { scrollPx: 9 }, { scrollPx: 9 }, {}, { barLabel: () => "other" }, { barLabel: () => "other" }, { hoveredSlot: 0 }];
    expect(steps.map((step) => writer.write(builder.build({ ...input, ...step })) !== null)).toEqual([true, false, true, false, true, true, false, true]);
  });

  it("has its axis sent once while that stays", () => {
    const input: SceneInput = pictureOf(modelOf([]));
    const [builder, writer] = [new SceneBuilder(), new SceneWriter()];
    const axes = [input, { ...input, scrollPx: 9 }, { ...input, nowLabel: "later" }].map((one) => writer.write(builder.build(one)));
    expect(axes.map((message) => (message?.axisTexts ?? null) !== null)).toEqual([true, false, true]);
  });
});
