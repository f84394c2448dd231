/** @jest-environment jsdom */
import type { AskedRequest, EmulatedRow, EmulatedServer, Fault } from "../../emulator";
import { HOUR, instant, runId, servedRun, ServerRig, serverRig } from "../support/serverRig";
import { TEST_NOW } from "../support/testClock";

const RUNS = 60;
const FROM = TEST_NOW - 24 * HOUR;
/** Runs of the last day: one each hour, some with a parent before it. */
const rows: readonly EmulatedRow[] = [...Array(RUNS).keys()].map((n) => servedRun(n, TEST_NOW - (n + 1) * HOUR, n === 3 ? { parentdesktopflowrunid: { id: runId(RUNS - 1), table: "flowsession", name: "Parent" } } : {}));
const ofWindow: readonly string[] = [...Array(24).keys()].map(runId);

type Stage = "view" | "metadata" | "count" | "first page" | "second page" | "ancestors" | "changes" | "check" | "overview";

const isRows = ({ kind }: AskedRequest): boolean => kind === "rows";
const has = (text: string) => (asked: AskedRequest): boolean => isRows(asked) && decodeURIComponent(asked.text).includes(text);
const isCount = has("fst_count");
const isDays = has("fst_year");
const isWindow = (asked: AskedRequest): boolean => has('attribute="startedon" descending="true"')(asked) && !isCount(asked);

const STAGES: Readonly<Record<Stage, (asked: AskedRequest) => boolean>> = {
  view: ({ kind }) => kind === "record",
  metadata: ({ kind }) => kind === "metadata",
  count: (asked) => isCount(asked) && !isDays(asked) && !has("startedon")(asked),
  "first page": (asked) => isWindow(asked) && has('page="1"')(asked),
  "second page": (asked) => isWindow(asked) && has('page="2"')(asked),
  ancestors: (asked) => has('attribute="flowsessionid" operator="in"')(asked) && !isCount(asked),
  changes: has('attribute="modifiedon" operator="ge"'),
  check: (asked) => isCount(asked) && !isDays(asked) && has("startedon")(asked),
  overview: isDays,
};

/** What the state may say while the fault stands, by kind: a limit before the server was asked for a row, a fault after it. */
const KINDS = {
  busy: { fault: { kind: "busy", retryAfterSeconds: 3 }, limit: "noAnswer" },
  "down 500": { fault: { kind: "down", status: 500 }, limit: "noAnswer" },
  "down 503": { fault: { kind: "down", status: 503 }, limit: "noAnswer" },
  signedOut: { fault: { kind: "signedOut" }, limit: "noAnswer" },
  forbidden: { fault: { kind: "forbidden" }, limit: "forbidden" },
  offline: { fault: { kind: "error", error: { errorCode: 0, message: "Failed to fetch", title: "Network is unavailable" } }, limit: "offline" },
} as const satisfies Readonly<Record<string, { readonly fault: Fault; readonly limit: string }>>;
type Kind = keyof typeof KINDS;

const inWindow = (rig: ServerRig): readonly string[] => ofWindow.filter((id) => rig.ids().includes(id));
const rowPages = (rig: ServerRig): void => void rig.server.faults.always({ kind: "truncated", rows: 10 }, STAGES["first page"]);

// How long it waits to ask again is the same each time.
beforeEach(() => void jest.spyOn(Math, "random").mockReturnValue(0.5));
afterEach(() => void jest.restoreAllMocks());

/** The control as a user has it, with the last day in view. */
function start(prepare?: (server: EmulatedServer) => unknown): ServerRig {
  return serverRig({ rows, pageSize: 4, ...(prepare && { prepare }) });
}

async function look(rig: ServerRig): Promise<void> {
  await rig.wait(101);
  rig.demand(FROM, TEST_NOW);
  await rig.wait(3000);
}

async function expectNothingLeft(rig: ServerRig): Promise<void> {
  rig.host.unmount();
  const asked = rig.server.ledger.entries.length;
  await rig.clock.advance(700_000);
  expect([rig.clock.pending, rig.server.ledger.entries.length - asked, rig.host.violations]).toEqual([0, 0, []]);
}

