import * as fc from "fast-check";
import { runToEnd } from "../base/work";
import { BlockReader } from "../domain/blockReader";
import { CellReader } from "../domain/cellReader";
import { DETAIL_ROLES, ROLES } from "../domain/role";
import { Run } from "../domain/run";
import { guid, STATUSES } from "../domain/run.testing";
import { RunStore } from "../domain/runStore";
import { ColumnBinding } from "./columnBinding";
import { DatasetRows } from "./datasetRows";

type EntityRecord = ComponentFramework.PropertyHelper.DataSetApi.EntityRecord;

/** Every role has a column of its own name. */
const EVERY_ROLE: ColumnBinding = { columns: new Map([...ROLES, ...DETAIL_ROLES].map((role) => [role, role])), missing: [], hasTime: true, isStamped: false };

const record = (cell: (column: string) => unknown, text: (column: string) => unknown = () => ""): EntityRecord => ({
  getRecordId: () => "", getNamedReference: () => ({ id: { guid: "" }, name: "" }),
  // Hosts give more than the typings say.
  getValue: (column: string) => cell(column) as ReturnType<EntityRecord["getValue"]>,
  getFormattedValue: (column: string) => text(column) as string,
} as EntityRecord);

/** A store that has taken in these records. */
function read(records: Readonly<Record<string, EntityRecord>>, { columns } = EVERY_ROLE, sortedRecordIds = Object.keys(records)): RunStore {
  const store = new RunStore(STATUSES);
  runToEnd(store.mergeInSlices(new CellReader(new DatasetRows({ sortedRecordIds, records }), columns, store.tables, STATUSES), "keep"));
  return store;
}
const run = (store: RunStore, n: number): Run => store.run(store.slotOf(guid(n)));
const kinds = (store: RunStore): readonly string[] => store.problems().map(({ kind }) => kind);
const fails = (): never => {
  throw new Error("the host could not read the cell");
};

