import * as fc from "fast-check";
import { runToEnd } from "../base/work";
import { ParsedRow } from "../domain/parseRun";
import { problemBit } from "../domain/problem";
import { DETAIL_ROLES, ROLES } from "../domain/role";
import { guid, STATUSES } from "../domain/run.testing";
import { ColumnBinding } from "./columnBinding";
import { readRows } from "./readRows";

type EntityRecord = ComponentFramework.PropertyHelper.DataSetApi.EntityRecord;

/** Every role has a column of its own name. */
const EVERY_ROLE: ColumnBinding = { columns: new Map([...ROLES, ...DETAIL_ROLES].map((role) => [role, role])), missing: [], hasTime: true };

const record = (cell: (column: string) => unknown, text: (column: string) => unknown = () => ""): EntityRecord => ({
  getRecordId: () => "", getNamedReference: () => ({ id: { guid: "" }, name: "" }),
  // Hosts give more than the typings say.
  getValue: (column: string) => cell(column) as ReturnType<EntityRecord["getValue"]>,
  getFormattedValue: (column: string) => text(column) as string,
} as EntityRecord);

const read = (records: Record<string, EntityRecord>, binding = EVERY_ROLE): ParsedRow[] => runToEnd(readRows({ sortedRecordIds: Object.keys(records), records }, binding, STATUSES));
const fails = (): never => {
  throw new Error("the host could not read the cell");
};

describe("reading the host's rows", () => {
  const good: Readonly<Record<string, unknown>> = { startedOn: "2026-01-15T10:00:00.000Z", completedOn: "2026-01-15T10:05:00.000Z", runStatus: "8", errorCode: "E1" };

  it("reads each role from its column", () => {
    const [row] = read({ [guid(1)]: record((column) => good[column]) });
    expect(row?.run).toMatchObject({ id: guid(1), startedOn: Date.UTC(2026, 0, 15, 10), completedOn: Date.UTC(2026, 0, 15, 10, 5), statusCode: 8, errorCode: "E1" });
    expect(row?.problems).toBe(0);
  });

  it("takes a role without a column for empty", () => {
    const [row] = read({ [guid(1)]: record((column) => good[column]) }, { ...EVERY_ROLE, columns: new Map([["startedOn", "startedOn"]]) });
    expect(row?.run).toMatchObject({ errorCode: "", completedOn: null });
  });

  it("keeps the other cells and rows if one cell cannot be read", () => {
    const broken = record((column) => (column === "errorCode" ? fails() : good[column]), (column) => (column === "runStatus" ? fails() : ""));
    const rows = read({ [guid(1)]: broken, [guid(2)]: record((column) => good[column]) });
    expect(rows.map(({ run }) => [run.id, run.errorCode, run.statusCode])).toEqual([[guid(1), "", 8], [guid(2), "E1", 8]]);
  });

  it("says of a time that cannot be read that it is bad, so that nothing goes missing in silence", () => {
    const [row] = read({ [guid(1)]: record((column) => (column === "startedOn" ? fails() : good[column])) });
    expect((row?.problems ?? 0) & problemBit("badDate")).not.toBe(0);
  });

  it("passes over an id without a record", () => {
    expect(runToEnd(readRows({ sortedRecordIds: [guid(1)], records: {} }, EVERY_ROLE, STATUSES))).toEqual([]);
  });

  it("reads a repeated id once for each time that it is listed", () => {
    const records = { [guid(1)]: record((column) => good[column]) };
    expect(runToEnd(readRows({ sortedRecordIds: [guid(1), guid(1)], records }, EVERY_ROLE, STATUSES))).toHaveLength(2);
  });

  it("does not say of each row what is true of the view: that it has no column for the status or the end", () => {
    const bits = (columns: ColumnBinding["columns"]): number => read({ [guid(1)]: record((column) => good[column]) }, { ...EVERY_ROLE, columns })[0]?.problems ?? -1;
    expect(bits(new Map([["startedOn", "startedOn"], ["completedOn", "completedOn"]]))).toBe(0);
    expect(bits(new Map([["startedOn", "startedOn"], ["runStatus", "runStatus"]]))).toBe(0);
  });

  it("gives one row for each record, whatever is in the cells", () => {
    const hostile = fc.oneof(fc.anything(), fc.constant(fails));
    fc.assert(fc.property(fc.array(fc.tuple(hostile, hostile), { minLength: 1, maxLength: 5 }), (cells) => {
      const call = (cell: unknown): unknown => (cell === fails ? fails() : cell);
      const records = Object.fromEntries(cells.map(([value, text], n) => [guid(n), record(() => call(value), () => call(text))]));
      expect(read(records).map(({ run }) => run.id)).toEqual(Object.keys(records));
    }));
  });

  it("stops on the way, so that many rows do not hold the page", () => {
    const records = Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [guid(n), record((column) => good[column])]));
    const work = readRows({ sortedRecordIds: Object.keys(records), records }, EVERY_ROLE, STATUSES);
    let pauses = 0;
    while (!work.next().done) pauses++;
    expect(pauses).toBeGreaterThanOrEqual(9);
  });
});
