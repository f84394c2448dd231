/** @jest-environment jsdom */
import type { EmulatedRow, RequestEntry } from "../../emulator";
import { profileOf } from "../../FlowSessionTimeline/domain/tableProfile";
import { HOUR, runId, servedRun, ServerRig, serverRig } from "../support/serverRig";
import { TEST_NOW } from "../support/testClock";

/** What the first day costs in requests, round trips and bytes, at 5,000 runs a day. Milliseconds are measured in bench/. */
const PER_DAY = 5000;
const DAYS = 3;
const DAY = 24 * HOUR;
const LIST_ROWS = 50;
/** Of one row as the server writes it, with formatted values: text, not compressed. */
const BYTES_PER_ROW = 1200;

const rows: readonly EmulatedRow[] = [...Array(PER_DAY * DAYS).keys()].map((n) => servedRun(n, TEST_NOW - Math.floor(((n + 1) * DAY) / PER_DAY / 1000) * 1000));
const ofLastDay: readonly string[] = [...Array(PER_DAY - 1).keys()].map(runId);

const isRows = ({ kind, text }: RequestEntry): boolean => kind === "rows" && !text.includes("aggregate");
const columnsOf = ({ text }: RequestEntry): readonly string[] =>
  [...new DOMParser().parseFromString(decodeURIComponent(text.replace("?fetchXml=", "")), "text/xml").getElementsByTagName("attribute")].map((attribute) => attribute.getAttribute("name") ?? "");

let rig: ServerRig;
beforeAll(async () => {
  rig = serverRig({ rows, pageSize: LIST_ROWS });
  await rig.wait(101);
}, 60_000);
afterAll(() => rig.host.unmount());

/** In the order of what a user does: each step goes on where the one before it ended. */
describe("one day of many runs, opened for the first time", () => {
  it("shows something true after one round trip", () => {
    expect(rig.ids()).toEqual([...Array(LIST_ROWS).keys()].map(runId));
    expect(rig.state()).toMatchObject({ phase: "ready", server: null });
    expect(rig.server.ledger.sum("page")).toMatchObject({ requests: 1, rounds: 1 });
  });

  it("is whole after at most three in sequence, with at most two requests for rows", async () => {
    rig.demand(TEST_NOW - DAY, TEST_NOW);
    for (let waited = 0; rig.state().server?.phase !== "complete" && waited < 40; waited++) await rig.wait(50);
    expect(rig.state()).toMatchObject({ limit: null, server: { phase: "complete", fault: null } });
    const here = new Set(rig.ids());
    expect(ofLastDay.filter((id) => !here.has(id))).toEqual([]);
    const asked = rig.server.ledger.entries.filter(isRows);
    expect(asked.length).toBeLessThanOrEqual(2);
    const before = rig.server.ledger.entries.filter(({ text }) => !text.includes("fst_year"));
    expect(Math.max(...before.map(({ round }) => round))).toBeLessThanOrEqual(3);
  });

  it("asks for the columns of the roles alone, and for no more rows than the window and its margin hold", () => {
    const asked = rig.server.ledger.entries.filter(isRows);
    const listed = new Set([...Object.values(profileOf("flowsession").columns), "flowsessionid"]);
    for (const entry of asked) expect(columnsOf(entry).filter((name) => !listed.has(name))).toEqual([]);
    const got = asked.reduce((sum, entry) => sum + entry.rows, 0);
    expect(got).toBeLessThanOrEqual(1.5 * PER_DAY);
    expect(asked.reduce((sum, entry) => sum + entry.bytes, 0)).toBeLessThanOrEqual(got * BYTES_PER_ROW);
  });

  it("counts the days afterwards, in few requests", async () => {
    await rig.wait(2000);
    const days = rig.server.ledger.entries.filter(({ text }) => text.includes("fst_year"));
    expect(days.length).toBeGreaterThan(0);
    expect(days.length).toBeLessThanOrEqual(5);
    expect(rig.keeper.ports.overview?.isPartial()).toBe(false);
  });

  it.each([["back", -0.1], ["forth again", 0], ["a little closer", 0.05]])("a pan by a tenth asks nothing: %s", async (_, by) => {
    rig.server.ledger.clear();
    rig.demand(TEST_NOW - DAY + by * DAY, TEST_NOW + by * DAY);
    await rig.wait(1000);
    expect(rig.server.ledger.entries).toEqual([]);
    expect(rig.state().server?.phase).toBe("complete");
  });

  it("a quiet refresh asks what changed and how many there are, and no rows again", async () => {
    rig.server.ledger.clear();
    rig.keeper.ports.source.refresh();
    await rig.wait(2000);
    const got = rig.server.ledger.entries.filter(isRows).reduce((sum, entry) => sum + entry.rows, 0);
    // The changes of the last five minutes before the newest one: some twenty runs.
    expect(got).toBeLessThan(50);
    expect(rig.state().server?.phase).toBe("complete");
  });
});
