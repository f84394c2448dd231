/** The demo's web server: this machine only, read only, nothing cached. */
import fs from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { ORG_ROUTE } from "../org/questions";
import { forward } from "./forward";
import { fileOf, typeOf, type Sources } from "./routes";

const host = "127.0.0.1";
const attempts = 20;
/** Bytes: addresses as long as Dataverse takes them (32 KB), with what else a browser sends. */
const headerLimit = 65_536;

export interface RunningServer { readonly port: number; close(): Promise<void> }

/**
 * Listens on the port, or on the next one that is free.
 * @throws Error if none of the next twenty is, or the system forbids it.
 */
export async function startServer(sources: Sources, port: number): Promise<RunningServer> {
  const server = http.createServer({ maxHeaderSize: headerLimit }, (request, response) => answer(request, response, sources));
  for (let offset = 0; offset < attempts && port + offset <= 65_535; offset++) {
    if (!(await listen(server, port + offset))) continue;
    return { port: (server.address() as AddressInfo).port, close: () => close(server) };
  }
  throw new Error(`All ports from ${port} to ${Math.min(65_535, port + attempts - 1)} are taken. Choose another with --port.`);
}

function answer(request: http.IncomingMessage, response: http.ServerResponse, sources: Sources): void {
  const refuse = (status: number, text: string): void => void response.writeHead(status, headers("text/plain; charset=utf-8")).end(text);
  // Another site's name that points here (DNS rebinding) must not read the user's file.
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? "")) return refuse(403, "Only this machine may ask.");
  if (sources.org && request.url?.startsWith(ORG_ROUTE)) return void forward(request, response, request.url.slice(ORG_ROUTE.length), sources.org);
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, "Only GET and HEAD.");
  const [pathname = "/"] = (request.url ?? "/").split("?");
  if (pathname === "/config.json") {
    const data = sources.data === null ? null : path.basename(sources.data);
    return void response.writeHead(200, headers(typeOf(pathname))).end(JSON.stringify({ data, org: sources.org ? new URL(sources.org.origin).host : null }));
  }
  const file = fileOf(pathname, sources);
  if (file === null || !fs.statSync(file, { throwIfNoEntry: false })?.isFile()) return refuse(404, "Not found.");
  const stream = fs.createReadStream(file);
  stream.once("open", () => {
    response.writeHead(200, headers(typeOf(file)));
    if (request.method === "HEAD") return void response.end(() => stream.destroy());
    stream.pipe(response);
  });
  stream.once("error", () => (response.headersSent ? response.destroy() : refuse(500, "The file could not be read.")));
}

const headers = (type: string): http.OutgoingHttpHeaders => ({ "Content-Type": type, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" });

/** False if the port is taken. */
function listen(server: http.Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => (error.code === "EADDRINUSE" ? resolve(false) : reject(error));
    server.once("error", failed);
    server.listen(port, host, () => {
      server.off("error", failed);
      resolve(true);
    });
  });
}

function close(server: http.Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
