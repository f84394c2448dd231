/** @jest-environment jsdom */
import * as fc from "fast-check";
import type { EmulatedRow } from "../../../emulator/contract";
import { caller, databaseOf, flowsession, runId } from "../../../emulator/server/database.testing";
import type { Database } from "../../../emulator/server/database";
import { TestClock } from "../../../tests/support/testClock";
import { EpochMs, epochMs } from "../../base/brand";
import { profileOf } from "../../domain/tableProfile";
import { belongsTo } from "../../domain/windowMembership";
import { Entity } from "./contract";
import { COUNT, countQuery } from "./countQuery";
import { questionOf, utc } from "./fetch.testing";
import { FetchClient } from "./fetchClient";
import { GROUP, overviewQueries } from "./overviewQuery";
import { columnsOf } from "./recordColumns";
import { windowQuery } from "./windowQuery";

/** The questions as a strict evaluator of FetchXML answers them, against plain scans of the same rows. */
const COLUMNS = columnsOf(profileOf("flowsession"), "flowsessionid", new Set(Object.keys(flowsession.columns)), { withDetails: false });
const START = utc("2026-03-07T22:00:00Z");
const MINUTE_MS = 60_000;
const OPEN = 2;

const clientOf = (database: Database): FetchClient => new FetchClient({
  retrieveMultiple: async (_table, options, pageSize) => {
    const { entities, cookie } = database.fetch({ xml: decodeURIComponent(options.slice("?fetchXml=".length)), caller, nowMs: START, pageSize });
    return { entities, ...(cookie === null ? {} : { fetchXmlPagingCookie: cookie }) };
  },
  retrieveRecord: () => Promise.reject(new Error("not asked")),
}, new TestClock());

async function all(database: Database, query: Document, pageSize = 3): Promise<readonly Entity[]> {
  const rows: Entity[] = [];
  expect(await clientOf(database).read(query, ({ entities }) => rows.push(...entities) >= 0, null, pageSize)).toEqual({ ok: true, value: "all" });
  return rows;
}

const time = fc.option(fc.integer({ min: 0, max: 20 }).map((steps) => START + steps * 15 * MINUTE_MS), { nil: null });
const run = fc.record({ startedOn: time, completedOn: time, createdOn: time, status: fc.constantFrom(OPEN, 4, 8) });
type Run = typeof run extends fc.Arbitrary<infer T> ? T : never;

const rowOf = ({ startedOn, completedOn, createdOn, status }: Run, index: number): EmulatedRow => ({
  id: runId(index),
  cells: { startedon: cellOf(startedOn), completedon: cellOf(completedOn), createdon: cellOf(createdOn), statuscode: status },
});
const cellOf = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());
const timesOf = ({ startedOn, completedOn, createdOn }: Run): Parameters<typeof belongsTo>[0] => ({ startedOn: orNull(startedOn), completedOn: orNull(completedOn), createdOn: orNull(createdOn) });
const orNull = (ms: number | null): EpochMs | null => (ms === null ? null : epochMs(ms));

it("a window's pages hold each of its runs once, and its count their number", async () => {
  await fc.assert(fc.asyncProperty(fc.array(run, { maxLength: 25 }), fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 7 }), async (runs, from, length, pageSize) => {
    const database = databaseOf(runs.map(rowOf));
    const range = { fromMs: epochMs(START + from * MINUTE_MS), toMs: epochMs(START + (from + length) * MINUTE_MS) };
    const query = windowQuery(questionOf(), COLUMNS, range, { waits: true });
    const expected = runs.flatMap((one, index) => (belongsTo(timesOf(one), one.status === OPEN, range) ? [runId(index)] : []));
    const rows = query.ok ? await all(database, query.value, pageSize) : [];
    expect(rows.map(({ flowsessionid }) => flowsessionid).sort()).toEqual(expected);
    expect(await clientOf(database).count(countQuery(questionOf(), COLUMNS, range), null)).toEqual({ ok: true, value: expected.length });
  }), { numRuns: 60 });
});

it("the days of an overview hold each run once, on its day of UTC", async () => {
  await fc.assert(fc.asyncProperty(fc.array(run, { maxLength: 25 }), async (runs) => {
    const database = databaseOf(runs.map(rowOf));
    const queries = overviewQueries(questionOf(), COLUMNS, { fromMs: epochMs(utc("2026-03-01T00:00:00Z")), toMs: epochMs(utc("2026-04-01T00:00:00Z")) });
    const groups = (await Promise.all((queries.ok ? queries.value : []).map((query) => all(database, query)))).flat();
    const counted = new Map<string, number>();
    for (const group of groups) add(counted, `${String(group[GROUP.year])}-${String(group[GROUP.month])}-${String(group[GROUP.day])} ${String(group[GROUP.status])}`, Number(group[COUNT]));
    const expected = new Map<string, number>();
    for (const { startedOn, completedOn, createdOn, status } of runs) {
      const placed = startedOn ?? completedOn ?? createdOn;
      const day = new Date(placed ?? NaN);
      if (placed !== null) add(expected, `${day.getUTCFullYear()}-${day.getUTCMonth() + 1}-${day.getUTCDate()} ${status}`, 1);
    }
    expect(counted).toEqual(expected);
  }), { numRuns: 60 });
});

const add = (counts: Map<string, number>, key: string, n: number): void => void counts.set(key, (counts.get(key) ?? 0) + n);
