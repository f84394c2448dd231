import { moved } from "./column";

/** A cell is twice the distance in ms; one that is too long for that, but whole seconds, is one more than twice the seconds. */
const IN_SECONDS = 1;
const MS_PER_SECOND = 1000;
const LIMIT = 2 ** 30;
/** Cells that no distance has. */
const NO_TIME = -2 * LIMIT;
const KEPT_ASIDE = NO_TIME + 1;

/**
 * Times by slot, each as its distance from another time of the slot, in half the room of a time: to the ms within twelve days, and whole
 * seconds, as Dataverse has them, within 34 years. The few others are kept aside, so that every time is given back as it was.
 */
export class OffsetColumn {
  private cells = new Int32Array(0);
  private readonly aside = new Map<number, number>();

  public grow(capacity: number): void {
    this.cells = moved(this.cells, new Int32Array(capacity));
  }

  /** In epoch ms, NaN for none. @param baseMs what the time was put with */
  public at(slot: number, baseMs: number): number {
    const cell = this.cells[slot];
    if (cell <= KEPT_ASIDE) return cell === NO_TIME ? NaN : this.aside.get(slot) ?? NaN;
    return baseMs + ((cell & IN_SECONDS) === 0 ? cell >> 1 : (cell >> 1) * MS_PER_SECOND);
  }

  /** @param timeMs epoch ms, NaN for none */
  public put(slot: number, baseMs: number, timeMs: number): void {
    // Most are whole and near, and cost no call.
    const whole = (timeMs - baseMs) | 0;
    if (baseMs + whole === timeMs && whole > -LIMIT && whole < LIMIT && this.aside.size === 0) {
      this.cells[slot] = whole * 2;
      return;
    }
    this.erase(slot);
    if (Number.isNaN(timeMs)) return;
    const cell = cellOf(timeMs - baseMs);
    this.cells[slot] = cell;
    if (this.at(slot, baseMs) === timeMs) return;
    this.cells[slot] = KEPT_ASIDE;
    this.aside.set(slot, timeMs);
  }

  /** Leaves no time in a slot. */
  public erase(slot: number): void {
    this.cells[slot] = NO_TIME;
    if (this.aside.size > 0) this.aside.delete(slot);
  }

  /** Cells are left to be written anew. */
  public clear(): void {
    this.aside.clear();
  }
}

/** The nearest that a cell can hold: whether it is the distance itself is for the caller to see. */
function cellOf(distanceMs: number): number {
  if (Math.abs(distanceMs) < LIMIT) return Math.trunc(distanceMs) * 2;
  const seconds = Math.trunc(distanceMs / MS_PER_SECOND);
  return Math.abs(seconds) < LIMIT ? seconds * 2 + IN_SECONDS : KEPT_ASIDE;
}
