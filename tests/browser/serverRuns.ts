import type { RequestEntry } from "../../emulator/server/ledger";
import type { TimelinePage } from "./timelinePage";

/** A run as the table has it; times in epoch ms, null where there is none. */
export interface ServerRun {
  readonly id: string;
  readonly status: number;
  readonly createdOn: number | null;
  readonly startedOn: number | null;
  readonly completedOn: number | null;
  readonly machine: string | null;
  readonly parent: string | null;
}

/** [from, to) in epoch ms. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Paused, running, waiting, suspended. */
const OPEN: readonly number[] = [1, 2, 3, 6];
const COLUMNS = ["flowsessionid", "statuscode", "createdon", "startedon", "completedon", "machineid", "parentdesktopflowrunid"];
const PAGE = 5_000;

/** A plain scan of the table, past the control: every run with a time since then, and those that are open still. */
export async function runsSince(timeline: TimelinePage, sinceMs: number): Promise<readonly ServerRun[]> {
  const since = new Date(sinceMs).toISOString();
  const lately = ["createdon", "startedon", "completedon"].map((name) => `<condition attribute="${name}" operator="ge" value="${since}"/>`).join("");
  const open = `<condition attribute="statuscode" operator="in">${OPEN.map((status) => `<value>${status}</value>`).join("")}</condition>`;
  const fetchXml = (page: number): string =>
    `<fetch version="1.0" mapping="logical" page="${page}" count="${PAGE}"><entity name="flowsession">${COLUMNS.map((name) => `<attribute name="${name}"/>`).join("")}<filter type="or">${lately}${open}</filter><order attribute="flowsessionid"/></entity></fetch>`;
  const runs: ServerRun[] = [];
  for (let page = 1; runs.length === (page - 1) * PAGE; page++) {
    const entities = await timeline.page.evaluate(async ({ xml, size }) => {
      const caller = { userId: "00000000-0000-0000-0000-00000000a001", businessUnitId: "00000000-0000-0000-0000-00000000c001", timeZone: "UTC" };
      const answer = await window.demo?.server?.ask("rows", { table: "flowsession", options: `?fetchXml=${encodeURIComponent(xml)}`, maxPageSize: size }, caller);
      return answer?.entities ?? [];
    }, { xml: fetchXml(page), size: PAGE });
    if (entities.length === 0) break;
    for (const entity of entities) runs.push(runOf(entity));
  }
  return runs;
}

function runOf(entity: Readonly<Record<string, unknown>>): ServerRun {
  const text = (name: string): string | null => (typeof entity[name] === "string" ? entity[name] : null);
  const instant = (name: string): number | null => (typeof entity[name] === "string" ? Date.parse(entity[name]) : null);
  return {
    id: text("flowsessionid") ?? "", status: Number(entity["statuscode"]), createdOn: instant("createdon"), startedOn: instant("startedon"), completedOn: instant("completedon"),
    machine: text("_machineid_value"), parent: text("_parentdesktopflowrunid_value"),
  };
}

/** Whether a run waited, ran or stood as a marker in a window. The control's own rule is not asked. */
export function isInWindow({ status, createdOn, startedOn, completedOn }: ServerRun, { from, to }: Range): boolean {
  const lies = (time: number | null): boolean => time !== null && from <= time && time < to;
  const isOpen = OPEN.includes(status);
  if (startedOn === null && completedOn === null) return isOpen ? createdOn !== null && createdOn < to : lies(createdOn);
  if (startedOn === null) return lies(completedOn);
  const waited = startedOn >= from && createdOn !== null && createdOn < to;
  const ran = startedOn < to && (completedOn === null ? isOpen || startedOn >= from : completedOn >= from);
  return waited || ran || lies(startedOn);
}

/** The window on screen; the minimap's handles tell it to the second, so that its ends may be off by half of one. */
export async function shownWindow(timeline: TimelinePage): Promise<Range> {
  const [from, to] = await timeline.page.$$eval(".fst-brush-from, .fst-brush-to", (ends) => ends.map((end) => Number(end.getAttribute("aria-valuenow")) * 1000));
  return { from: from ?? NaN, to: to ?? NaN };
}

/** How many runs the window on screen holds, by the table: the fewest and the most that its ends to the second allow. */
export async function runsInShownWindow(timeline: TimelinePage): Promise<{ readonly least: number; readonly most: number }> {
  const { from, to } = await shownWindow(timeline);
  const runs = await runsSince(timeline, from - 1000);
  const count = (range: Range): number => runs.filter((run) => isInWindow(run, range)).length;
  return { least: count({ from: from + 1000, to: to - 1000 }), most: count({ from: from - 1000, to: to + 1000 }) };
}

/** The number that the status line begins with. */
export async function shownCount(timeline: TimelinePage): Promise<number> {
  return Number((/^([\d,]+) run/.exec(await timeline.facts())?.[1] ?? "NaN").replace(/,/g, ""));
}

/** A request for runs or counts, read from its FetchXML. */
export interface RowsRequest {
  readonly round: number;
  readonly rows: number;
  /** Asks for numbers, or for the one run that is the first or last of all: no run of the window. */
  readonly isCount: boolean;
  readonly columns: readonly string[];
}

/** What was asked of the Web API since the ledger was cleared. */
export async function rowsRequests(timeline: TimelinePage): Promise<readonly RowsRequest[]> {
  const entries = await timeline.page.evaluate(() => (window.demo?.server?.ledger.entries ?? []).filter(({ kind, table }) => kind === "rows" && table === "flowsession").map(({ text, round, rows }): Pick<RequestEntry, "text" | "round" | "rows"> => ({ text, round, rows })));
  return entries.map(({ text, round, rows }) => {
    const xml = decodeURIComponent(text);
    return { round, rows, isCount: /aggregate="true"|count="1"/.test(xml), columns: [...xml.matchAll(/<attribute name="(\w+)"/g)].map(([, name]) => name ?? "") };
  });
}

export const clearLedger = (timeline: TimelinePage): Promise<void> => timeline.page.evaluate(() => window.demo?.server?.ledger.clear());

/** The window is whole: every run of it is here, and has its rows. */
export const untilWhole = (timeline: TimelinePage): Promise<void> =>
  timeline.until("the window is whole", () => / · all loaded · /.test(document.querySelector(".fst-root .fst-facts")?.textContent ?? "") && document.querySelector(".fst-skeleton") === null, null);

/** Also what belongs to the window has been asked for, and days are being counted. */
export const untilCounting = (timeline: TimelinePage): Promise<void> =>
  timeline.until("days are being counted", () => window.demo?.server?.ledger.entries.some(({ text }) => decodeURIComponent(text).includes("dategrouping")), null);

/** The control leaves the page: no question of it may be open then. @returns what it left behind */
export async function leave(timeline: TimelinePage): Promise<{ readonly asked: number; readonly violations: readonly string[] }> {
  return timeline.page.evaluate(async () => {
    const { hosts = [], server } = window.demo ?? {};
    const violations = hosts.flatMap((host) => [...host.violations]);
    window.demo?.unmountAll();
    const before = server?.ledger.entries.length ?? 0;
    // A request that was under way ends; nothing may follow it.
    while ((server?.ledger.underWay ?? 0) > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    await new Promise((resolve) => setTimeout(resolve, 500));
    return { asked: (server?.ledger.entries.length ?? 0) - before, violations };
  });
}
