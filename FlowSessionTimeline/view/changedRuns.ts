import { RunStore } from "../domain/runStore";

/** Tells which runs of a store have changed since it was asked last. */
export class ChangedRuns {
  private version = NaN;

  public constructor(private readonly store: RunStore) {}

  /** @returns null if nothing changed, else whether a run's slot may hold another or a changed run */
  public sinceLast(): ((slot: number) => boolean) | null {
    const { version } = this.store;
    if (version === this.version) return null;
    const slots = this.store.changedSlots(this.version);
    this.version = version;
    return slots === null ? () => true : (slot) => slots.includes(slot);
  }
}
