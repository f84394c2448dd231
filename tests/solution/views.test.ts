import { EmulatedRow, LookupCell } from "../../emulator";
import { Database, flowsessionDefinition, processSessionDefinition, OTHER, USER } from "./views.testing";
import { descendantsOf, textAt } from "../../Solution/pack/xml";
import { SolutionName, packedFake } from "./fixture";

type Cells = EmulatedRow["cells"];

/** In Berlin it is half past three on the night in which the clocks went from two to three; in New York it is half past nine in the evening before. */
const NOW = Date.parse("2026-03-29T01:30:00Z");
const BERLIN = "Europe/Berlin";
const NEW_YORK = "America/New_York";

const at = (time: string): string => `2026-03-${time}:00Z`;
const user = (id: string): LookupCell => ({ id, table: "systemuser", name: "A" });
const parent: LookupCell = { id: "00000000-0000-4000-8000-000000000001", table: "flowsession", name: "parent" };
const [PAUSED, RUNNING, WAITING, SUCCEEDED, SKIPPED, CANCELLED, FAILED, FAULTED, TIMED_OUT] = [1, 2, 3, 4, 5, 7, 8, 9, 10];

/** Runs by what they are; each was created when it started, or as is said. */
const RUNS: Readonly<Record<string, Cells>> = {
  "succeeded in the last hour": { statuscode: SUCCEEDED, startedon: at("29T00:30"), completedon: at("29T01:00") },
  "succeeded last evening in Berlin, this afternoon in New York": { statuscode: SUCCEEDED, startedon: at("28T20:00"), completedon: at("28T20:10") },
  "succeeded after midnight, but started before it in Berlin": { statuscode: SUCCEEDED, startedon: at("28T22:30"), completedon: at("28T23:30") },
  "failed just now, never started": { statuscode: FAILED, completedon: at("29T01:10"), createdon: at("27T01:00") },
  "failed three days ago, never started": { statuscode: FAILED, completedon: at("26T10:00"), createdon: at("26T09:00") },
  "faulted two days ago, neither start nor end": { statuscode: FAULTED, createdon: at("27T10:00") },
  "failed without an end, started five days ago": { statuscode: FAILED, startedon: at("24T10:00") },
  "timed out yesterday, started nine days ago": { statuscode: TIMED_OUT, startedon: at("20T10:00"), completedon: at("28T02:00") },
  "failed on the first day that counts in New York": { statuscode: FAILED, startedon: at("21T11:00"), completedon: at("21T12:00") },
  "failed ten days ago": { statuscode: FAILED, startedon: at("19T10:00"), completedon: at("19T10:05") },
  "failed ten days ago, never started": { statuscode: FAILED, completedon: at("19T10:00"), createdon: at("19T09:00") },
  "faulted ten days ago, neither start nor end": { statuscode: FAULTED, createdon: at("19T10:00") },
  "failed ten days ago, and its row came two days ago": { statuscode: FAILED, completedon: at("19T10:00"), createdon: at("27T10:00") },
  "running for ten minutes": { statuscode: RUNNING, startedon: at("29T01:20") },
  "running for six hours": { statuscode: RUNNING, startedon: at("28T19:30") },
  "paused for three days": { statuscode: PAUSED, startedon: at("26T01:00") },
  "waiting for an hour": { statuscode: WAITING, createdon: at("29T00:30") },
  "waiting for five hours": { statuscode: WAITING, createdon: at("28T20:30") },
  "called running, but ended": { statuscode: RUNNING, startedon: at("27T10:00"), completedon: at("27T10:30") },
  "skipped today": { statuscode: SKIPPED, createdon: at("29T01:00") },
  "cancelled long ago": { statuscode: CANCELLED, startedon: at("01T10:00"), completedon: at("01T10:05") },
  "a test": { statuscode: SUCCEEDED, subcategory: 1, startedon: at("25T10:00"), completedon: at("25T10:05") },
  "mine": { statuscode: SUCCEEDED, ownerid: user(USER), startedon: at("25T10:00"), completedon: at("25T10:05") },
  "started by another run": { statuscode: SUCCEEDED, parentdesktopflowrunid: parent, startedon: at("25T10:00"), completedon: at("25T10:05") },
};

const START_OF_ALL = at("01T00:00");

/** @param others cells of the rows that do not say otherwise. */
function filled(definition: ReturnType<typeof flowsessionDefinition>, rows: Readonly<Record<string, Cells>>, others: Cells): Database {
  const database = new Database();
  database.add(definition).append(Object.entries(rows).map(([name, cells], index) => ({
    id: `00000000-0000-4000-8000-${String(index + 1).padStart(12, "0")}`,
    cells: { ownerid: user(OTHER), ...others, createdon: cells.startedon ?? START_OF_ALL, ...cells, name },
  })));
  return database;
}

/** Names of the rows that a packed view gives, by the beginning of its English name. */
function rowsOf(solution: SolutionName, table: string, name: string, database: Database, timeZone: string): string[] {
  const views = packedFake(solution).tables.filter((one) => one.name === table).flatMap((one) => one.views);
  const [view, ...more] = views.filter((one) => descendantsOf(one, "LocalizedName").some((text) => text.getAttribute("description")?.startsWith(`${name} (`)));
  const [fetch] = view ? descendantsOf(view, "fetch") : [];
  if (!view || !fetch || more.length > 0) throw new Error(`there is not one view ${name}`);
  expect(textAt(view, "querytype")).toBe("0");
  const caller = { userId: USER, businessUnitId: "dddddddd-0000-4000-8000-000000000001", timeZone };
  return database.fetch({ xml: fetch.toString(), caller, nowMs: NOW, pageSize: 5000 }).entities.map((entity) => String(entity.name)).sort();
}

