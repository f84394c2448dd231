import http from "node:http";
import { startServer } from "./server";
import { forward } from "./forward";
import { startOrg, TOKEN } from "./orgServer.testing";
import { startRig, type OrgRig } from "./orgRig.testing";

const rows = (inside = '<attribute name="name"/>', set = "flowsessions"): string =>
  `/org/${set}?fetchXml=${encodeURIComponent(`<fetch count="3"><entity name="flowsession">${inside}</entity></fetch>`)}`;

const rigs: OrgRig[] = [];
async function rigOf(token?: string): Promise<OrgRig> {
  const rig = await startRig({}, token);
  rigs.push(rig);
  return rig;
}
afterEach(async () => { await Promise.all(rigs.splice(0).map(rig => rig.close())); });

it("adds the token and asks for formatted values, lookups and the cookie; nothing of the page's headers goes along", async () => {
  const { ask, org } = await rigOf();
  const { status, text, headers } = await ask(rows(), { cookie: "a=b", "x-page": "1" });
  expect([status, headers["content-type"], headers["cache-control"]]).toEqual([200, "application/json; charset=utf-8", "no-store"]);
  expect((JSON.parse(text) as { value: unknown[] }).value).toHaveLength(3);
  expect(org.asked[0]).toMatchObject({
    method: "GET", url: expect.stringMatching(/^\/api\/data\/v9\.2\/flowsessions\?fetchXml=%3Cfetch/),
    headers: { authorization: `Bearer ${TOKEN}`, prefer: 'odata.include-annotations="*"', "odata-version": "4.0", accept: "application/json" },
  });
  expect(org.asked[0]?.headers).not.toHaveProperty("cookie");
  expect(org.asked[0]?.headers).not.toHaveProperty("x-page");
});

it("a question as long as Dataverse takes it gets through", async () => {
  const { ask, org } = await rigOf();
  const long = `<attribute name="name"/><filter><condition attribute="name" operator="ne" value="${"x".repeat(31_000)}"/></filter>`;
  expect((await ask(rows(long))).status).toBe(200);
  expect(org.asked[0]?.url.length).toBeGreaterThan(31_000);
});

it.each<readonly [string, string, http.OutgoingHttpHeaders, string, number]>([
  ["writing", rows(), {}, "POST", 405], ["deleting", rows(), {}, "DELETE", 405], ["changing", rows(), {}, "PATCH", 405], ["asking for headers alone", rows(), {}, "HEAD", 405],
  ["another path", "/org/accounts", {}, "GET", 403], ["a way out of the API", "/org/../../secret", {}, "GET", 403], ["another site's page", rows(), { "sec-fetch-site": "cross-site" }, "GET", 403],
  ["a page of another port", rows(), { "sec-fetch-site": "same-site", origin: "http://127.0.0.1:1" }, "GET", 403], ["an address that the user typed", rows(), { "sec-fetch-site": "none" }, "GET", 403],
  ["what does not say where it comes from", rows(), { "sec-fetch-site": [] }, "GET", 403], ["an origin that is not ours", rows(), { origin: "https://evil.example" }, "GET", 403],
  ["a name of another site that points here", rows(), { host: "evil.example" }, "GET", 403], ["another port's name", rows(), { host: "127.0.0.1:1" }, "GET", 403],
  ["a secret column", rows('<attribute name="credentials"/>'), {}, "GET", 403],
])("does not forward %s", async (_what, target, headers, method, status) => {
  const { ask, org } = await rigOf();
  expect((await ask(target, headers, method)).status).toBe(status);
  expect(org.asked).toHaveLength(0);
});

it("takes this page's own origin and either name of this machine", async () => {
  const { ask, port } = await rigOf();
  for (const host of [`127.0.0.1:${port}`, `localhost:${port}`]) expect((await ask(rows(), { host, origin: `http://${host}` })).status).toBe(200);
});

it("without an environment there is nothing to forward to", async () => {
  const server = await startServer({ root: "/none", page: "/none", control: "/none", data: null, org: null }, 43_300);
  const { status } = await fetch(`http://127.0.0.1:${server.port}${rows()}`, { headers: { "sec-fetch-site": "same-origin" } });
  await server.close();
  expect(status).toBe(404);
});

