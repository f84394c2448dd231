/** What the command bar's buttons do with the emulated table. */
import type { EmulatedHost, EmulatedTable, LookupCell } from "../../emulator";
import { owners as allOwners } from "../data/catalogue";
import type { Command } from "./commandBar";
import { askOwner, confirmDelete } from "./dialogs";

export interface CommandTarget {
  readonly table: EmulatedTable;
  /** The host whose selection the buttons act on. */
  host(): EmulatedHost;
  open(id: string): void;
}

export function gridCommands(target: CommandTarget): readonly Command[] {
  return [...subgridCommands(target),
    { label: "Assign", icon: "assign", needs: "some", run: ids => void assign(target, ids) },
    { label: "Delete", icon: "delete", needs: "some", run: ids => void remove(target, ids) },
  ];
}

export function subgridCommands({ host, open }: CommandTarget): readonly Command[] {
  return [
    { label: "Refresh", icon: "refresh", needs: "none", run: () => host().refresh() },
    { label: "Open", icon: "open", needs: "one", run: ([id]) => id !== undefined && open(id) },
  ];
}

async function assign({ table, host }: CommandTarget, ids: readonly string[]): Promise<void> {
  const owner = await askOwner(ids.length, ownersOf(table));
  if (!owner) return;
  table.upsertRows(ids.map(id => ({ id, cells: { ownerid: owner, modifiedon: `${new Date().toISOString().slice(0, 19)}Z` } })));
  host().refresh();
}

async function remove({ table, host }: CommandTarget, ids: readonly string[]): Promise<void> {
  if (!(await confirmDelete(ids.length))) return;
  table.deleteRows(ids);
  host().refresh();
}

/** The owners in the data; of an export without owners, the made-up ones. */
function ownersOf({ rows }: EmulatedTable): readonly LookupCell[] {
  const owners = new Map<string, LookupCell>();
  for (const { cells: { ownerid } } of rows) if (typeof ownerid === "object" && ownerid) owners.set(ownerid.id, ownerid);
  return owners.size > 0 ? [...owners.values()].sort((a, b) => a.name.localeCompare(b.name)) : allOwners;
}
