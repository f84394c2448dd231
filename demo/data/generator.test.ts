import type { EmulatedRow, LookupCell } from "../../emulator";
import { outlierLength } from "./curiosities";
import { flowsession, Status } from "./flowsession";
import { generateRuns } from "./generator";

const nowMs = Date.UTC(2026, 0, 15, 12, 30);
const hour = 3_600_000;
const sizes = [200, 2_000, 10_000];
const data = new Map(sizes.map(size => [size, generateRuns({ size, nowMs })]));
const rowsOf = (size: number): readonly EmulatedRow[] => data.get(size) ?? [];

const time = (row: EmulatedRow, column: string): number | null => {
  const value = row.cells[column];
  return typeof value === "string" ? Date.parse(value) : null;
};
const lookup = (row: EmulatedRow, column: string): LookupCell | null => (row.cells[column] ?? null) as LookupCell | null;
const status = (row: EmulatedRow): number => Number(row.cells.statuscode);

describe("the generator's contract", () => {
  it("makes exactly as many rows as asked for", () => {
    for (const size of [0, 1, 50, 199, 200, 2_000]) expect(generateRuns({ size, nowMs })).toHaveLength(size);
  });

  it("makes a hundred thousand", () => {
    expect(generateRuns({ size: 100_000, nowMs })).toHaveLength(100_000);
  });

  it("makes the same rows for the same seed, size and now, and others for another seed", () => {
    expect(generateRuns({ size: 500, nowMs, seed: 7 })).toEqual(generateRuns({ size: 500, nowMs, seed: 7 }));
    expect(generateRuns({ size: 500, nowMs, seed: 8 })).not.toEqual(generateRuns({ size: 500, nowMs, seed: 7 }));
  });

  it("moves with now", () => {
    const newest = (at: number): number => Math.max(...generateRuns({ size: 300, nowMs: at }).map(row => time(row, "createdon") ?? 0));
    const later = nowMs + 400 * 24 * hour + 17_000;
    expect(newest(later) - newest(nowMs)).toBe(later - nowMs);
  });

  it.each([-1, 1.5, Number.NaN])("refuses the size %p", size => {
    expect(() => generateRuns({ size, nowMs })).toThrow(RangeError);
  });
});

