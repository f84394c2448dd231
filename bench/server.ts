/** Hands the pages to the browser: this machine only, from memory, nothing cached. */
import http from "node:http";
import type { AddressInfo } from "node:net";
import { Files } from "./build";

export interface Server { readonly origin: string; close(): void }

const TYPES: Readonly<Record<string, string>> = { html: "text/html; charset=utf-8", js: "text/javascript; charset=utf-8", css: "text/css; charset=utf-8" };
/** Isolated pages have clocks of full resolution. */
const HEADERS = { "Cache-Control": "no-store", "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };

export function serve(files: Files): Promise<Server> {
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://bench");
    const file = files.get(pathname);
    if (!file) return void response.writeHead(204, HEADERS).end();
    response.writeHead(200, { ...HEADERS, "Content-Type": TYPES[pathname.split(".").pop() ?? ""] ?? "application/octet-stream" }).end(file);
  });
  return new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve({ origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }))
  );
}
