import * as fc from "fast-check";
import { epochMs } from "../base/brand";
import { anyRun, aRun, guid, spanOf, STATUSES } from "./run.testing";
import { Run } from "./run";

const t = (seconds: number): Run["startedOn"] => epochMs(seconds * 1000);
const RUNNING = 2;
const WAITING = 3;
const FAILED = 8;
const UNKNOWN = 99;
type Span = ReturnType<typeof spanOf>;
const span = (parts: Partial<Run>): Span => spanOf(aRun(guid(1), parts));
const place = (shape: Span["shape"], from: number, to: number, wait = NaN): Span => ({
  shape, fromMs: from * 1000, toMs: to * 1000, waitFromMs: wait * 1000,
});

describe("the span of a run", () => {
  it.each<[string, Partial<Run>, Span]>([
    ["started and completed: a bar", { startedOn: t(10), completedOn: t(20) }, place("bar", 10, 20)],
    ["created before it started: a wait and a bar", { createdOn: t(4), startedOn: t(10), completedOn: t(20) }, place("bar", 10, 20, 4)],
    ["created when it started: no wait", { createdOn: t(10), startedOn: t(10), completedOn: t(20) }, place("bar", 10, 20)],
    ["imported after it ran: no wait", { createdOn: t(90), startedOn: t(10), completedOn: t(20) }, place("bar", 10, 20)],
    ["no length: a bar", { startedOn: t(10), completedOn: t(10) }, place("bar", 10, 10)],
    ["running and completed: a bar all the same", { statusCode: RUNNING, startedOn: t(10), completedOn: t(20) }, place("bar", 10, 20)],
    ["running: open", { statusCode: RUNNING, createdOn: t(4), startedOn: t(10) }, place("open", 10, Infinity, 4)],
    ["queued: open since it was created", { statusCode: WAITING, createdOn: t(4) }, place("queued", 4, Infinity)],
    ["failed without a start: a marker at its end", { statusCode: FAILED, createdOn: t(4), completedOn: t(20) }, place("marker", 20, 20)],
    ["failed with nothing but its creation: a marker there", { statusCode: FAILED, createdOn: t(4) }, place("marker", 4, 4)],
    ["failed without an end: a marker at its start", { statusCode: FAILED, createdOn: t(4), startedOn: t(10) }, place("marker", 10, 10)],
    ["an unknown status without an end: not open", { statusCode: UNKNOWN, startedOn: t(10) }, place("marker", 10, 10)],
    ["no status: not open", { statusCode: -1, startedOn: t(10) }, place("marker", 10, 10)],
    ["ended before it started: a marker at its start", { startedOn: t(20), completedOn: t(10) }, place("marker", 20, 20)],
    ["modified only: no place", { modifiedOn: t(4) }, place("none", NaN, NaN)],
    ["no time: no place", {}, place("none", NaN, NaN)],
  ])("%s", (_, parts, expected) => {
    expect(span(parts)).toEqual(expected);
  });

  it("never invents a time, never ends before it begins and never waits a negative time", () => {
    fc.assert(fc.property(anyRun(fc.constant(guid(1))), (run) => {
      const { shape, fromMs, toMs, waitFromMs } = spanOf(run);
      const times: (number | null)[] = [run.startedOn, run.completedOn, run.createdOn];
      if (shape === "none") expect(times).toEqual([null, null, null]);
      else {
        expect(times).toContain(fromMs);
        expect(toMs).toBeGreaterThanOrEqual(fromMs);
        if (toMs !== Infinity) expect(times).toContain(toMs);
      }
      if (!Number.isNaN(waitFromMs)) {
        expect(waitFromMs).toBe(run.createdOn);
        expect(waitFromMs).toBeLessThan(fromMs);
      }
      expect(toMs === Infinity).toBe(shape === "open" || shape === "queued");
      if (shape === "open" || shape === "queued") expect(STATUSES.get(run.statusCode).family).toBe("open");
    }), { numRuns: 500 });
  });
});
