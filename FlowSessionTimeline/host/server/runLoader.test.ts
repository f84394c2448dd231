/** @jest-environment jsdom */
import { Database, type EmulatedRow } from "../../../emulator";
import { HOUR, runId, servedRun, servedTable } from "../../../tests/support/serverRig";
import { TEST_NOW, TestClock } from "../../../tests/support/testClock";
import { epochMs } from "../../base/brand";
import { RunStore } from "../../domain/runStore";
import { StatusFamily } from "../../domain/status";
import { profileOf } from "../../domain/tableProfile";
import { Demand } from "../../view/ports";
import { StoreWriter } from "../storeWriter";
import { FetchClient } from "./fetchClient";
import { columnsOf } from "./recordColumns";
import { RunIntake } from "./runIntake";
import { RunLoader } from "./runLoader";
import { readViewQuestion } from "./viewQuestion";

const CALLER = { userId: "cccccccc-0000-4000-8000-000000000001", businessUnitId: "dddddddd-0000-4000-8000-000000000001", timeZone: "UTC" };

/** A loader that asks a database, whose overview knows what the test says. */
function rig(rows: readonly EmulatedRow[], budget: number, estimate: (hidden: ReadonlySet<StatusFamily>) => number | null = () => null) {
  const clock = new TestClock();
  const database = new Database();
  database.add(servedTable).append(rows);
  const asked: string[] = [];
  const client = new FetchClient({
    retrieveMultiple: async (_table, options, pageSize) => {
      const xml = decodeURIComponent(options.replace("?fetchXml=", ""));
      asked.push(xml);
      const { entities, cookie } = database.fetch({ xml, caller: CALLER, nowMs: TEST_NOW, pageSize });
      return { entities, fetchXmlPagingCookie: cookie };
    },
    retrieveRecord: () => Promise.reject(new Error("no view is asked for")),
  }, clock);
  const profile = profileOf("flowsession");
  const store = new RunStore(profile.statuses);
  const columns = columnsOf(profile, "flowsessionid", null, { withDetails: true });
  const intake = new RunIntake(store, new StoreWriter(clock), columns, Promise.resolve(), () => undefined);
  const question = readViewQuestion('<fetch><entity name="flowsession"/></fetch>', "flowsession", "flowsessionid");
  if (!question.ok) throw new Error(question.error);
  const loader = new RunLoader({ question: question.value, intake, client, clock, budget, estimate: (_range, hidden) => estimate(hidden), changed: () => undefined, kept: () => [], refresh: () => undefined });
  const ids = (): string[] => [...Array(store.slotCount).keys()].filter((slot) => store.isLive(slot)).map((slot) => store.id(slot)).sort();
  const look = async (fromHours: number, toHours: number, rest: Partial<Demand> = {}): Promise<void> => {
    loader.demand({ fromMs: epochMs(TEST_NOW + fromHours * HOUR), toMs: epochMs(TEST_NOW + toHours * HOUR), pinned: [], hidden: new Set(), ...rest });
    for (let turn = 0; turn < 20; turn++) await clock.advance(1);
  };
  return { loader, store, asked, ids, look, database };
}

const hourly = (count: number): EmulatedRow[] => [...Array(count).keys()].map((n) => servedRun(n, TEST_NOW - (n + 1) * HOUR, n % 10 === 0 ? { statuscode: 8 } : {}));

it("a tour through a year stays within the budget, and what is visited again is whole", async () => {
  const { look, store, loader, ids } = rig(hourly(24 * 200), 400);
  for (let day = 1; day <= 190; day += 3) {
    await look(-24 * (day + 1), -24 * day);
    expect(store.size).toBeLessThanOrEqual(400);
    expect(loader.state().phase).toBe("complete");
  }
  await look(-48, -24);
  expect(ids()).toEqual(expect.arrayContaining([...Array(23).keys()].map((n) => runId(24 + n))));
});

it("what is open or pinned stays when the rest is forgotten, with parents", async () => {
  const parent = { parentdesktopflowrunid: { id: runId(9001), table: "flowsession", name: "Parent" } };
  const rows = [...hourly(24 * 100), servedRun(9000, TEST_NOW - HOUR, parent), servedRun(9001, TEST_NOW - 2 * HOUR), servedRun(9002, TEST_NOW - 90 * 24 * HOUR, { statuscode: 2, completedon: null })];
  const { look, ids } = rig(rows, 200);
  await look(-24, 0, { pinned: [runId(9000)] });
  for (let day = 3; day < 90; day += 6) await look(-24 * (day + 1), -24 * day, { pinned: [runId(9000)] });
  expect(ids()).toEqual(expect.arrayContaining([runId(9000), runId(9001), runId(9002)]));
});

it("children of a pinned run come from wherever they lie", async () => {
  const parent = { parentdesktopflowrunid: { id: runId(3), table: "flowsession", name: "Parent" } };
  const { look, ids } = rig([...hourly(24 * 20), servedRun(9000, TEST_NOW - 15 * 24 * HOUR, parent)], 1000);
  await look(-24, 0);
  expect(ids()).not.toContain(runId(9000));
  await look(-24, 0, { pinned: [runId(3)] });
  expect(ids()).toContain(runId(9000));
  await look(-26, -2, { pinned: [runId(3)] });
  expect(ids()).toContain(runId(9000));
});

describe("more runs than memory may hold", () => {
  it("are not read where the overview knows it", async () => {
    const { look, loader, asked } = rig(hourly(300), 100, () => 300);
    await look(-300, 0);
    expect([loader.state().phase, asked.length]).toEqual(["beyond", 0]);
  });

  it("are read as far as the budget goes where nobody knows, and said to be too many", async () => {
    const { look, loader, store } = rig(hourly(300), 100);
    await look(-300, 0);
    expect(loader.state().phase).toBe("beyond");
    expect(store.size).toBeGreaterThan(0);
    await look(-24, 0);
    expect(loader.state().phase).toBe("complete");
  });

  it("are read without the families that the filter hides, if these make them few enough", async () => {
    const { look, loader, ids, database } = rig(hourly(300), 100, (hidden) => (hidden.has("ok") ? 30 : 300));
    await look(-300, 0, { hidden: new Set<StatusFamily>(["ok"]) });
    expect(loader.state().phase).toBe("complete");
    expect([...loader.state().hidden]).toEqual(["ok"]);
    expect(ids()).toEqual([...Array(30).keys()].map((n) => runId(10 * n)).sort());
    database.table("flowsession").delete([runId(10)]);
    await look(-300, 0, { hidden: new Set() });
    expect(loader.state().phase).toBe("beyond");
  });
});