it("an expired token is said in a sentence; the next one is used at once", async () => {
  const rig = await rigOf("stale-token");
  const refused = await rig.ask(rows());
  expect([refused.status, refused.text]).toEqual([401, expect.stringContaining("does not accept the token")]);
  expect(refused.text).not.toContain("stale");
  rig.token = TOKEN;
  expect((await rig.ask(rows())).status).toBe(200);
});

it("a token that cannot be read any more is said in a sentence", async () => {
  const org = await startOrg({ rows: [] });
  const server = await startServer({ root: "/none", page: "/none", control: "/none", data: null, org: { origin: org.origin, token: () => { throw new Error("The file of --token-file is empty."); } } }, 43_400);
  const answer = await fetch(`http://127.0.0.1:${server.port}${rows()}`, { headers: { "sec-fetch-site": "same-origin" } });
  expect([answer.status, await answer.text()]).toEqual([401, expect.stringContaining("--token-file is empty")]);
  await Promise.all([server.close(), org.close()]);
});

it.each([
  [{ status: 400, body: JSON.stringify({ error: { code: "0x80041103", message: `seen: Bearer ${TOKEN}` } }) }, 400, /"0x80041103","message":"seen: Bearer …"/],
  [{ status: 403, body: JSON.stringify({ error: { code: "0x80040220", message: "missing prvReadflowsession", innererror: { stacktrace: TOKEN } } }) }, 403, /^\{"error":\{"code":"0x80040220","message":"missing prvReadflowsession"\}\}$/],
  [{ status: 503, body: `<html>${TOKEN}</html>` }, 503, /Dataverse answered with the status 503\./],
  [{ status: 500, body: "" }, 500, /with the status 500/],
  [{ status: 302, body: "", headers: { Location: "http://127.0.0.1:1/login" } }, 502, /another address/],
  [{ status: 200, body: JSON.stringify({ value: [], echo: TOKEN }) }, 200, /"echo":"…"/],
])("hands on code and words of an answer, never the token: %j", async (instead, status, body) => {
  const { ask, org } = await rigOf();
  org.instead.push(instead);
  const answer = await ask(rows());
  expect([answer.status, answer.text]).toEqual([status, expect.stringMatching(body)]);
  expect(JSON.stringify(answer)).not.toContain("secret-token");
});

it("hands on how long to wait", async () => {
  const { ask, org } = await rigOf();
  org.instead.push({ status: 429, body: JSON.stringify({ error: { code: "0x80072322", message: "too many" } }), headers: { "Retry-After": "17" } });
  expect(await ask(rows())).toMatchObject({ status: 429, headers: { "retry-after": "17" } });
});

it("an environment that is not there is said with its name and the system's word", async () => {
  const rig = await rigOf();
  await rig.org.close();
  expect(await rig.ask(rows())).toMatchObject({ status: 502, text: expect.stringMatching(/127\.0\.0\.1:\d+ could not be reached \(ECONNREFUSED\)\./) });
});

it("gives up on an environment that does not answer, and lets go of one that nobody waits for", async () => {
  const org = await startOrg({ rows: [] });
  org.instead.push("hang", "hang");
  const server = http.createServer((request, response) => void forward(request, response, (request.url ?? "").slice("/org/".length), { origin: org.origin, token: () => TOKEN }, 1));
  await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const late = await fetch(`http://127.0.0.1:${port}${rows()}`, { headers: { "sec-fetch-site": "same-origin" } });
  expect([late.status, await late.text()]).toEqual([504, expect.stringContaining("has not answered in time")]);
  await new Promise<void>(resolve => { server.close(() => resolve()); server.closeAllConnections(); });
  while (org.open() > 0) await new Promise(resolve => setImmediate(resolve));
  await org.close();
});

it("a page that is closed leaves no request behind", async () => {
  const { port, org } = await rigOf();
  org.instead.push("hang");
  const leaving = http.request({ host: "127.0.0.1", port, path: rows(), headers: { "sec-fetch-site": "same-origin" } });
  leaving.on("error", () => undefined);
  leaving.end();
  while (org.open() === 0) await new Promise(resolve => setImmediate(resolve));
  leaving.destroy();
  while (org.open() > 0) await new Promise(resolve => setImmediate(resolve));
  expect(org.asked).toHaveLength(1);
});
