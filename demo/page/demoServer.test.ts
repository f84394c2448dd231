import { DemoServer } from "./demoServer";
import { defaults } from "./settings";

const silent = { postMessage: () => undefined, addEventListener: () => undefined };

it("the switches change latency, faults and privileges, and take back what they did before", () => {
  const demo = new DemoServer(silent);
  const { server } = demo;
  const request = { kind: "rows" as const, table: "flowsession", text: "" };
  demo.apply({ ...defaults, latency: 300, fault: "busy", denied: "views" });
  expect([server.latency, server.faults.take(request)?.kind, server.privileges.unreadable]).toEqual([300, "busy", ["savedquery", "userquery"]]);
  demo.apply({ ...defaults, fault: "offline", denied: "runs" });
  expect([server.latency, server.faults.take(request), server.faults.offline, server.privileges.unreadable]).toEqual([80, undefined, true, ["flowsession"]]);
  demo.apply(defaults);
  expect([server.faults.take(request), server.faults.offline, server.privileges.unreadable]).toEqual([undefined, false, []]);
});

it("short answers are for questions of the control; the page's own dataset stays whole", () => {
  const demo = new DemoServer(silent);
  demo.apply({ ...defaults, fault: "truncated" });
  expect(demo.server.faults.take({ kind: "page", table: "flowsession", text: "" })).toBeUndefined();
  expect(demo.server.faults.take({ kind: "rows", table: "flowsession", text: "" })).toEqual({ kind: "truncated", rows: 100 });
});

it("calls of the page reach the Worker and come back", async () => {
  let listener: (event: { readonly data: unknown }) => void = () => undefined;
  const demo = new DemoServer({
    addEventListener: (_type, given) => { listener = given; },
    postMessage: message => {
      const { call, name } = message as { readonly call: number; readonly name: string };
      listener({ data: { call, value: name === "load" ? 5 : 4 } });
    },
  });
  expect(await demo.load({ kind: "rows", rows: [], age: "current" })).toBe(5);
  expect(await demo.change({ remove: ["x"] })).toBe(4);
});
