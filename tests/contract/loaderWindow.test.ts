/** @jest-environment jsdom */
import type { EmulatedRow } from "../../emulator";
import { HOUR, instant, NEWEST_FIRST, runId, servedRun, ServerRig, serverRig, storedView } from "../support/serverRig";

/**
 * Each kind of run at the window's edges, from the table to the store, where the browser's zone (that of the process), the user's and UTC
 * all differ, on days on which the user's clock is put forward or back: by half an hour on Lord Howe, at midnight in Havana.
 */
const ZONES = [
  { zone: "Australia/Lord_Howe", day: "2025-10-05", fromMs: Date.UTC(2025, 9, 4, 13, 30), toMs: Date.UTC(2025, 9, 5, 13) },
  { zone: "Australia/Lord_Howe", day: "2025-04-06", fromMs: Date.UTC(2025, 3, 5, 13), toMs: Date.UTC(2025, 3, 6, 13, 30) },
  { zone: "America/Havana", day: "2025-03-09", fromMs: Date.UTC(2025, 2, 9, 5), toMs: Date.UTC(2025, 2, 10, 4) },
  { zone: "America/Havana", day: "2025-11-02", fromMs: Date.UTC(2025, 10, 2, 4), toMs: Date.UTC(2025, 10, 3, 5) },
] as const;

const DAY = 24 * HOUR;
const at = (ms: number | null): string | null => (ms === null ? null : instant(ms));
const run = (n: number, status: number, created: number | null, started: number | null, ended: number | null): EmulatedRow =>
  servedRun(n, 0, { statuscode: status, createdon: at(created), startedon: at(started), completedon: at(ended) });

const RUNNING = 2;
const OK = 4;
const FAILED = 8;
const UNKNOWN = 4711;

/** Runs that belong to [F, T), and runs that do not, though they come near or look alike. Far: farther than the margin that is read too. */
const casesOf = (F: number, T: number): readonly (readonly [what: string, isIn: boolean, row: (n: number) => EmulatedRow])[] => [
  ["runs within", true, (n) => run(n, OK, F, F + HOUR, F + 2 * HOUR)],
  ["starts with the window", true, (n) => run(n, OK, F, F, F + 1000)],
  ["ends as the window begins", true, (n) => run(n, OK, F - HOUR, F - HOUR, F)],
  ["starts in the last second", true, (n) => run(n, OK, T - 1000, T - 1000, T + HOUR)],
  ["of nine days, seen from its middle", true, (n) => run(n, OK, F - 5 * DAY, F - 5 * DAY, F + 4 * DAY)],
  ["queued for three hours, started after the window", true, (n) => run(n, OK, T - 2 * HOUR, T + HOUR, T + 2 * HOUR)],
  ["queued through the whole window", true, (n) => run(n, OK, F - 5 * DAY, T + 5 * DAY, T + 6 * DAY)],
  ["queued and not started", true, (n) => run(n, RUNNING, F - 5 * DAY, null, null)],
  ["open since long ago", true, (n) => run(n, RUNNING, F - 9 * DAY, F - 9 * DAY, null)],
  ["failed without a start", true, (n) => run(n, FAILED, F - 9 * DAY, null, F + HOUR)],
  ["failed without start and end", true, (n) => run(n, FAILED, F + HOUR, null, null)],
  ["finished without an end", true, (n) => run(n, OK, F + HOUR, F + HOUR, null)],
  ["of a status that nobody knows, without an end", true, (n) => run(n, UNKNOWN, F + HOUR, F + HOUR, null)],
  ["ends before it starts", true, (n) => run(n, OK, F + 3 * HOUR, F + 3 * HOUR, F + HOUR)],
  ["starts within, ended nine days before", true, (n) => run(n, OK, null, F + HOUR, F - 9 * DAY)],
  ["ended long before", false, (n) => run(n, OK, F - 9 * DAY, F - 9 * DAY, F - 8 * DAY)],
  ["starts long after", false, (n) => run(n, OK, T + 8 * DAY, T + 8 * DAY, T + 9 * DAY)],
  ["finished without an end, long before", false, (n) => run(n, OK, F - 9 * DAY, F - 9 * DAY, null)],
  ["failed without a start, long before, though created within", false, (n) => run(n, FAILED, F + HOUR, null, F - 9 * DAY)],
  ["failed without start and end, long before", false, (n) => run(n, FAILED, F - 9 * DAY, null, null)],
  ["of a status that nobody knows, without an end, long before", false, (n) => run(n, UNKNOWN, F - 9 * DAY, F - 9 * DAY, null)],
  ["without a status, without an end, long before", false, (n) => servedRun(n, F - 9 * DAY, { statuscode: null, completedon: null })],
  ["open, from long after", false, (n) => run(n, RUNNING, T + 9 * DAY, null, null)],
  ["without any time", false, (n) => run(n, OK, null, null, null)],
];

async function opened(rows: readonly EmulatedRow[], timeZone: string, fromMs: number, toMs: number, inside = ""): Promise<ServerRig> {
  const rig = serverRig({ rows, user: { language: "en-US", timeZone }, views: [storedView(inside + NEWEST_FIRST)], pageSize: 4 });
  await rig.wait(101);
  rig.demand(fromMs, toMs);
  await rig.wait(2000);
  expect(rig.state()).toMatchObject({ limit: null, server: { phase: "complete" } });
  return rig;
}

describe.each(ZONES)("a day of $zone on which clocks change: $day", ({ zone, day, fromMs, toMs }) => {
  const cases = casesOf(fromMs, toMs);

  it("is not a day of the browser's zone", () => {
    expect([new Date(fromMs).getHours(), (toMs - fromMs) / HOUR]).not.toEqual([0, 24]);
  });

  it("holds the runs that belong to it, and no others", async () => {
    const rig = await opened(cases.map(([, , row], n) => row(n)), zone, fromMs, toMs);
    const here = new Set(rig.ids());
    expect(cases.filter((_, n) => here.has(runId(n))).map(([what]) => what)).toEqual(cases.filter(([, isIn]) => isIn).map(([what]) => what));
    expect(rig.host.violations).toEqual([]);
  });

  it("is the user's day where a view asks for one", async () => {
    const minute = 60_000;
    const times = [fromMs - minute, fromMs, fromMs + minute, toMs - minute, toMs, toMs + minute];
    const filter = `<filter><condition attribute="startedon" operator="on" value="${day}"/></filter>`;
    const rig = await opened(times.map((ms, n) => servedRun(n, ms)), zone, fromMs - DAY, toMs + DAY, filter);
    expect(rig.ids()).toEqual([1, 2, 3].map(runId));
  });
});
