/** @jest-environment jsdom */
import { createRig, FETCH, manifest, runId, runs } from "./rig";

test("the context is one object for the life of the control, the dataset a new one in every pass", async () => {
  const { seen, clock } = createRig();
  await clock.advance(FETCH);
  expect(seen.length).toBeGreaterThan(2);
  expect(new Set(seen.map(pass => pass.context)).size).toBe(1);
  expect(new Set(seen.map(pass => pass.dataSet)).size).toBe(seen.length);
});

test("a dataset of an earlier pass keeps what it said then", async () => {
  const rig = createRig();
  const first = rig.dataSet;
  await rig.clock.advance(FETCH);
  expect([first.loading, first.sortedRecordIds]).toEqual([true, []]);
  expect(rig.dataSet.loading).toBe(false);
});

test("the first pass has no records, is loading, and names no updated property", () => {
  const { seen } = createRig();
  expect(seen).toHaveLength(1);
  expect(seen[0]).toMatchObject({ loading: true, ids: [], updated: [] });
});

test("without that quirk the first pass brings the data", async () => {
  const { seen, clock } = createRig({ quirks: { emptyFirstPass: false } });
  expect(seen).toHaveLength(0);
  await clock.advance(FETCH);
  expect(seen[0]).toMatchObject({ loading: false, ids: [0, 1, 2, 3].map(runId), updated: [] });
});

test("a pass with data names dataset, its name and records", async () => {
  const { seen, clock } = createRig();
  await clock.advance(FETCH);
  expect(seen.find(pass => pass.ids.length > 0)?.updated).toEqual(["dataset", "runs", "records"]);
});

test("unrelated passes follow the mount and the data, and can be turned off", async () => {
  const noisy = createRig({ quirks: { extraPasses: [2] } });
  const quiet = createRig({ quirks: { extraPasses: [] } });
  const reasons: string[] = [];
  noisy.host.on("pass", ({ by }) => void reasons.push(by));
  await noisy.clock.advance(FETCH);
  await quiet.clock.advance(FETCH);
  expect(reasons.filter(by => by === "noise")).toHaveLength(4);
  expect(noisy.seen.length - quiet.seen.length).toBe(4);
});

test("every input is handed as raw, and a change names it", async () => {
  const rig = createRig({ inputs: { height: 300 } });
  expect(rig.context.parameters.height.raw).toBe(300);
  await rig.clock.advance(FETCH);
  rig.host.setInput("height", null);
  await rig.clock.advance(1);
  expect(rig.context.parameters.height.raw).toBeNull();
  expect(rig.last.updated).toEqual(["height"]);
  expect(() => rig.host.setInput("colour", 1)).toThrow("no property colour");
});

test("requestRender leads to a pass", async () => {
  const { seen, clock, context } = createRig();
  await clock.advance(FETCH);
  const before = seen.length;
  context.factory.requestRender();
  await clock.advance(1);
  expect(seen.length).toBe(before + 1);
});

test("a control that refreshes in every updateView is stopped, and the cause is named", async () => {
  const rig = createRig({ passLimit: 20, onUpdate: context => context.parameters.runs.refresh() });
  await expect(rig.clock.advance(5000)).rejects.toThrow("updateView ran 20 times in a row because of the control itself; the last cause: dataset.refresh");
  const after = rig.seen.length;
  await rig.clock.advance(5000);
  expect(rig.seen.length).toBe(after);
});

test("a control that pages through the whole table by itself is not stopped, one that goes round in pages is", async () => {
  const through = createRig({ rows: runs(200), passLimit: 20, onUpdate: ({ parameters: { runs: { loading, paging } } }) => loading || paging.loadNextPage() });
  await through.clock.advance(50 * FETCH);
  expect(through.last.ids).toHaveLength(200);
  expect(through.host.violations).toEqual([]);

  const round = createRig({ passLimit: 20, onUpdate: ({ parameters: { runs: { loading, paging } } }) => loading || paging.loadExactPage(3 - paging.lastPageNumber) });
  await expect(round.clock.advance(50 * FETCH)).rejects.toThrow("the last cause: paging.loadExactPage");
});

test("a control that refreshes on its own timer, or while its user acts, is not stopped", async () => {
  const rig = createRig({ passLimit: 5, quirks: { extraPasses: [] } });
  await rig.clock.advance(FETCH);
  for (let turn = 0; turn < 20; turn++) {
    await rig.clock.advance(1500);
    rig.dataSet.refresh();
  }
  for (let turn = 0; turn < 20; turn++) {
    rig.container.querySelector("p")?.dispatchEvent(new Event("pointerdown", { bubbles: true }));
    rig.dataSet.refresh();
    await rig.clock.advance(100);
  }
  expect(rig.host.violations).toEqual([]);
});

test("a manifest without an input makes reading it throw", () => {
  expect(() => createRig({ manifest: { ...manifest, inputs: {} }, onUpdate: context => void context.parameters.height })).toThrow("context.parameters.height is not modelled");
});
