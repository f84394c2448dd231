/** The environment into which the solutions were imported: an emulated Dataverse with their views, seen by a user with one of their roles. */
import { createServer, Database, Dataverse, type EmulatedRow, type EmulatedServer, type StoredView } from "../../emulator";
import { guidOf } from "../data/random";
import type { PackedSolution, PackedView } from "./packed";
import { generateRecords } from "./records";
import { tables } from "./tables";

/** Who opens the app: everybody's administrator, one of the solutions' roles by its name, or somebody without any. */
export const ADMINISTRATOR = "System Administrator";
export const NOBODY = "None of these roles";

/** Reading this needs no privilege of its own. */
const UNPROTECTED = ["processsession", "systemuser"];
const OPEN_APP = "prvReadAppModule";

/** Id of the list that a table has by itself. */
export const defaultList = (table: string): string => guidOf(`list/${table}`);

export class World {
  public readonly server: EmulatedServer;
  private readonly database = new Database();

  /** @param rows runs to generate. @param nowMs epoch ms; nothing is after it. */
  public constructor(private readonly solution: PackedSolution, rows: number, nowMs: number) {
    const records = generateRecords(rows, nowMs);
    for (const definition of tables) {
      const known = ({ id, cells }: EmulatedRow): EmulatedRow => ({ id, cells: Object.fromEntries(Object.entries(cells).filter(([name]) => name in definition.columns)) });
      this.database.add(definition).upsert((records.get(definition.logicalName) ?? []).map(known));
    }
    this.server = createServer({ backend: new Dataverse(this.database, [...solution.views.map(storedView), ...tables.map(({ logicalName }) => plainList(logicalName))]), latency: 20 });
  }

  public get roles(): readonly string[] { return [ADMINISTRATOR, ...this.solution.roles.map(({ name }) => name), NOBODY]; }

  /** From now on the user has this role. @returns whether the app opens for it */
  public take(role: string): boolean {
    const packed = this.solution.roles.find(({ name }) => name === role);
    const privileges = packed?.privileges ?? new Map<string, string>();
    for (const { logicalName } of tables) {
      for (const access of ["Read", "Write"] as const) {
        const isGranted = role === ADMINISTRATOR || (access === "Read" && UNPROTECTED.includes(logicalName)) || [...privileges.keys()].some(name => name.toLowerCase() === `prv${access}${logicalName}`.toLowerCase());
        if (isGranted) this.server.privileges.grant(logicalName, access);
        else this.server.privileges.revoke(logicalName, access);
      }
    }
    return role === ADMINISTRATOR || (packed !== undefined && this.solution.openedBy.has(packed.id) && privileges.has(OPEN_APP));
  }

  /** A record; null if there is none, or the user may not read it. */
  public record(table: string, id: string): EmulatedRow | null {
    if (!this.server.privileges.has(table, "Read")) return null;
    const row = this.database.table(table).rowOf(id);
    return row < 0 ? null : this.database.table(table).row(row);
  }

  /** The first hundred rows of a view, of one record's if given. @throws (rejects with) a plain ServerError */
  public async rows(view: Pick<PackedView, "id" | "table" | "columns">, parent: { readonly column: string; readonly id: string } | null, timeZone: string): Promise<readonly EmulatedRow[]> {
    const { rows } = await this.server.ask("page", {
      table: view.table, viewId: view.id, columns: view.columns.map(({ name }) => name), parent, quickFind: "", filter: null, sorting: [], page: 1, size: 100, cookie: null,
    }, { userId: guidOf("systemuser/Operator"), businessUnitId: guidOf("businessunit/Root"), timeZone });
    return rows;
  }
}

function storedView({ id, table, labels, fetchXml, layoutXml }: PackedView): StoredView {
  return { id, kind: "savedquery", name: labels.get(1033) ?? id, table, fetchXml, layoutXml };
}

function plainList(table: string): StoredView {
  return { id: defaultList(table), kind: "savedquery", name: table, table, layoutXml: "<grid/>", fetchXml: `<fetch version="1.0" mapping="logical"><entity name="${table}"><attribute name="name"/><order attribute="name"/></entity></fetch>` };
}
