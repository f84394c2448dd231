/** @jest-environment jsdom */
import { createRig, FETCH, machine, type RigOptions } from "./rig";

const tracked = (options: RigOptions = {}): ReturnType<typeof createRig> => createRig({ onInit: context => context.mode.trackContainerResize(true), ...options });
const subgrid = { kind: "subgrid", parent: { ...machine, column: "machineid" } } as const;

test("without trackContainerResize the width stays -1", async () => {
  const rig = createRig();
  await rig.clock.advance(1000);
  expect(rig.last.width).toBe(-1);
});

test("the width is -1 at first and comes with a layout pass; on a subgrid it takes its time", async () => {
  const grid = tracked();
  expect(grid.last.width).toBe(-1);
  await grid.clock.advance(FETCH);
  expect(grid.last.width).toBe(1050);
  expect(grid.seen.find(pass => pass.width > 0)?.updated).toContain("layout");

  const form = tracked({ placement: subgrid });
  await form.clock.advance(FETCH);
  expect(form.last.width).toBe(-1);
  await form.clock.advance(FETCH * 2);
  expect(form.last.width).toBe(1050);
});

test("without that quirk the width is there in the first pass", () => {
  expect(tracked({ quirks: { widthUnknownAtFirst: false } }).last.width).toBe(1050);
});

test("a resize comes with a layout pass", async () => {
  const rig = tracked({ quirks: { extraPasses: [] } });
  await rig.clock.advance(FETCH);
  rig.host.resize(320);
  await rig.clock.advance(1);
  expect([rig.last.width, rig.last.updated]).toEqual([320, ["layout"]]);
});

test("the height is -1 always, in full screen too", async () => {
  const rig = tracked();
  await rig.clock.advance(FETCH);
  expect(rig.context.mode.allocatedHeight).toBe(-1);
  rig.context.mode.setFullScreen(true);
  await rig.clock.advance(1);
  expect(rig.context.mode.allocatedHeight).toBe(-1);
});

test("full screen opens and closes with its tokens, over everything else", async () => {
  const rig = tracked({ quirks: { extraPasses: [] } });
  await rig.clock.advance(FETCH);
  const frame = rig.container.querySelector<HTMLElement>(".emulated-host");
  rig.context.mode.setFullScreen(true);
  await rig.clock.advance(1);
  expect([rig.last.updated, rig.last.width, rig.host.fullScreen, frame?.style.position]).toEqual([["fullscreen_open", "layout"], window.innerWidth, true, "fixed"]);
  rig.host.exitFullScreen();
  await rig.clock.advance(1);
  expect([rig.last.updated, rig.last.width, rig.host.fullScreen, frame?.style.position]).toEqual([["fullscreen_close", "layout"], 1050, false, "relative"]);
});

test("the element around the control shrinks to its content, and can be told not to", () => {
  const frame = (options: RigOptions): string | undefined => createRig(options).container.querySelector<HTMLElement>(".emulated-host")?.style.width;
  expect(frame({})).toBe("fit-content");
  expect(frame({ placement: subgrid })).toBe("fit-content");
  expect(frame({ quirks: { shrinkToFit: false } })).toBe("");
});

test("where nothing can measure, a width must be given", () => {
  expect(() => createRig({ width: undefined } as unknown as RigOptions)).toThrow("give the host a width");
});