/** Nothing is in the way any more: after the wait that was promised, or when the user asks, everything is here. */
async function expectRecovery(rig: ServerRig): Promise<void> {
  rig.server.faults.clear();
  const { server, limit } = rig.state();
  const retryAt = server?.fault?.retryAt ?? null;
  if (retryAt !== null) await rig.wait(retryAt - rig.clock.now() + 3000);
  else if (server?.fault || limit !== null) rig.keeper.ports.source.refresh();
  await rig.wait(3000);
  expect(rig.state()).toMatchObject({ limit: null, server: { phase: "complete", fault: null } });
  expect(inWindow(rig)).toEqual(ofWindow);
}

const OPENING = ["view", "count", "first page", "second page", "ancestors"] as const;
const kinds = Object.keys(KINDS) as Kind[];

describe.each(OPENING)("while the window opens, at the stage: %s", (stage) => {
  it.each(kinds)("%s loses nothing, is told as it is, and is got over", async (kind) => {
    const rig = start((server) => server.faults.always(KINDS[kind].fault, STAGES[stage]));
    rowPages(rig);
    await rig.wait(101);
    const before = inWindow(rig);
    await look(rig);
    expect(inWindow(rig)).toEqual(expect.arrayContaining([...before]));
    const { server, limit, phase } = rig.state();
    expect(phase).toBe("ready");
    if (stage === "view" || stage === "count") expect([server, limit]).toEqual([null, KINDS[kind].limit]);
    else {
      const told = kind.split(" ")[0];
      expect([server?.fault?.kind, server?.phase, limit]).toEqual([told, stage === "ancestors" ? "complete" : "interrupted", null]);
    }
    await expectRecovery(rig);
    await expectNothingLeft(rig);
  });
});

describe.each(["changes", "check"] as const)("while a refresh is under way, at the stage: %s", (stage) => {
  it.each(kinds)("%s loses nothing, is told as it is, and is got over", async (kind) => {
    const rig = start();
    await look(rig);
    const isTrue = rig.state().asOf;
    rig.server.faults.always(KINDS[kind].fault, STAGES[stage]);
    rig.database.table("flowsession").upsert([servedRun(900, TEST_NOW - HOUR / 2, { modifiedon: instant(Math.floor(rig.clock.now() / 1000) * 1000) })]);
    rig.keeper.ports.source.refresh();
    await rig.wait(1500);
    expect(inWindow(rig)).toEqual(ofWindow);
    expect(rig.state()).toMatchObject({ limit: null, server: { phase: "complete", fault: { kind: kind.split(" ")[0] } } });
    if (stage === "changes") expect(rig.state().asOf).toBe(isTrue);
    await expectRecovery(rig);
    expect(rig.ids()).toContain(runId(900));
    await expectNothingLeft(rig);
  });
});

describe.each(kinds)("while the days are counted: %s", (kind) => {
  it("nothing of the window is touched, and the server is not pressed", async () => {
    const rig = start();
    rig.server.faults.always(KINDS[kind].fault, STAGES.overview);
    await look(rig);
    expect(rig.state()).toMatchObject({ limit: null, server: { phase: "complete", fault: null } });
    expect(rig.keeper.ports.overview?.bins()).toBeNull();
    for (let turn = 0; turn < 10; turn++) rig.demand(FROM - turn * 60_000, TEST_NOW - turn * 60_000);
    await rig.wait(1000);
    expect(rig.server.ledger.entries.filter((entry) => STAGES.overview(entry)).length).toBeLessThanOrEqual(2);
    rig.server.faults.clear();
    await rig.wait(400_000);
    rig.keeper.ports.source.refresh();
    await rig.wait(3000);
    expect(rig.keeper.ports.overview?.bins()?.count).toBeGreaterThan(0);
    await expectNothingLeft(rig);
  });
});

