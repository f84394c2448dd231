import { Run } from "../domain/run";
import { aRun, guid } from "../domain/run.testing";
import { ago, onMachine, timelineRig } from "../../tests/support/timelineRig";
import { TEST_NOW } from "../../tests/support/testClock";
import { executionMs, waitMs } from "../layout/runTimes";
import { barLabel, durationLabel, spokenRun } from "./runText";

const MINUTE = 60_000;
const of = <T>(run: Partial<Run>, ask: (timeline: ReturnType<typeof timelineRig>["timeline"], slot: number, now: typeof TEST_NOW) => T): T => {
  const { timeline, source } = timelineRig();
  source.show(aRun(guid(1), { name: "Nightly", ...run }));
  return ask(timeline, 0, TEST_NOW);
};

const bar = { startedOn: ago(30), completedOn: ago(20) };
const waited = { ...bar, createdOn: ago(35) };
const open = { startedOn: ago(30), statusCode: 2 };
const queued = { createdOn: ago(5), statusCode: 3 };
const marker = { completedOn: ago(20), statusCode: 8 };

describe("a run in words", () => {
  it.each<[string, Partial<Run>, number, number]>([
    ["a run that has ended", bar, 10 * MINUTE, NaN],
    ["one that waited before", waited, 10 * MINUTE, 5 * MINUTE],
    ["one that is still running, up to now", open, 30 * MINUTE, NaN],
    ["one that still waits, up to now", queued, NaN, 5 * MINUTE],
    ["one without a start", marker, NaN, NaN],
    ["one without any time", {}, NaN, NaN],
    ["one whose clock is ahead of ours", { startedOn: ago(-10), statusCode: 2 }, 0, NaN],
  ])("knows how long it ran and waited: %s", (_what, run, ran, waitedFor) => {
    const measured = of(run, ({ ports }, slot, now) => [executionMs(ports.source.store, slot, now), waitMs(ports.source.store, slot, now)]);
    expect(measured).toEqual([ran, waitedFor]);
  });

  it.each<[Partial<Run>, string]>([
    [bar, "Short_Minutes|10"], [waited, "Short_Minutes|10"], [open, "Short_Minutes|30"], [queued, "Short_Minutes|5"], [marker, "Row_NoDuration"], [{}, "Row_NoDuration"],
  ])("labels %j with its duration, or says that it has none", (run, label) => {
    expect(of(run, durationLabel)).toBe(label);
  });

  it.each<[Partial<Run>, string]>([
    [bar, "Short_Minutes|10"], [open, "Status_Running"], [queued, "Status_Waiting"], [marker, "Status_Failed"], [{ ...marker, errorCode: "WindowNotFound" }, "WindowNotFound"], [{ ...marker, statusCode: 4 }, ""],
  ])("tells beside the bar of %j what matters most about it", (run, label) => {
    expect(of(run, barLabel)).toBe(label);
  });

  it.each<[Partial<Run>, string]>([
    [{ ...waited, ...onMachine("VM-1") }, "Nightly, Status_Succeeded, Spoken_Started|2026-01-15 11:30:00, Spoken_Took|Spoken_Minutes|10, Spoken_Waited|Spoken_Minutes|5, VM-1"],
    [open, "Nightly, Status_Running, Spoken_Started|2026-01-15 11:30:00, Spoken_RunningFor|Spoken_Minutes|30"],
    [queued, "Nightly, Status_Waiting, Spoken_QueuedSince|2026-01-15 11:55:00, Spoken_Waited|Spoken_Minutes|5"],
    [marker, "Nightly, Status_Failed, Spoken_At|2026-01-15 11:40:00"],
    [{ statusCode: 99 }, "Nightly, Status_Unknown|99, Spoken_NoTime"],
    [{ statusCode: -1 }, "Nightly, Status_Missing, Spoken_NoTime"],
  ])("says flow, status, time and duration of %j", (run, said) => {
    expect(of(run, spokenRun)).toBe(said);
  });
});
