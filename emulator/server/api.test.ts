import { createVirtualClock } from "../clock";
import { createServer, type EmulatedServer } from "./api";
import type { Caller } from "./contract";
import type { Backend, RowsAnswer } from "./requests";

const caller: Caller = { userId: "00000000-0000-0000-0000-00000000a001", businessUnitId: "00000000-0000-0000-0000-00000000c001", timeZone: "UTC" };

/** Answers a question for n rows with n rows and says what it was asked. */
function setUp() {
  const clock = createVirtualClock();
  const asked: { maxPageSize: number; nowMs: number; unreadable: readonly string[] }[] = [];
  const backend: Backend = {
    ask: async (_kind, question, { nowMs, unreadable }) => {
      const maxPageSize = "maxPageSize" in question ? question.maxPageSize : 0;
      asked.push({ maxPageSize, nowMs, unreadable });
      const value: RowsAnswer = { entities: Array.from({ length: maxPageSize }, () => ({})), cookie: "<cookie/>", moreRecords: true };
      // The question's kind is always rows here.
      return { ok: true, value, rows: maxPageSize, bytes: maxPageSize * 3 } as never;
    },
  };
  const server = createServer({ backend, clock, latency: 100 });
  const settled: string[] = [];
  const ask = (text: string, rows = 10): void => {
    server.ask("rows", { table: "flowsession", options: text, maxPageSize: rows }, caller).then(
      ({ entities }) => settled.push(`${text}: ${entities.length} rows`),
      (error: { errorCode: number; httpStatus?: number }) => settled.push(`${text}: ${error.httpStatus ?? "no answer"}`));
  };
  return { clock, server, asked, ask, settled, start: clock.now() };
}
const last = ({ ledger }: EmulatedServer) => ledger.entries[ledger.entries.length - 1];

test("an answer takes the latency, and is that of the moment in which it is given", async () => {
  const { clock, server, ask, asked, settled, start } = setUp();
  ask("a");
  await clock.advance(99);
  expect([settled, server.ledger.underWay]).toEqual([[], 1]);
  server.privileges.revoke("flowsession", "Read");
  await clock.advance(1);
  expect([settled, server.ledger.underWay]).toEqual([["a: 10 rows"], 0]);
  expect(asked).toEqual([{ maxPageSize: 10, nowMs: start + 100, unreadable: ["flowsession"] }]);
  expect(last(server)).toEqual({ kind: "rows", table: "flowsession", text: "a", askedAt: start, answeredAt: start + 100, round: 1, rows: 10, bytes: 30, error: null });
});

test("requests that are asked together are one round trip, those that wait for an answer are the next", async () => {
  const { clock, server, ask } = setUp();
  ask("a");
  ask("b");
  await clock.advance(50);
  ask("c");
  await clock.advance(50);
  ask("d");
  await clock.advance(100);
  expect(server.ledger.entries.map(({ text, round }) => text + String(round))).toEqual(["a1", "b1", "c1", "d2"]);
  expect(server.ledger.sum()).toEqual({ requests: 4, rounds: 2, rows: 40, bytes: 120 });
  expect(server.ledger.sum("page")).toEqual({ requests: 0, rounds: 0, rows: 0, bytes: 0 });
  server.ledger.clear();
  ask("e");
  expect(last(server)?.round).toBe(1);
});

test("faults hit the next requests that fit, and no others", async () => {
  const { clock, server, ask, settled } = setUp();
  server.faults.next({ kind: "busy", retryAfterSeconds: 30 }, 2, ({ text }) => text.startsWith("a"));
  for (const text of ["b", "a1", "a2", "a3"]) ask(text);
  await clock.advance(100);
  expect(settled).toEqual(["b: 10 rows", "a1: 429", "a2: 429", "a3: 10 rows"]);
  expect(JSON.parse(server.ledger.entries[1]?.error?.raw ?? "{}")).toMatchObject({ status: 429, headers: { "Retry-After": "30" } });
});

test.each([
  [{ kind: "down", status: 503 } as const, 503], [{ kind: "down", status: 500 } as const, 500], [{ kind: "signedOut" } as const, 401], [{ kind: "forbidden" } as const, 403],
])("%j lasts until it is ended", async (fault, status) => {
  const { clock, server, ask, settled } = setUp();
  const end = server.faults.always(fault);
  ask("a");
  await clock.advance(100);
  ask("b");
  await clock.advance(100);
  end();
  ask("c");
  await clock.advance(100);
  expect(settled).toEqual([`a: ${status}`, `b: ${status}`, "c: 10 rows"]);
});

test("errors are plain objects with a signed code", async () => {
  const { server, clock } = setUp();
  server.faults.next({ kind: "forbidden" });
  const error = server.ask("rows", { table: "flowsession", options: "", maxPageSize: 1 }, caller).then(() => null, (thrown: unknown) => thrown);
  await clock.advance(100);
  expect(Object.getPrototypeOf(await error)).toBe(Object.prototype);
  expect(await error).toMatchObject({ errorCode: -2147220960, message: expect.stringContaining("prvReadflowsession") });
});

test("offline nothing is answered, not even what was asked before; online again it is", async () => {
  const { clock, server, ask, asked, settled } = setUp();
  ask("before");
  await clock.advance(50);
  server.faults.offline = true;
  ask("offline");
  await clock.advance(100);
  server.faults.offline = false;
  ask("after");
  await clock.advance(100);
  expect(settled).toEqual(["before: no answer", "offline: no answer", "after: 10 rows"]);
  expect(asked).toHaveLength(1);
});

test("a slow answer comes in the end, a truncated one is short and has a cookie", async () => {
  const { clock, server, ask, settled } = setUp();
  server.faults.next({ kind: "slow", afterMs: 600_000 });
  server.faults.next({ kind: "truncated", rows: 3 });
  ask("slow");
  ask("short");
  await clock.advance(599_999);
  expect(settled).toEqual(["short: 3 rows"]);
  await clock.advance(1);
  expect(settled).toEqual(["short: 3 rows", "slow: 10 rows"]);
});

test("a mistake of the emulator is thrown on as it is", async () => {
  const clock = createVirtualClock();
  const server = createServer({ clock, latency: 0, backend: { ask: () => Promise.reject(new TypeError("not an error of the server")) } });
  const asked = expect(server.ask("rows", { table: "flowsession", options: "", maxPageSize: 1 }, caller)).rejects.toThrow(TypeError);
  await clock.advance(1);
  await asked;
});
