import { Database, type ServerTable } from "../../emulator";
import { fleet } from "./fleet";
import { Status } from "./flowsession";
import { writeHistory } from "./history";
import { flowsessionOf, type Age } from "./serverTable";

const nowMs = Date.UTC(2026, 10, 18, 14);
const ROWS = 40_000;

function history(seed = 1, age: Age = "current"): ServerTable {
  const table = new Database().add(flowsessionOf(age));
  writeHistory(table, { rows: ROWS, nowMs, seed });
  return table;
}
const instants = (table: ServerTable, column: string): Float64Array => table.numbers(column).values.subarray(0, table.rowCount);
const statusOf = (table: ServerTable, row: number): unknown => table.coded("statuscode").get(row);

const table = history();
const created = instants(table, "createdon");
const started = instants(table, "startedon");
const completed = instants(table, "completedon");
const everyRow = Array.from({ length: ROWS }, (_, row) => row);

test("there are as many rows as asked for, each with an id of its own, the same for the same seed", () => {
  expect(table.rowCount).toBe(ROWS);
  expect(new Set(Array.from({ length: ROWS }, (_, row) => table.ids.get(row))).size).toBe(ROWS);
  expect(table.ids.get(0)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const again = history();
  expect([0, 777, ROWS - 1].map(row => again.row(row))).toEqual([0, 777, ROWS - 1].map(row => table.row(row)));
  expect(history(2).ids.get(0)).not.toBe(table.ids.get(0));
});

test("times are in order, none is after now, and only open runs lack an end", () => {
  const wrong = everyRow.filter(row => {
    const [a = NaN, b = NaN, c = NaN] = [created[row], started[row], completed[row]];
    const status = statusOf(table, row);
    const open = status === Status.Running || status === Status.Waiting;
    return !(a <= nowMs) || b < a || c < a || c < b || b > nowMs || c > nowMs || Number.isNaN(c) !== open;
  });
  expect(wrong.map(row => table.row(row))).toEqual([]);
});

test("there are ever more runs, fewer at weekends, and a batch at night", () => {
  const perDay = new Map<number, number>();
  let nightly = 0;
  for (const at of created) {
    const day = Math.floor(at / 86_400_000);
    perDay.set(day, (perDay.get(day) ?? 0) + 1);
    if (at % 86_400_000 >= 22 * 3_600_000 && at % 86_400_000 < 22.5 * 3_600_000) nightly++;
  }
  const today = Math.floor(nowMs / 86_400_000);
  const runs = (from: number, to: number, weekends: boolean): number => {
    const days = [...perDay].filter(([day]) => day >= from && day < to && ((new Date(day * 86_400_000).getUTCDay() % 6 === 0) === weekends));
    return days.reduce((sum, [, count]) => sum + count, 0) / days.length;
  };
  expect(runs(today - 90, today, false)).toBeGreaterThan(3 * runs(today - 1095, today - 1000, false));
  expect(runs(today - 90, today, true) / runs(today - 90, today, false)).toBeCloseTo(0.45, 1);
  expect(nightly / ROWS).toBeGreaterThan(0.25);
  expect(Math.min(...perDay.keys())).toBeLessThan(today - 1090);
});

test("most failures never started; children lie within their parents, on the same machine", () => {
  const failed = everyRow.filter(row => statusOf(table, row) === Status.Failed);
  expect(failed.filter(row => Number.isNaN(started[row])).length / failed.length).toBeGreaterThan(0.7);
  const parents = table.references("parentdesktopflowrunid");
  const machineOf = (row: number): number | undefined => table.coded("machineid").codes[row];
  const children = everyRow.filter(row => !parents.isNull(row));
  const wrong = children.filter(row => {
    const above = table.rowOf(parents.ids.get(row));
    return above < 0 || !((started[row] ?? NaN) >= (started[above] ?? NaN)) || (completed[row] ?? 0) > (completed[above] ?? Infinity) || machineOf(row) !== machineOf(above);
  });
  expect(wrong.map(row => table.row(row))).toEqual([]);
  expect(children.length).toBeGreaterThan(ROWS / 10);
});

test("two hundred machines take turns, and no machine runs two roots at once", () => {
  expect(fleet).toHaveLength(200);
  const last = new Map<number, number>();
  const parents = table.references("parentdesktopflowrunid");
  const machines = table.coded("machineid").codes;
  const overlapping = everyRow.filter(row => {
    const machine = machines[row] ?? 0;
    if (machine === 0 || !parents.isNull(row)) return false;
    const before = last.get(machine) ?? 0;
    last.set(machine, Number.isNaN(completed[row]) ? Infinity : completed[row] ?? Infinity);
    return !((started[row] ?? NaN) >= before);
  });
  expect(overlapping).toEqual([]);
  expect(last.size).toBe(200);
});

test("an old environment's columns are enough", () => {
  const old = history(1, "old");
  expect(old.rowCount).toBe(ROWS);
  expect(old.row(5).cells.triggertype).toBeUndefined();
});
