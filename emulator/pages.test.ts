/** @jest-environment jsdom */
import { createRig, FETCH, runId, runs, type Rig, type RigOptions } from "./rig";

async function loaded(options: RigOptions = {}): Promise<Rig> {
  const rig = createRig(options);
  await rig.clock.advance(FETCH);
  return rig;
}
const indices = (rig: Rig): number[] => rig.last.ids.map(id => Number(id.slice(-12)));

test("a page holds as many rows as the host says, in the view's order", async () => {
  const rig = await loaded();
  expect(indices(rig)).toEqual([0, 1, 2, 3]);
  expect(rig.dataSet.paging).toMatchObject({ pageSize: 4, hasNextPage: true, totalResultCount: 10, lastPageNumber: 1 });
});

test("loadNextPage accumulates, whatever its argument says", async () => {
  const rig = await loaded();
  rig.dataSet.paging.loadNextPage(true);
  await rig.clock.advance(FETCH);
  expect(indices(rig)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(Object.keys(rig.dataSet.records)).toHaveLength(8);

  const documented = await loaded({ quirks: { loadOnlyNewPageIgnored: false } });
  documented.dataSet.paging.loadNextPage(true);
  await documented.clock.advance(FETCH);
  expect(indices(documented)).toEqual([4, 5, 6, 7]);
});

test("hasPreviousPage stays false and firstPageNumber is wrong after paging forward", async () => {
  for (const [quirks, expected] of [[{}, [false, 2]], [{ hasPreviousPageStuck: false, firstPageNumberWrong: false }, [true, 2]]] as const) {
    const rig = await loaded({ quirks });
    rig.dataSet.paging.loadExactPage(2);
    await rig.clock.advance(FETCH);
    expect([rig.dataSet.paging.hasPreviousPage, rig.dataSet.paging.firstPageNumber]).toEqual(expected);
  }
  const accumulated = await loaded();
  accumulated.dataSet.paging.loadNextPage();
  await accumulated.clock.advance(FETCH);
  expect(accumulated.dataSet.paging.firstPageNumber).toBe(2);
});

test("a page that was asked for before the last one arrived never arrives", async () => {
  const rig = await loaded();
  rig.dataSet.paging.loadNextPage();
  rig.dataSet.paging.loadNextPage();
  await rig.clock.advance(2 * FETCH);
  expect(indices(rig)).toEqual([0, 1, 2, 3, 8, 9]);

  const patient = await loaded({ quirks: { supersededPagesLost: false } });
  patient.dataSet.paging.loadNextPage();
  patient.dataSet.paging.loadNextPage();
  await patient.clock.advance(2 * FETCH);
  expect(indices(patient)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test("refresh loads, then goes back to page 1 and drops the pages after it", async () => {
  const rig = await loaded({ quirks: { extraPasses: [] } });
  rig.dataSet.paging.loadNextPage();
  await rig.clock.advance(FETCH);
  const before = rig.seen.length;
  rig.dataSet.refresh();
  await rig.clock.advance(FETCH);
  expect(rig.seen.slice(before).map(pass => [pass.loading, pass.ids.length])).toEqual([[true, 8], [false, 4]]);
});

test("a page size counts from the next refresh on and breaks paging after it", async () => {
  const rig = await loaded();
  rig.dataSet.paging.setPageSize(5);
  await rig.clock.advance(FETCH);
  expect([rig.dataSet.paging.pageSize, rig.last.ids.length]).toEqual([4, 4]);
  rig.dataSet.refresh();
  await rig.clock.advance(FETCH);
  expect([rig.dataSet.paging.pageSize, rig.last.ids.length]).toEqual([5, 5]);

  expect(() => rig.dataSet.paging.loadNextPage(true)).toThrow("paging cookie");
  rig.dataSet.paging.loadExactPage(2);
  await rig.clock.advance(FETCH);
  expect(indices(rig)).toEqual([0, 1, 2, 3, 4]);
  expect(rig.last.loading).toBe(false);
});

test("without that quirk, paging goes on in the new size", async () => {
  const rig = await loaded({ quirks: { resizeBreaksPaging: false } });
  rig.dataSet.paging.setPageSize(5);
  rig.dataSet.refresh();
  await rig.clock.advance(FETCH);
  rig.dataSet.paging.loadNextPage();
  await rig.clock.advance(FETCH);
  expect(indices(rig)).toHaveLength(10);
});

test("the count is capped at 5000, exact, or not made", async () => {
  const rows = runs(5001);
  for (const [totalResultCount, expected] of [["cappedAt5000", 5000], ["exact", 5001], ["notCounted", -1]] as const) {
    expect((await loaded({ rows, quirks: { totalResultCount } })).dataSet.paging.totalResultCount).toBe(expected);
  }
  expect((await loaded({ rows })).dataSet.paging.totalResultCount).toBe(5000);
});

test("before the first answer nothing is counted", () => {
  expect(createRig().dataSet.paging.totalResultCount).toBe(-1);
});

test("a failed fetch sets error and message and empties the records; the next one heals", async () => {
  for (const [quirks, left] of [[{}, 0], [{ failureEmptiesRecords: false }, 4]] as const) {
    const rig = await loaded({ quirks });
    rig.host.failNextFetch("SQL timeout expired");
    rig.dataSet.refresh();
    await rig.clock.advance(FETCH);
    expect(rig.dataSet).toMatchObject({ error: true, errorMessage: "SQL timeout expired", loading: false });
    expect(rig.last.ids).toHaveLength(left);
    rig.dataSet.refresh();
    await rig.clock.advance(FETCH);
    expect(rig.dataSet).toMatchObject({ error: false, errorMessage: "" });
    expect(rig.last.ids).toHaveLength(4);
  }
});

test("a change of the server is seen at the next fetch only", async () => {
  const rig = await loaded();
  rig.table.upsertRows([{ id: runId(0), cells: { name: "renamed" } }]);
  rig.table.deleteRows([runId(1)]);
  rig.context.factory.requestRender();
  await rig.clock.advance(FETCH);
  expect(rig.dataSet.records[runId(0)]?.getValue("name")).toBe("Run 0");
  rig.host.refresh();
  await rig.clock.advance(FETCH);
  expect(rig.dataSet.records[runId(0)]?.getValue("name")).toBe("renamed");
  expect(rig.dataSet.records[runId(0)]?.getValue("startedon")).toBe("2026-03-08T07:00:00.000Z");
  expect(indices(rig)).toEqual([0, 2, 3, 4]);
});

test("repeated ids stay in the order of ids, and one record answers for them", async () => {
  const rows = [...runs(2), { id: runId(0), cells: { name: "again", startedon: "2026-03-08T09:00:00Z" } }];
  const rig = await loaded({ rows });
  expect(indices(rig)).toEqual([0, 1, 0]);
  expect(rig.dataSet.records[runId(0)]?.getValue("name")).toBe("again");
});

test("loadPreviousPage is not modelled", async () => {
  expect(() => createRig().dataSet.paging.loadPreviousPage()).toThrow("paging.loadPreviousPage is not modelled");
});
