/** The machines of a large automation centre: two hundred in three groups, and when each is free. */
import type { LookupCell } from "../../emulator";
import { finance, service, supply } from "./catalogue";
import { guidOf } from "./random";

const groups = [{ group: finance, prefix: "VM-FIN", count: 80 }, { group: supply, prefix: "VM-SCM", count: 70 }, { group: service, prefix: "VM-CS", count: 50 }] as const;

export const fleet: readonly { readonly machine: LookupCell; readonly group: LookupCell }[] = groups.flatMap(({ group, prefix, count }) =>
  Array.from({ length: count }, (_, index) => {
    const name = `${prefix}-${String(index + 1).padStart(3, "0")}`;
    return { machine: { id: guidOf(`flowmachine/${name}`), table: "flowmachine", name }, group };
  }));

/** Hands out machines to runs that come in the order of their creation. */
export class FleetQueue {
  /** Epoch ms, by place in the fleet. */
  private readonly freeAt = new Float64Array(fleet.length);
  private readonly ranges = new Map<string, { readonly from: number; readonly to: number }>();

  public constructor() {
    let from = 0;
    for (const { group, count } of groups) {
      this.ranges.set(group.id, { from, to: from + count });
      from += count;
    }
  }

  /** Place in the fleet of the machine that is free first. @param group null: any machine of the last group stands in for people's own. */
  public next(group: LookupCell | null): number {
    const { from, to } = this.ranges.get((group ?? service).id) ?? { from: 0, to: fleet.length };
    let best = from;
    for (let place = from + 1; place < to; place++) if ((this.freeAt[place] ?? 0) < (this.freeAt[best] ?? 0)) best = place;
    return best;
  }

  public isFreeAt(place: number): number { return this.freeAt[place] ?? 0; }
  public occupy(place: number, untilMs: number): void { this.freeAt[place] = untilMs; }
}
