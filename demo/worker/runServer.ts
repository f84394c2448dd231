/** The emulated Dataverse of the demo: loaded with runs, changed by the app's commands. Runs in a Worker, knows nothing of one. */
import { Database, Dataverse, type Backend, type EmulatedRow, type LookupCell, type ServerTableDefinition } from "../../emulator";
import { fleet } from "../data/fleet";
import { generateRuns } from "../data/generator";
import { writeHistory } from "../data/history";
import { flowsessionOf, namedTables, type Age } from "../data/serverTable";
import { storedViews } from "../data/storedViews";

/** From how many runs on they are written as years of history, straight into columns. */
const HISTORY_FROM = 150_000;
/** Of these, so many at the end are made with everything awkward among them. */
const AWKWARD = 400;

export type Load =
  | { readonly kind: "generated"; readonly size: number; readonly seed: number; readonly nowMs: number; readonly age: Age }
  | { readonly kind: "rows"; readonly rows: readonly EmulatedRow[]; readonly age: Age };

export interface Change {
  /** Instead of all that are there. */
  readonly set?: readonly EmulatedRow[];
  /** Replaces the given cells of runs that are there, appends the others. */
  readonly upsert?: readonly EmulatedRow[];
  readonly remove?: readonly string[];
}

export class RunServer {
  private database = new Database();
  private definition = flowsessionOf("current");
  private dataverse = new Dataverse(this.database, []);

  public get backend(): Backend { return this.dataverse; }

  /** @returns how many runs there are; repeated ids are one run, as a table has them. */
  public load(load: Load): number {
    this.renew(flowsessionOf(load.age));
    if (load.kind === "generated" && load.size >= HISTORY_FROM) {
      const { size, seed, nowMs } = load;
      writeHistory(this.runs, { rows: size - AWKWARD, nowMs, seed });
      this.put(generateRuns({ size: AWKWARD, seed, nowMs }));
    } else this.put(load.kind === "generated" ? generateRuns(load) : load.rows);
    this.nameTables();
    return this.runs.rowCount;
  }

  /** @returns how many runs there are then. */
  public change({ set, upsert = [], remove = [] }: Change): number {
    if (set) this.renew(this.definition);
    this.put([...set ?? [], ...upsert]);
    this.runs.delete(remove);
    if (set) this.nameTables();
    return this.runs.rowCount;
  }

  private get runs(): ReturnType<Database["table"]> { return this.database.table(this.definition.logicalName); }

  private renew(definition: ServerTableDefinition): void {
    this.definition = definition;
    this.database = new Database();
    this.database.add(definition);
    for (const table of namedTables) this.database.add(table);
    this.dataverse = new Dataverse(this.database, storedViews(definition));
  }

  /** Columns that the environment lacks are left out. */
  private put(rows: readonly EmulatedRow[]): void {
    const known = (row: EmulatedRow): EmulatedRow => ({ id: row.id, cells: Object.fromEntries(Object.entries(row.cells).filter(([name]) => name in this.definition.columns)) });
    this.runs.upsert(rows.map(known));
  }

  /** The records that runs point to, so that views can join them. */
  private nameTables(): void {
    const { runs } = this;
    for (const [column, definition] of Object.entries(this.definition.columns)) {
      if (!definition.type.startsWith("Lookup") || definition.targets?.includes(this.definition.logicalName)) continue;
      for (const { id, name, table } of distinctLookups(runs.coded(column))) if (this.database.has(table)) this.database.table(table).upsert([{ id, cells: { name } }]);
    }
    this.database.table("flowmachine").upsert(fleet.map(({ machine: { id, name } }) => ({ id, cells: { name } })));
  }
}

function distinctLookups({ dictionary }: ReturnType<ReturnType<Database["table"]>["coded"]>): readonly LookupCell[] {
  return Array.from({ length: dictionary.size }, (_, code) => dictionary.valueOf(code)).filter((value): value is LookupCell => typeof value === "object" && value !== null);
}
