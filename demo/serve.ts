/** `npm start`: builds what is stale, serves the demo on this machine and prints the address. */
import path from "node:path";
import { buildDemo } from "./build";
import { parseArguments } from "./server/arguments";
import { TOKEN_VARIABLE } from "./server/orgArguments";
import { startServer } from "./server/server";

async function serve(): Promise<void> {
  // npm runs scripts in the package's folder; a relative file is meant from where the user stands.
  const parsed = parseArguments(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd(), process.env);
  // The tools that build the control need not know it.
  delete process.env[TOKEN_VARIABLE];
  if (!parsed.ok) throw new Error(parsed.message);
  const { port, data, org } = parsed.value;
  const root = process.cwd();
  const server = await startServer({ root, ...(await buildDemo(root)), data, org }, port);
  if (server.port !== port) console.log(`Port ${port} is taken; using ${server.port}.`);
  if (data !== null) console.log(`Data: ${path.basename(data)}`);
  if (org !== null) console.log(`Runs of ${new URL(org.origin).host}, read only; any program on this computer can read them here until you end it.`);
  console.log(`The demo is at http://127.0.0.1:${server.port}/  (Ctrl-C ends it)`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void server.close());
}

serve().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
