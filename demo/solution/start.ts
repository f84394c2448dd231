/** `?solution=A.zip,B.zip`: opens packed solutions of Solution/bin instead of the demo's own app. */
import type { EmulatedHost } from "../../emulator";
import { startClockAt } from "../page/clock";
import { loadKit } from "../page/kit";
import { readSolution } from "./readSolution";
import { SolutionApp } from "./solutionApp";
import { readState, writeState, type SolutionState } from "./state";
import { ADMINISTRATOR, World } from "./world";

/** What tests drive the page by. */
export interface SolutionHandle {
  readonly ready: boolean;
  readonly hosts: readonly EmulatedHost[];
  readonly state: SolutionState;
}

declare global {
  interface Window { solutionDemo?: SolutionHandle }
}

/** False if the address does not ask for a solution. */
export async function startSolution(): Promise<boolean> {
  const first = readState(location.search, ADMINISTRATOR);
  if (!first) return false;
  if (first.now !== null) startClockAt(first.now);
  const solution = readSolution(await Promise.all(first.zips.map(load)));
  const addresses = new Map([...solution.control].map(([path, bytes]) => [path, URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: typeOf(path) }))]));
  const kit = await loadKit(17, { addressOf: path => addresses.get(path) ?? path });
  let state = first;
  let ready = false;
  const show = async (next: SolutionState): Promise<void> => {
    ready = false;
    state = next;
    await app.show(next);
    ready = true;
  };
  const app: SolutionApp = new SolutionApp(document.body, solution, new World(solution, first.rows, Date.now()), kit, changes => {
    const next = { ...state, ...changes };
    history.pushState(null, "", location.pathname + writeState(next));
    void show(next);
  });
  window.solutionDemo = { get ready() { return ready; }, get hosts() { return app.hosts; }, get state() { return state; } };
  window.addEventListener("popstate", () => void show(readState(location.search, ADMINISTRATOR) ?? first));
  await show(first);
  return true;
}

async function load(name: string): Promise<Uint8Array> {
  const response = await fetch(`/solution/${name}`);
  if (!response.ok) throw new Error(`Solution/bin/${name} could not be loaded (${response.status}). Run "npm run solution" first.`);
  return new Uint8Array(await response.arrayBuffer());
}

const typeOf = (path: string): string => (path.endsWith(".css") ? "text/css" : path.endsWith(".js") ? "text/javascript" : "application/xml");