const sorted = (...names: string[]): string[] => [...names].sort();
const everyRun = Object.keys(RUNS);
const runsBut = (...names: string[]): string[] => everyRun.filter((name) => !names.includes(name)).sort();

const FAILED_IN_A_WEEK = [
  "failed just now, never started", "failed three days ago, never started", "faulted two days ago, neither start nor end",
  "failed without an end, started five days ago", "timed out yesterday, started nine days ago",
];
const OPEN = ["running for ten minutes", "running for six hours", "paused for three days", "waiting for an hour", "waiting for five hours"];
const LONG_OPEN = ["running for six hours", "paused for three days", "waiting for five hours"];
const TODAY_IN_BERLIN = ["succeeded in the last hour", "failed just now, never started", "running for ten minutes", "waiting for an hour", "skipped today"];
/** The local day in New York began at four in the morning of the 28th, in UTC. */
const TODAY_IN_NEW_YORK = [
  ...TODAY_IN_BERLIN, "succeeded last evening in Berlin, this afternoon in New York", "succeeded after midnight, but started before it in Berlin",
  "running for six hours", "waiting for five hours",
];

describe("a view of runs gives what its name promises", () => {
  const database = filled(flowsessionDefinition(), RUNS, { subcategory: 0 });
  const names = (view: string, zone: string): string[] => rowsOf("FlowSessionTimeline", "flowsession", view, database, zone);

  test.each<[view: string, berlin: string[], newYork: string[]]>([
    ["All Runs", sorted(...everyRun), sorted(...everyRun)],
    ["Open Now", sorted(...OPEN), sorted(...OPEN)],
    ["Failed in the Last 7 Days", sorted(...FAILED_IN_A_WEEK), sorted(...FAILED_IN_A_WEEK, "failed on the first day that counts in New York")],
    ["Started Today", sorted(...TODAY_IN_BERLIN), sorted(...TODAY_IN_NEW_YORK)],
    ["Open for More than 4 Hours", sorted(...LONG_OPEN), sorted(...LONG_OPEN)],
    ["Test Runs", ["a test"], ["a test"]],
    ["My Runs", ["mine"], ["mine"]],
    ["Root Runs", runsBut("started by another run"), runsBut("started by another run")],
    ["Related Runs", sorted(...everyRun), sorted(...everyRun)],
  ])("%s", (view, berlin, newYork) => {
    expect(names(view, BERLIN)).toEqual(berlin);
    expect(names(view, NEW_YORK)).toEqual(newYork);
  });
});

/** Process sessions: not started, in progress, paused, completed, canceled, failed are 1 to 6. */
const SESSIONS: Readonly<Record<string, Cells>> = {
  "not started": { statuscode: 1, createdon: at("29T01:00") },
  "in progress": { statuscode: 2, startedon: at("28T01:00") },
  "paused": { statuscode: 3, startedon: at("20T01:00") },
  "in progress, but canceled": { statuscode: 2, startedon: at("20T01:00"), canceledon: at("20T02:00") },
  "completed": { statuscode: 4, startedon: at("20T01:00"), completedon: at("20T02:00") },
  "canceled": { statuscode: 5, startedon: at("20T01:00"), canceledon: at("20T02:00") },
  "failed yesterday": { statuscode: 6, startedon: at("27T10:00"), completedon: at("28T02:00") },
  "failed without an end": { statuscode: 6, startedon: at("26T10:00") },
  "failed without a start": { statuscode: 6, createdon: at("26T10:00") },
  "failed long ago": { statuscode: 6, startedon: at("02T10:00"), completedon: at("02T10:05") },
};

test.each<[view: string, expected: string[]]>([
  ["All Sessions", Object.keys(SESSIONS)],
  ["Open Sessions", ["not started", "in progress", "paused"]],
  ["Sessions Failed in the Last 7 Days", ["failed yesterday", "failed without an end", "failed without a start"]],
  ["Linked Sessions", Object.keys(SESSIONS)],
])("a view of process sessions gives what its name promises: %s", (view, expected) => {
  const database = filled(processSessionDefinition(), SESSIONS, {});
  for (const zone of [BERLIN, NEW_YORK]) expect(rowsOf("FlowSessionTimeline_Sessions", "processsession", view, database, zone)).toEqual(sorted(...expected));
});

test("the newest come first", () => {
  const database = filled(flowsessionDefinition(), { old: { statuscode: SUCCEEDED, createdon: at("20T01:00") }, new: { statuscode: SUCCEEDED, createdon: at("21T01:00") } }, {});
  const [view] = packedFake().tables.filter(({ name }) => name === "flowsession").flatMap(({ views }) => views);
  const fetch = view && descendantsOf(view, "fetch")[0];
  const caller = { userId: USER, businessUnitId: "dddddddd-0000-4000-8000-000000000001", timeZone: BERLIN };
  expect(database.fetch({ xml: String(fetch), caller, nowMs: NOW, pageSize: 5000 }).entities.map((entity) => entity.name)).toEqual(["new", "old"]);
});
