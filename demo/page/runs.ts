/** The runs as the app's own pages and commands see them, wherever they are. */
import type { EmulatedRow, EmulatedTable, LookupCell, Requests } from "../../emulator";
import { owners as allOwners } from "../data/catalogue";
import { viewIds } from "../data/storedViews";
import type { Change } from "../worker/runServer";
import type { DemoServer } from "./demoServer";

export interface Runs {
  /** Nothing of them may be changed. */
  readonly isReadOnly: boolean;
  /** The latest; all of a page's own. */
  recent(): Promise<readonly EmulatedRow[]>;
  run(id: string): Promise<EmulatedRow | undefined>;
  change(change: Change): Promise<void>;
}

/** In the page's memory. */
export class TableRuns implements Runs {
  public readonly isReadOnly = false;

  public constructor(private readonly table: EmulatedTable) {}

  public recent(): Promise<readonly EmulatedRow[]> { return Promise.resolve(this.table.rows); }

  public run(id: string): Promise<EmulatedRow | undefined> { return Promise.resolve(this.table.rows.find(row => row.id === id)); }

  public change({ set, upsert, remove }: Change): Promise<void> {
    if (set) this.table.setRows(set);
    if (upsert) this.table.upsertRows(upsert);
    if (remove) this.table.deleteRows(remove);
    return Promise.resolve();
  }
}

/** The most that one answer holds. */
const RECENT = 5_000;
const caller = { userId: "00000000-0000-0000-0000-00000000a001", businessUnitId: "00000000-0000-0000-0000-00000000c001", timeZone: "UTC" };

/** On the emulated server, asked past its latency and faults: the app around the control is not what they are for. */
export class ServerRuns implements Runs {
  /** @param columns of the table. */
  public constructor(private readonly demo: Pick<DemoServer, "backend" | "change">, private readonly columns: readonly string[], public readonly isReadOnly = false) {}

  public recent(): Promise<readonly EmulatedRow[]> { return this.read(null, RECENT); }

  public async run(id: string): Promise<EmulatedRow | undefined> {
    const [row] = await this.read({ filterOperator: 0, conditions: [{ attributeName: "flowsessionid", conditionOperator: 0, value: id }] }, 1);
    return row;
  }

  public async change(change: Change): Promise<void> { await this.demo.change(change); }

  private async read(filter: Requests["page"]["question"]["filter"], size: number): Promise<readonly EmulatedRow[]> {
    const question = { table: "flowsession", viewId: viewIds.all, columns: this.columns, parent: null, quickFind: "", filter, sorting: [], page: 1, size, cookie: null };
    const reply = await this.demo.backend.ask("page", question, { caller, nowMs: Date.now(), unreadable: [] });
    if (!reply.ok) throw new Error(reply.error.message);
    return reply.value.rows;
  }
}

/** The run with most children, of equals the newest; without any parent the newest run. */
export function busiestParent(rows: readonly EmulatedRow[]): EmulatedRow | undefined {
  const children = countBy(rows, "parentdesktopflowrunid");
  const count = ({ id }: EmulatedRow): number => children.get(id)?.count ?? 0;
  const created = ({ cells }: EmulatedRow): string => String(cells.createdon ?? "");
  return rows.reduce<EmulatedRow | undefined>((best, row) => (!best || count(row) > count(best) || (count(row) === count(best) && created(row) > created(best)) ? row : best), undefined);
}

/** @param id null: the machine with most runs. */
export function machineOf(rows: readonly EmulatedRow[], id: string | null): LookupCell | undefined {
  const machines = countBy(rows, "machineid");
  if (id !== null) return machines.get(id)?.cell;
  return [...machines.values()].reduce((best, one) => (one.count > best.count ? one : best), { count: 0, cell: undefined as LookupCell | undefined }).cell;
}

/** The owners in the data; of an export without owners, the made-up ones. */
export function ownersOf(rows: readonly EmulatedRow[]): readonly LookupCell[] {
  const owners = [...countBy(rows, "ownerid").values()].map(({ cell }) => cell);
  return owners.length > 0 ? owners.sort((a, b) => a.name.localeCompare(b.name)) : allOwners;
}

function countBy(rows: readonly EmulatedRow[], column: string): Map<string, { count: number; readonly cell: LookupCell }> {
  const counts = new Map<string, { count: number; readonly cell: LookupCell }>();
  for (const { cells: { [column]: cell } } of rows) {
    if (typeof cell !== "object" || cell === null) continue;
    const known = counts.get(cell.id);
    if (known) known.count++;
    else counts.set(cell.id, { count: 1, cell });
  }
  return counts;
}