describe("the table's description", () => {
  it.each(kinds)("is not needed where the list stands alone: %s", async (kind) => {
    const rig = start((server) => server.faults.always(KINDS[kind].fault, STAGES.metadata));
    await look(rig);
    expect(rig.state()).toMatchObject({ limit: null, server: { phase: "complete", fault: null } });
    expect(inWindow(rig)).toEqual(ofWindow);
  });

  it("may promise a column that the server lacks: it is not asked for again, and its role is said to be missing", async () => {
    const error = { errorCode: -2147217149, message: "'flowsession' entity doesn't contain attribute with Name = 'triggertype' and NameMapping = 'Logical'.", httpStatus: 400 };
    const rig = start((server) => server.faults.always({ kind: "error", error }, has('name="triggertype"')));
    await look(rig);
    expect(rig.state()).toMatchObject({ limit: null, missingRoles: expect.arrayContaining(["trigger"]), server: { phase: "complete", fault: null } });
    expect(inWindow(rig)).toEqual(ofWindow);
    rig.server.ledger.clear();
    rig.keeper.ports.source.refresh();
    await rig.wait(3000);
    expect(rig.server.ledger.entries.filter(has('name="triggertype"'))).toEqual([]);
  });
});

describe("the network goes", () => {
  it("what is here stays, and when it is back the rest comes by itself", async () => {
    const rig = start();
    await look(rig);
    rig.server.faults.offline = true;
    rig.demand(TEST_NOW - 48 * HOUR, TEST_NOW - 24 * HOUR);
    await rig.wait(1000);
    expect(rig.state()).toMatchObject({ server: { phase: "interrupted", fault: { kind: "offline" } } });
    expect(inWindow(rig)).toEqual(ofWindow);
    rig.server.faults.offline = false;
    await rig.wait(60_000);
    expect(rig.state()).toMatchObject({ server: { phase: "complete", fault: null } });
  });

  it("while the window opens: the list stays, and a refresh brings the rest when it is back", async () => {
    const rig = start();
    await rig.wait(101);
    rig.server.faults.offline = true;
    rig.demand(FROM, TEST_NOW);
    await rig.wait(1000);
    expect(rig.state()).toMatchObject({ phase: "ready", limit: "offline", server: null });
    rig.server.faults.offline = false;
    rig.keeper.ports.source.refresh();
    await rig.wait(3000);
    expect(rig.state()).toMatchObject({ limit: null, server: { phase: "complete", fault: null } });
  });
});

describe("a slow answer", () => {
  it.each(Object.keys(STAGES) as Stage[])("at the stage %s is waited for, and nothing is asked twice meanwhile", async (stage) => {
    const rig = start((server) => server.faults.next({ kind: "slow", afterMs: 40_000 }, 1, STAGES[stage]));
    rowPages(rig);
    await look(rig);
    rig.keeper.ports.source.refresh();
    await rig.wait(60_000);
    expect(rig.state()).toMatchObject({ limit: null, server: { phase: "complete", fault: null } });
    expect(inWindow(rig)).toEqual(ofWindow);
    await expectNothingLeft(rig);
  });

  it("that takes longer than Dataverse would is a fault, and its rows are taken when they come after all", async () => {
    const rig = start();
    await rig.wait(101);
    rig.server.faults.next({ kind: "slow", afterMs: 150_000 }, 1, STAGES["first page"]);
    await look(rig);
    await rig.wait(118_000);
    expect(rig.state()).toMatchObject({ server: { fault: { kind: "down" } } });
    await rig.wait(60_000);
    expect(rig.state()).toMatchObject({ server: { phase: "complete", fault: null } });
  });
});

describe("the control is destroyed while something is under way", () => {
  it.each([...Array(12).keys()].map((n) => 50 + n * 50))("after %s ms", async (ms) => {
    const rig = start();
    rowPages(rig);
    await rig.wait(20);
    rig.demand(FROM, TEST_NOW);
    await rig.wait(ms - 20);
    await expectNothingLeft(rig);
  });

  it.each(kinds)("while it waits to ask again: %s", async (kind) => {
    const rig = start();
    rig.server.faults.always(KINDS[kind].fault, isRows);
    await look(rig);
    await expectNothingLeft(rig);
  });
});
