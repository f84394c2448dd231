import { EpochMs } from "../base/brand";
import { Work } from "../base/work";
import { RunStore } from "../domain/runStore";
import { STATUS_FAMILIES, StatusFamily } from "../domain/status";
import { isInWindow } from "../layout/runTimes";
import { TimeWindow } from "../layout/timeWindow";

const STEPS = 4096;
/** In a mark, beside 1 + the family's index. */
const IN_WINDOW = 0x80;

export interface FamilyCount {
  readonly inWindow: number;
  readonly loaded: number;
}

/** How many runs of each family are loaded, and how many of them lie in the window. */
export type FamilyCounts = Readonly<Record<StatusFamily, FamilyCount>>;

/** Counts runs by status family; remembers how each was counted, so that one that has changed costs itself alone. */
export class FamilyCounter {
  /** By slot: 0 if it was not counted, else 1 + the index of its family, and IN_WINDOW. */
  private marks = new Uint8Array(0);
  private readonly tally = new Int32Array(0x100);

  public constructor(private readonly store: RunStore) {}

  public *countAll(window: TimeWindow, now: EpochMs): Work<FamilyCounts> {
    this.marks = new Uint8Array(this.store.slotCount);
    this.tally.fill(0);
    for (let slot = 0; slot < this.marks.length; slot++) {
      this.mark(slot, window, now);
      if (slot % STEPS === STEPS - 1) yield;
    }
    return this.counts();
  }

  /** Counts these again, of a store that has no other runs than when all were counted. */
  public countAgain(slots: readonly number[], window: TimeWindow, now: EpochMs): FamilyCounts {
    for (const slot of slots) {
      this.tally[this.marks[slot] ?? 0]--;
      this.mark(slot, window, now);
    }
    return this.counts();
  }

  private mark(slot: number, window: TimeWindow, now: EpochMs): void {
    const { store } = this;
    const mark = store.isLive(slot) ? 1 + (store.family[slot] ?? 0) + (isInWindow(store, slot, window, now) ? IN_WINDOW : 0) : 0;
    this.marks[slot] = mark;
    this.tally[mark]++;
  }

  private counts(): FamilyCounts {
    const count = (family: StatusFamily): FamilyCount => {
      const mark = 1 + STATUS_FAMILIES.indexOf(family);
      const inWindow = this.tally[mark + IN_WINDOW] ?? 0;
      return { inWindow, loaded: inWindow + (this.tally[mark] ?? 0) };
    };
    return { failed: count("failed"), open: count("open"), ok: count("ok"), stopped: count("stopped"), other: count("other") };
  }
}