describe.each(sizes)("%i generated rows", size => {
  const rows = rowsOf(size);
  const byId = new Map(rows.map(row => [row.id, row]));

  it("use columns of flowsession only, with whole seconds and nothing after now", () => {
    const columns = new Set(rows.flatMap(row => Object.keys(row.cells)));
    expect([...columns].filter(column => !(column in flowsession.columns))).toEqual([]);
    const instants = rows.flatMap(row => ["createdon", "startedon", "completedon", "modifiedon"].map(column => time(row, column))).filter(at => at !== null);
    expect(instants.filter(at => !(at <= nowMs && at % 1_000 === 0))).toEqual([]);
    expect(rows.filter(row => !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(row.id))).toEqual([]);
  });

  it("hold every status", () => {
    expect(new Set(rows.map(status))).toEqual(new Set(Array.from({ length: 15 }, (_, code) => code)));
  });

  it("hold parents three deep", () => {
    const ancestors = (row: EmulatedRow | undefined): number => {
      const parent = row && lookup(row, "parentdesktopflowrunid");
      return parent && byId.has(parent.id) ? 1 + ancestors(byId.get(parent.id)) : 0;
    };
    expect(Math.max(...rows.map(ancestors))).toBe(3);
  });

  it("hold children within the time of their parent, on its machine", () => {
    let checked = 0;
    for (const row of rows) {
      const parent = byId.get(lookup(row, "parentdesktopflowrunid")?.id ?? "");
      const [start, end] = [time(row, "startedon"), time(row, "completedon")];
      if (!parent || start === null || end === null || time(parent, "completedon") === null) continue;
      expect(start).toBeGreaterThanOrEqual(time(parent, "startedon") ?? Infinity);
      expect(end).toBeLessThanOrEqual(time(parent, "completedon") ?? 0);
      expect(lookup(row, "machineid")?.id).toBe(lookup(parent, "machineid")?.id);
      checked++;
    }
    expect(checked).toBeGreaterThan(20);
  });

  it("hold ghosts: two children of one parent that is not in the data, and one of another", () => {
    const missing = rows.map(row => lookup(row, "parentdesktopflowrunid")?.id).filter(id => id !== undefined && !byId.has(id));
    expect(missing).toHaveLength(3);
    expect(new Set(missing).size).toBe(2);
  });

  it("hold runs that waited for a machine for more than a minute", () => {
    expect(rows.some(row => (time(row, "startedon") ?? 0) - (time(row, "createdon") ?? 0) > 60_000)).toBe(true);
  });

  it("hold queued runs and open runs near now", () => {
    const recent = rows.filter(row => (time(row, "createdon") ?? 0) > nowMs - 2 * hour && time(row, "completedon") === null);
    expect(recent.filter(row => status(row) === Status.Waiting && time(row, "startedon") === null).length).toBeGreaterThanOrEqual(5);
    expect(recent.filter(row => status(row) === Status.Running && time(row, "startedon") !== null).length).toBeGreaterThanOrEqual(5);
  });

  it("hold failures of one cause on one machine within an hour", () => {
    const failures = rows.filter(row => status(row) === Status.Failed && time(row, "startedon") !== null && lookup(row, "machineid"));
    const cluster = (around: EmulatedRow): number => failures.filter(row => row.cells.errorcode === around.cells.errorcode
      && lookup(row, "machineid")?.id === lookup(around, "machineid")?.id
      && Math.abs((time(row, "startedon") ?? 0) - (time(around, "startedon") ?? 0)) <= hour / 2).length;
    expect(Math.max(...failures.map(cluster))).toBeGreaterThanOrEqual(8);
  });

  it("hold mostly failures without a start and without a machine", () => {
    const failures = rows.filter(row => status(row) === Status.Failed);
    const unstarted = failures.filter(row => time(row, "startedon") === null && time(row, "completedon") !== null);
    expect(unstarted.length).toBeGreaterThan(failures.length / 2);
    expect(unstarted.every(row => lookup(row, "machineid") === null)).toBe(true);
    expect(unstarted.filter(row => row.cells.errorcode === "NoCandidateMachine").length).toBeGreaterThan(unstarted.length / 2);
  });

  it("say why a run failed, the inner error as JSON", () => {
    for (const row of rows.filter(candidate => status(candidate) === Status.Failed)) {
      expect(row.cells.errorcode).toEqual(expect.stringMatching(/^\w+$/));
      expect(JSON.parse(String(row.cells.errorinnererror))).toMatchObject({ error: { code: row.cells.errorcode, innererror: { code: expect.any(String) } } });
    }
  });

  it("hold three repeated ids with four surplus rows", () => {
    expect(rows.length - byId.size).toBe(4);
    const seen = new Set<string>();
    const repeated = new Set(rows.filter(row => seen.size === seen.add(row.id).size).map(row => row.id));
    expect(repeated.size).toBe(3);
  });

  it("hold the outlier of nine days", () => {
    expect(rows.filter(row => (time(row, "completedon") ?? 0) - (time(row, "startedon") ?? Infinity) === outlierLength)).toHaveLength(1);
  });

  it("hold runs that finished without an end, and one that ends before it starts", () => {
    expect(rows.filter(row => status(row) === Status.Succeeded && time(row, "completedon") === null)).toHaveLength(1);
    expect(rows.filter(row => (time(row, "completedon") ?? Infinity) < (time(row, "startedon") ?? 0))).toHaveLength(1);
  });

  it("hold test runs, every trigger, all run modes, several owners and session users", () => {
    const values = (column: string): Set<unknown> => new Set(rows.map(row => row.cells[column]));
    expect(values("subcategory")).toEqual(new Set([0, 1]));
    expect(values("triggertype")).toEqual(new Set([0, 1, 2, 3, 4]));
    expect(values("runmode")).toEqual(new Set([0, 1, 2]));
    expect(new Set(rows.map(row => lookup(row, "ownerid")?.id)).size).toBeGreaterThan(3);
    expect(values("sessionusername").size).toBeGreaterThan(3);
  });
});

it("unattended runs take turns on a machine, but for the few awkward ones", () => {
  const rows = rowsOf(2_000).filter(row => !lookup(row, "parentdesktopflowrunid") && time(row, "startedon") !== null && row.cells.runmode === 2);
  let overlaps = 0;
  for (const row of rows) {
    const [start, end] = [time(row, "startedon") ?? 0, time(row, "completedon") ?? nowMs];
    const machine = lookup(row, "machineid")?.id;
    overlaps += rows.filter(other => other !== row && lookup(other, "machineid")?.id === machine && (time(other, "startedon") ?? 0) > start && (time(other, "startedon") ?? 0) < end).length;
  }
  expect(overlaps).toBeLessThan(rows.length / 20);
});
