import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { startServer, type RunningServer } from "./server";

let folder: string;
const running: RunningServer[] = [];

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "demo-server-"));
  for (const [file, text] of Object.entries({
    "page/index.html": "<p>page</p>", "page/page.js": "1", "control/bundle.js": "2", "control/strings/A.1033.resx": "<root/>", "secret.txt": "secret", "page-secret/x.txt": "secret", "runs.csv": "flowsessionid\n", "Solution/bin/A.zip": "PK", "Solution/bin/notes.txt": "notes",
    "node_modules/react/umd/react.production.min.js": "16", "node_modules/react17/umd/react.production.min.js": "17",
  })) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), text);
  }
});

afterEach(async () => { await Promise.all(running.splice(0).map(server => server.close())); });
afterAll(() => fs.rmSync(folder, { recursive: true }));

async function start(data: string | null = null, port = 42_100): Promise<RunningServer> {
  const server = await startServer({ root: folder, page: path.join(folder, "page"), control: path.join(folder, "control"), data, org: null }, port);
  running.push(server);
  return server;
}

interface Answer { readonly status: number; readonly type: string; readonly text: string; readonly headers: http.IncomingHttpHeaders }

/** A bare request: fetch would tidy `..` away before it is sent. */
function ask(port: number, target: string, options: http.RequestOptions = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    http.request({ host: "127.0.0.1", port, path: target, agent: false, ...options }, response => {
      let text = "";
      response.on("data", chunk => { text += String(chunk); });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, type: response.headers["content-type"] ?? "", text, headers: response.headers }));
    }).on("error", reject).end();
  });
}

it("serves the page, the control and React from fixed routes, with their types and without caching", async () => {
  const { port } = await start();
  expect(await ask(port, "/?theme=dark")).toMatchObject({ status: 200, type: "text/html; charset=utf-8", text: "<p>page</p>", headers: { "cache-control": "no-store" } });
  expect(await ask(port, "/solution/A.zip")).toMatchObject({ status: 200, type: "application/octet-stream" });
  expect(await ask(port, "/page/page.js")).toMatchObject({ status: 200, type: "text/javascript; charset=utf-8" });
  expect(await ask(port, "/control/strings/A.1033.resx")).toMatchObject({ status: 200, type: "application/xml", text: "<root/>" });
  expect((await ask(port, "/lib/react16.js")).text).toBe("16");
  expect((await ask(port, "/lib/react17.js")).text).toBe("17");
});

it("answers HEAD without a body and refuses to be written to", async () => {
  const { port } = await start();
  expect(await ask(port, "/", { method: "HEAD" })).toMatchObject({ status: 200, text: "" });
  expect((await ask(port, "/", { method: "POST" })).status).toBe(405);
});

it.each([
  "/page/../secret.txt", "/page/%2e%2e/secret.txt", "/page/..%2fsecret.txt", "/control/../../secret.txt", "/page//etc/passwd", "/page/%2fetc%2fpasswd", "/page/..\\secret.txt",
  "/page/../page-secret/x.txt", "/solution/notes.txt", "/solution/../src/A.zip", "/solution/../../runs.csv", "/../secret.txt", "/secret.txt", "/node_modules/react/umd/react.production.min.js", "/lib/__proto__", "/page/%00", "/page/%zz", "/page/", "/control",
])("has nothing at %s", async target => {
  const { port } = await start();
  const { status, text } = await ask(port, target);
  expect(status).toBe(404);
  expect(text).not.toContain("secret");
});

it("hands the data out only where there is a file, and tells its name", async () => {
  const without = await start();
  expect((await ask(without.port, "/data.csv")).status).toBe(404);
  expect((await ask(without.port, "/config.json")).text).toBe('{"data":null,"org":null}');
  const withData = await start(path.join(folder, "runs.csv"), 42_200);
  expect(await ask(withData.port, "/data.csv")).toMatchObject({ status: 200, type: "text/csv", text: "flowsessionid\n" });
  expect((await ask(withData.port, "/config.json")).text).toBe('{"data":"runs.csv","org":null}');
});

it("answers to this machine's names only", async () => {
  const { port } = await start();
  expect((await ask(port, "/", { headers: { host: "evil.example" } })).status).toBe(403);
  expect((await ask(port, "/", { headers: { host: `localhost:${port}` } })).status).toBe(200);
});

it("takes the next port where one is taken", async () => {
  const first = await start();
  const second = await start(null, first.port);
  expect(second.port).toBeGreaterThan(first.port);
  expect((await ask(second.port, "/")).status).toBe(200);
});
