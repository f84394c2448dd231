/** The demo's server in front of an emulated Dataverse over HTTP, and the page's way to it. */
import http from "node:http";
import { generateRuns } from "../data/generator";
import type { Send } from "../org/client";
import { startOrg, TOKEN, type OrgOptions, type OrgServer } from "./orgServer.testing";
import { startServer } from "./server";

export const NOW = Date.UTC(2026, 10, 18, 14);

export interface Answer { readonly status: number; readonly text: string; readonly headers: http.IncomingHttpHeaders }

export interface OrgRig {
  readonly org: OrgServer;
  readonly port: number;
  /** A request as the page sends it; `headers` are added. */
  ask(target: string, headers?: http.OutgoingHttpHeaders, method?: string): Promise<Answer>;
  readonly send: Send;
  /** From now on. */
  token: string;
  close(): Promise<void>;
}

/** @param token what the local server is given. */
export async function startRig(options: Partial<OrgOptions> = {}, token = TOKEN): Promise<OrgRig> {
  const org = await startOrg({ rows: generateRuns({ size: 300, seed: 1, nowMs: NOW }), ...options });
  const held = { token };
  const server = await startServer({ root: "/none", page: "/none", control: "/none", data: null, org: { origin: org.origin, token: () => held.token } }, 43_100);
  const ask: OrgRig["ask"] = (target, headers = {}, method = "GET") => request(server.port, target, method, { "sec-fetch-site": "same-origin", ...headers });
  return {
    org, port: server.port, ask,
    get token() { return held.token; },
    set token(value) { held.token = value; },
    send: async address => {
      const { status, text, headers } = await ask(address);
      return { ok: status === 200, status, headers: new Headers(Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))), text: () => Promise.resolve(text) };
    },
    close: async () => { await Promise.all([server.close(), org.close()]); },
  };
}

/** A bare request: `fetch` would not let a test play another site's page. */
function request(port: number, path: string, method: string, headers: http.OutgoingHttpHeaders): Promise<Answer> {
  return new Promise((resolve, reject) => {
    http.request({ host: "127.0.0.1", port, path, method, headers, agent: false }, response => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", chunk => { text += String(chunk); });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }));
    }).on("error", reject).end();
  });
}
