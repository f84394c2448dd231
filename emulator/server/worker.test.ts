import type { Backend } from "./requests";
import { workerBackend, WorkerCalls, type MessageEnd } from "./worker";
import { askHandler, serveCalls } from "./workerServer";

const circumstances = { caller: { userId: "u", businessUnitId: "b", timeZone: "UTC" }, nowMs: 5, unreadable: ["flowsession"] };
const ports: MessagePort[] = [];
afterEach(() => ports.splice(0).forEach(port => port.close()));

/** The two ends of a real channel: what crosses it is cloned. */
function channel(): { readonly page: MessageEnd; readonly worker: MessageEnd } {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  for (const port of ports) port.start();
  return { page: port1, worker: port2 };
}

test("a question crosses to the Worker with its circumstances, and its answer comes back", async () => {
  const { page, worker } = channel();
  const seen: unknown[] = [];
  const backend: Backend = {
    ask: async (kind, question, given) => {
      seen.push([kind, question, given]);
      return { ok: true, value: { entities: [{ name: "Run" }], cookie: null }, rows: 1, bytes: 9 } as never;
    },
  };
  serveCalls(worker, askHandler(() => backend));
  const question = { table: "flowsession", options: "?fetchXml=…", maxPageSize: 5 };
  expect(await workerBackend(new WorkerCalls(page)).ask("rows", question, circumstances)).toEqual({ ok: true, value: { entities: [{ name: "Run" }], cookie: null }, rows: 1, bytes: 9 });
  expect(seen).toEqual([["rows", question, circumstances]]);
});

test("answers find their questions in any order", async () => {
  const { page, worker } = channel();
  let release = (): void => undefined;
  const held = new Promise<void>(resolve => { release = resolve; });
  serveCalls(worker, { slow: () => held.then(() => "slow"), quick: argument => { release(); return argument; } });
  const calls = new WorkerCalls(page);
  expect(await Promise.all([calls.call("slow", null), calls.call("quick", "quick")])).toEqual(["slow", "quick"]);
});

test("what goes wrong in the Worker rejects with its text", async () => {
  const { page, worker } = channel();
  serveCalls(worker, { break: () => { throw new RangeError("no such row"); } });
  const calls = new WorkerCalls(page);
  await expect(calls.call("break", null)).rejects.toThrow("no such row");
  await expect(calls.call("missing", null)).rejects.toThrow('no handler "missing"');
});