describe("reading the host's rows", () => {
  const good: Readonly<Record<string, unknown>> = { startedOn: "2026-01-15T10:00:00.000Z", completedOn: "2026-01-15T10:05:00.000Z", runStatus: "8", errorCode: "E1" };

  it("reads each role from its column", () => {
    const store = read({ [guid(1)]: record((column) => good[column]) });
    expect(run(store, 1)).toMatchObject({ id: guid(1), startedOn: Date.UTC(2026, 0, 15, 10), completedOn: Date.UTC(2026, 0, 15, 10, 5), statusCode: 8, errorCode: "E1" });
    expect(store.problems()).toEqual([]);
  });

  it("takes a role without a column for empty", () => {
    const store = read({ [guid(1)]: record((column) => good[column]) }, { ...EVERY_ROLE, columns: new Map([["startedOn", "startedOn"]]) });
    expect(run(store, 1)).toMatchObject({ errorCode: "", completedOn: null });
  });

  it("keeps the other cells and rows if one cell cannot be read", () => {
    const broken = record((column) => (column === "errorCode" ? fails() : good[column]), (column) => (column === "runStatus" ? fails() : ""));
    const store = read({ [guid(1)]: broken, [guid(2)]: record((column) => good[column]) });
    expect([1, 2].map((n) => [run(store, n).errorCode, run(store, n).statusCode])).toEqual([["", 8], ["E1", 8]]);
  });

  it("says of a time that cannot be read that it is bad, so that nothing goes missing in silence", () => {
    expect(kinds(read({ [guid(1)]: record((column) => (column === "startedOn" ? fails() : good[column])) }))).toEqual(["badDate"]);
  });

  it("passes over an id without a record", () => {
    const store = read({}, EVERY_ROLE, [guid(1)]);
    expect([store.size, store.problems()]).toEqual([0, []]);
  });

  it("counts a repeated id for each further time that it is listed", () => {
    const store = read({ [guid(1)]: record((column) => good[column]) }, EVERY_ROLE, [guid(1), guid(1), guid(1)]);
    expect([store.size, store.problems()]).toEqual([1, [{ kind: "repeatedId", count: 2, examples: [guid(1)] }]]);
  });

  it("does not say of each row what is true of the view: that it has no column for the status or the end", () => {
    const of = (columns: ColumnBinding["columns"]): readonly string[] => kinds(read({ [guid(1)]: record((column) => good[column]) }, { ...EVERY_ROLE, columns }));
    expect(of(new Map([["startedOn", "startedOn"], ["completedOn", "completedOn"]]))).toEqual([]);
    expect(of(new Map([["startedOn", "startedOn"], ["runStatus", "runStatus"]]))).toEqual([]);
  });

  it("gives one run for each record, whatever is in the cells", () => {
    const hostile = fc.oneof(fc.anything(), fc.constant(fails));
    fc.assert(fc.property(fc.array(fc.tuple(hostile, hostile), { minLength: 1, maxLength: 5 }), (cells) => {
      const call = (cell: unknown): unknown => (cell === fails ? fails() : cell);
      const store = read(Object.fromEntries(cells.map(([value, text], n) => [guid(n), record(() => call(value), () => call(text))])));
      expect(store.size).toBe(cells.length);
    }));
  });

  it("gives the same runs and notes where many rows are read at a time, whatever is in the cells and whichever rows are missing", () => {
    const times = fc.constantFrom("2026-01-15T10:00:00.000Z", "2026-01-15T10:05:00Z", "yesterday", null, undefined, "", fails);
    const hostile = fc.oneof(fc.anything(), fc.constant(fails));
    const cells = fc.record({ startedOn: times, completedOn: times, createdOn: times, parentRun: fc.oneof(fc.nat(9).map((n) => ({ id: { guid: guid(n) } })), hostile), runStatus: fc.oneof(fc.nat(20).map(String), hostile), runName: hostile });
    const row = fc.record({ id: fc.oneof(fc.nat(12).map(guid), fc.constantFrom("", "no guid", `{${guid(3).toUpperCase()}}`)), isThere: fc.nat(9).map((n) => n > 0), cells });
    fc.assert(fc.property(fc.array(row, { maxLength: 14 }), (rows) => {
      const ask = (cell: unknown): unknown => (cell === fails ? fails() : cell);
      const records = Object.fromEntries(rows.filter(({ isThere }) => isThere).map((one) => [one.id, record((column) => ask(one.cells[column as keyof typeof one.cells]))]));
      const dataset = { sortedRecordIds: rows.map(({ id }) => id), records };
      const together = new RunStore(STATUSES);
      runToEnd(together.placeInSlices(new BlockReader(new DatasetRows(dataset), EVERY_ROLE.columns, together.tables, STATUSES), "keep"));
      runToEnd(together.readRest());
      const single = read(records, EVERY_ROLE, dataset.sortedRecordIds);
      const seen = (store: RunStore): object => [store.problems(), store.extent(), Array.from({ length: store.slotCount }, (_, slot) => [store.run(slot), store.parentSlot(slot)])];
      expect(seen(together)).toEqual(seen(single));
    }));
  });

  it("asks for no text of a blank cell, and once for that of each choice", () => {
    const asked: string[] = [];
    const cell = (column: string): unknown => (column === "runMode" ? 1 : good[column]);
    const rows = Object.fromEntries([1, 2, 3].map((n) => [guid(n), record(cell, (column) => (asked.push(column), "Attended"))]));
    expect(run(read(rows), 3).runMode).toEqual({ value: 1, label: "Attended" });
    expect(asked).toEqual(["runMode"]);
  });

  it("stops on the way, so that many rows do not hold the page", () => {
    const records = Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [guid(n), record((column) => good[column])]));
    const store = new RunStore(STATUSES);
    const work = store.mergeInSlices(new CellReader(new DatasetRows({ sortedRecordIds: Object.keys(records), records }), EVERY_ROLE.columns, store.tables, STATUSES), "remove");
    let pauses = 0;
    while (!work.next().done) pauses++;
    expect(pauses).toBeGreaterThanOrEqual(7);
  });
});
