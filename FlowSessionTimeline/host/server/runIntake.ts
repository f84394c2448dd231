import { CellReader } from "../../domain/cellReader";
import { RunStore } from "../../domain/runStore";
import { STATUS_FAMILIES } from "../../domain/status";
import { StoreWriter } from "../storeWriter";
import { Entity, Fault } from "./contract";
import { missingColumn } from "./faultOf";
import { RecordColumns, withoutColumn } from "./recordColumns";
import { RecordRows } from "./recordRows";

const FAILED = STATUS_FAMILIES.indexOf("failed");

/** Takes the server's rows into the store, and remembers what was seen of them while somebody wants to know. */
export class RunIntake {
  /** The highest `modifiedon` received, in epoch ms; -Infinity before the first. */
  public newestMs = -Infinity;
  private readonly watches = new Set<Set<number>>();
  /** Slots of runs that only the list has brought: some of their columns are not in the list, their parents for instance. */
  private listed: Set<number> | null = null;

  /**
   * @param proof nothing reaches the store before it resolves
   * @param failed told the ids of runs that were not here, or not failed, before they came
   */
  public constructor(
    public readonly store: RunStore, private readonly writer: StoreWriter, public columns: RecordColumns, private readonly proof: Promise<void>,
    private readonly failed: (ids: readonly string[]) => void
  ) {}

  /** Resolves when the rows are in the store. */
  public async take(entities: readonly Entity[]): Promise<void> {
    const { store, columns } = this;
    await this.proof;
    this.listed ??= new Set([...store.live.subarray(0, store.slotCount).keys()].filter((slot) => store.live[slot] === 1));
    const rows = new RecordRows(entities, columns.primaryId);
    const ids = rows.ids();
    const failedBefore = new Set(ids.filter((id) => this.hasFailed(id)));
    await this.write(() => store.mergeInSlices(new CellReader(rows, columns.byRole, store.tables, store.statuses), "keep"));
    const failures = ids.filter((id) => {
      const slot = store.slotOf(id);
      if (slot < 0) return false;
      for (const watch of this.watches) watch.add(slot);
      this.listed?.delete(slot);
      this.newestMs = Math.max(this.newestMs, store.modifiedMs(slot) || -Infinity);
      return store.family[slot] === FAILED && !failedBefore.has(id);
    });
    if (failures.length > 0) this.failed(failures);
  }

  /** Forgets the runs of the list that the server has not brought: those that are wanted all the same come as a whole then. */
  public async forgetListed(): Promise<void> {
    const listed = [...(this.listed ?? [])];
    this.listed?.clear();
    await this.forget(listed);
  }

  /** Forgets runs; resolves when they are gone. */
  public forget(slots: readonly number[]): Promise<void> {
    return slots.length === 0 ? Promise.resolve() : this.write(() => this.store.removeInSlices(slots));
  }

  /** @returns a set to which the slots of all rows that come from now on are added, whoever asked for them, and how to end that */
  public watch(): { readonly seen: ReadonlySet<number>; readonly end: () => void } {
    const seen = new Set<number>();
    this.watches.add(seen);
    return { seen, end: () => void this.watches.delete(seen) };
  }

  /** Whether a fault says that the table lacks one of the columns: it is not asked for again. */
  public dropMissing(fault: Fault): boolean {
    const before = this.columns;
    const missing = missingColumn(fault);
    if (missing !== null) this.columns = withoutColumn(before, missing);
    return this.columns !== before;
  }

  private write(work: Parameters<StoreWriter["write"]>[0]): Promise<void> {
    return new Promise((resolve) => void this.writer.write(work, resolve));
  }

  private hasFailed(id: string): boolean {
    const slot = this.store.slotOf(id);
    return slot >= 0 && this.store.family[slot] === FAILED;
  }
}
