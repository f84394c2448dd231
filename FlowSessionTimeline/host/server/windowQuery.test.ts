/** @jest-environment jsdom */
import * as fc from "fast-check";
import { EpochMs, epochMs } from "../../base/brand";
import { NO_STATUS } from "../../domain/status";
import { Placed, placeSpan, SHAPES } from "../../domain/span";
import { profileOf } from "../../domain/tableProfile";
import { belongsTo } from "../../domain/windowMembership";
import { TimeRange } from "./contract";
import { columnsWithout, passes, questionOf, Row, utc } from "./fetch.testing";
import { childrenOf, writeXml } from "./fetchXml";
import { columnsOf, RecordColumns } from "./recordColumns";
import { windowQuery } from "./windowQuery";

const RANGE: TimeRange = { fromMs: epochMs(utc("2026-03-08T06:00:00Z")), toMs: epochMs(utc("2026-03-08T07:00:00Z")) };
const ALL = columnsWithout();
const orNull = (time: number): EpochMs | null => (Number.isNaN(time) ? null : epochMs(time));
const [RUNNING, SUCCEEDED, FAILED] = [2, 4, 8];

function query(columns: RecordColumns = ALL, range = RANGE, waits = false): Document {
  const result = windowQuery(questionOf(), columns, range, { waits });
  if (!result.ok) throw new Error(result.error);
  return result.value;
}
/** A row whose times are of this day, as HH:MM or HH:MM:SS, or whole instants. */
const row = (statuscode: number | undefined, times: Readonly<Record<string, string>>): Row => ({
  ...(statuscode === undefined ? {} : { statuscode }),
  ...Object.fromEntries(Object.entries(times).map(([column, time]) => [column, time.includes("T") ? time : `2026-03-08T${time.padEnd(8, ":00")}Z`])),
});

