/** What the command bar's buttons do with the runs. */
import type { EmulatedHost } from "../../emulator";
import type { Command } from "./commandBar";
import { askOwner, confirmDelete } from "./dialogs";
import { ownersOf, type Runs } from "./runs";

export interface CommandTarget {
  readonly runs: Runs;
  /** The host whose selection the buttons act on. */
  host(): EmulatedHost;
  open(id: string): void;
}

export function gridCommands(target: CommandTarget): readonly Command[] {
  if (target.runs.isReadOnly) return subgridCommands(target);
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

async function assign({ runs, host }: CommandTarget, ids: readonly string[]): Promise<void> {
  const owner = await askOwner(ids.length, ownersOf(await runs.recent()));
  if (!owner) return;
  await runs.change({ upsert: ids.map(id => ({ id, cells: { ownerid: owner, modifiedon: `${new Date().toISOString().slice(0, 19)}Z` } })) });
  host().refresh();
}

async function remove({ runs, host }: CommandTarget, ids: readonly string[]): Promise<void> {
  if (!(await confirmDelete(ids.length))) return;
  await runs.change({ remove: ids });
  host().refresh();
}
