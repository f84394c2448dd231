import * as fc from "fast-check";
import { epochMs } from "../base/brand";
import { aRun, guid, STATUSES, storeOf } from "./run.testing";
import { belongsTo, isStoredIn } from "./windowMembership";

const HOUR = 3_600_000;
const F = Date.UTC(2026, 2, 29, 0);
const T = F + 24 * HOUR;
const range = { fromMs: F, toMs: T };
const at = (hours: number | null) => (hours === null ? null : epochMs(F + hours * HOUR));
const belongs = (started: number | null, completed: number | null, created: number | null, isOpen = false) =>
  belongsTo({ startedOn: at(started), completedOn: at(completed), createdOn: at(created) }, isOpen, range);

it.each([
  ["ran inside", belongs(1, 2, 0), true],
  ["ended at the beginning", belongs(-2, 0, -2), true],
  ["ended before it", belongs(-2, -1, -2), false],
  ["starts at the end", belongs(24, 25, 24), false],
  ["a run of nine days seen from its middle", belongs(-100, 116, -100), true],
  ["open since before", belongs(-50, null, -50, true), true],
  ["finished without an end, started before", belongs(-1, null, -1), false],
  ["finished without an end, started inside", belongs(3, null, 3), true],
  ["failed without a start", belongs(null, 5, 4), true],
  ["failed without a start, later", belongs(null, 25, 4), false],
  ["queued for three hours, started after the window", belongs(25, 26, 22), true],
  ["queued and started after the window", belongs(26, 27, 25), false],
  ["waits still", belongs(null, null, -400, true), true],
  ["will wait later", belongs(null, null, 24, true), false],
  ["finished with nothing but its creation, inside", belongs(null, null, 3), true],
  ["finished with nothing but its creation, before", belongs(null, null, -3), false],
  ["no time at all", belongs(null, null, null, true), false],
  ["ended before it started, which was inside", belongs(2, -3, 1), true],
])("%s", (_, is, should) => expect(is).toBe(should));

it("every run that shows in a window belongs to it", () => {
  const hour = fc.option(fc.integer({ min: -60, max: 60 }), { nil: null });
  fc.assert(fc.property(hour, hour, hour, fc.constantFrom(1, 2, 3, 4, 6, 8, 7, 0), (started, completed, created, statusCode) => {
    const store = storeOf(aRun(guid(1), { startedOn: at(started), completedOn: at(completed), createdOn: at(created), statusCode }));
    const begin = store.beginMs[0];
    const end = store.toMs[0];
    const shows = !Number.isNaN(begin) && begin < T && (end > F || (end === begin && begin >= F));
    if (shows) expect(isStoredIn(store, 0, range)).toBe(true);
    expect(STATUSES.knows(statusCode)).toBe(true);
  }));
});
