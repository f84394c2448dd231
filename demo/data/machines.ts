/** The queue for machines: a run starts when a machine of its group is free. */
import type { LookupCell } from "../../emulator";
import { deskMachines, hostedMachines, type Machine } from "./catalogue";

/** How long Power Automate lets a run wait for a machine, in ms. */
export const queueLimit = 3 * 3_600_000;

/** What starting takes on a free machine, in ms. */
const latency = 6_000;

export interface Reservation { readonly machine: Machine; /** Epoch ms. */ readonly start: number }

export class MachinePool {
  private readonly freeAt = new Map<Machine, number>();

  /**
   * The machine that takes a run soonest. Ask in the order of creation.
   * @param group null: people's own machines. @param created epoch ms. @param only takes this machine, however long it is busy.
   */
  public reserve(group: LookupCell | null, created: number, only?: Machine): Reservation {
    const candidates = only ? [only] : [...hostedMachines, ...deskMachines].filter(machine => machine.group?.id === group?.id);
    let best: Reservation | undefined;
    for (const machine of candidates) {
      const start = Math.max(created, this.freeAt.get(machine) ?? 0) + latency;
      if (!best || start < best.start) best = { machine, start };
    }
    if (!best) throw new Error(`No machine belongs to ${group?.name ?? "people"}.`);
    return best;
  }

  /** @param until epoch ms; Infinity: a run on it is still open. */
  public occupy(machine: Machine, until: number): void {
    this.freeAt.set(machine, until);
  }
}