describe("the runs of a window", () => {
  it.each<[string, Row, boolean]>([
    ["ran within", row(SUCCEEDED, { startedon: "06:10", completedon: "06:20" }), true],
    ["a nine-day run seen from its middle", row(SUCCEEDED, { startedon: "2026-03-04T00:00:00Z", completedon: "2026-03-13T00:00:00Z" }), true],
    ["ended as the window begins", row(SUCCEEDED, { startedon: "05:00", completedon: "06:00" }), true],
    ["ended a second before", row(SUCCEEDED, { startedon: "05:00", completedon: "05:59:59" }), false],
    ["started as the window ends", row(SUCCEEDED, { startedon: "07:00", completedon: "08:00" }), false],
    ["started a second before its end", row(SUCCEEDED, { startedon: "06:59:59", completedon: "08:00" }), true],
    ["ended before it started, within", row(SUCCEEDED, { startedon: "06:30", completedon: "05:00" }), true],
    ["running since before", row(RUNNING, { startedon: "01:00" }), true],
    ["running since after", row(RUNNING, { startedon: "07:30" }), false],
    ["failed without a start within", row(FAILED, { completedon: "06:30", createdon: "01:00" }), true],
    ["failed without a start at the end", row(FAILED, { completedon: "07:00", createdon: "06:30" }), false],
    ["failed without a start before", row(FAILED, { completedon: "05:30" }), false],
    ["queued for three hours", row(1, { createdon: "04:00" }), true],
    ["queued later", row(1, { createdon: "07:00" }), false],
    ["finished without an end, started within", row(SUCCEEDED, { startedon: "06:00" }), true],
    ["finished without an end, started before", row(SUCCEEDED, { startedon: "05:00", createdon: "06:30" }), false],
    ["finished without any time but its creation", row(FAILED, { createdon: "06:30" }), true],
    ["finished without any time but an earlier creation", row(FAILED, { createdon: "05:30" }), false],
    ["of an unknown status, started within", row(77, { startedon: "06:30" }), true],
    ["without a status, started within", row(undefined, { startedon: "06:30" }), true],
    ["without a status, started before", row(undefined, { startedon: "05:30" }), false],
    ["without any time", row(RUNNING, {}), false],
  ])("%s", (_what, run, belongs) => expect(passes(query(), run)).toBe(belongs));

  it.each([1, 2, 3, 6])("status %i is open", (status) => expect(passes(query(), row(status, { startedon: "01:00" }))).toBe(true));
  it.each([0, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14])("status %i is not", (status) => expect(passes(query(), row(status, { startedon: "01:00" }))).toBe(false));

  it("has waits where they are drawn", () => {
    const waited = row(SUCCEEDED, { createdon: "04:00", startedon: "07:00", completedon: "08:00" });
    expect(passes(query(), waited)).toBe(false);
    expect(passes(query(ALL, RANGE, true), waited)).toBe(true);
    expect(passes(query(ALL, RANGE, true), row(SUCCEEDED, { createdon: "07:00", startedon: "08:00", completedon: "09:00" }))).toBe(false);
  });

  it("asks for whole seconds around the window, in UTC", () => {
    const xml = writeXml(query(ALL, { fromMs: epochMs(RANGE.fromMs + 999), toMs: epochMs(RANGE.toMs + 1) }));
    expect(xml).toContain('operator="lt" value="2026-03-08T07:00:01Z"');
    expect(xml).toContain('operator="ge" value="2026-03-08T06:00:00Z"');
    expect(xml).not.toMatch(/operator="on|-x-/);
  });

  it("asks for nothing that a column of dates cannot hold", () => {
    const xml = writeXml(query(ALL, { fromMs: epochMs(-1e15), toMs: epochMs(8e15) }));
    expect(xml).toContain('value="1753-01-01T00:00:00Z"');
    expect(xml).toContain('value="9999-12-31T00:00:00Z"');
  });

  it("comes newest first and ends its order with the id", () => {
    const [entity] = childrenOf(query().documentElement);
    expect(childrenOf(entity, "order").map((order) => [order.getAttribute("attribute"), order.getAttribute("descending")])).toEqual([["startedon", "true"], ["flowsessionid", null]]);
    expect(childrenOf(entity, "filter")).toHaveLength(1);
  });

  it("asks for the id and the listed columns, each once", () => {
    const [entity] = childrenOf(query().documentElement);
    const asked = childrenOf(entity, "attribute").map((one) => one.getAttribute("name"));
    expect(asked).toEqual(["flowsessionid", ...ALL.byRole.values()]);
    expect(new Set(asked).size).toBe(asked.length);
  });
});

describe("environments of another age", () => {
  it("cannot ask for a window without any time", () => {
    expect(windowQuery(questionOf(), columnsWithout("startedon", "completedon", "createdon"), RANGE, { waits: true })).toEqual({ ok: false, error: "noTimes" });
  });

  it.each(["startedon", "completedon", "createdon", "statuscode"])("without %s names it nowhere", (missing) => {
    expect(writeXml(query(columnsWithout(missing), RANGE, true))).not.toContain(`"${missing}"`);
  });
});

describe("the window's question and the axis", () => {
  const times = fc.option(fc.integer({ min: -5, max: 5 }).map((hours) => `${new Date(RANGE.fromMs + hours * 1_800_000).toISOString().slice(0, 19)}Z`), { nil: undefined });
  const statuses = fc.option(fc.integer({ min: 0, max: 15 }), { nil: undefined });
  const profiles = fc.constantFrom("flowsession", "processsession");
  const anyRow = fc.record({ startedon: times, executedon: times, completedon: times, canceledon: times, createdon: times, statuscode: statuses });

  it("agree: a run belongs if what is drawn of it lies in the window, whatever columns there are", () => {
    fc.assert(fc.property(profiles, anyRow, fc.subarray(["startedon", "executedon", "completedon", "canceledon", "createdon", "statuscode"]), fc.boolean(), (table, cells, there, waits) => {
      const columns = columnsOf(profileOf(table), `${table}id`, new Set(there), { withDetails: false });
      const known = Object.fromEntries(Object.entries(cells).filter(([column, cell]) => cell !== undefined && [...columns.byRole.values()].includes(column))) as Row;
      const result = windowQuery(questionOf(), columns, RANGE, { waits });
      const belongs = result.ok && passes(result.value, known);
      expect(belongs).toBe(isDrawn(known, columns, waits));
      // What was received is told from what is gone by the same rule.
      const { startedOn, completedOn, createdOn } = placed(known, columns);
      const stored = { startedOn: orNull(startedOn), completedOn: orNull(completedOn), createdOn: orNull(createdOn), modifiedOn: null };
      if (waits) expect(belongs).toBe(belongsTo(stored, columns.statuses.isOpen(Number(known.statuscode ?? NO_STATUS)), RANGE));
    }), { numRuns: 3000 });
  });

  /** Whether a bar, marker or wait lies in the window, by the axis' own placing. */
  function isDrawn(cells: Row, columns: RecordColumns, waits: boolean): boolean {
    const run = placed(cells, columns);
    const lies = run.fromMs < RANGE.toMs && (SHAPES[run.shape] === "marker" ? run.fromMs : run.toMs) >= RANGE.fromMs;
    return lies || (waits && run.createdOn < RANGE.toMs && run.startedOn >= RANGE.fromMs);
  }
});

/** A row's times as the axis takes them. */
function placed(cells: Row, columns: RecordColumns): Placed {
  const time = (...names: readonly string[]): number => Date.parse(String(names.map((name) => cells[name]).find((cell) => cell !== undefined)));
  const run = { startedOn: time("startedon", "executedon"), completedOn: time("completedon", "canceledon"), createdOn: time("createdon"), shape: 0, fromMs: NaN, toMs: NaN, waitFromMs: NaN };
  placeSpan(run, columns.statuses.isOpen(Number(cells.statuscode ?? NO_STATUS)));
  return run;
}
