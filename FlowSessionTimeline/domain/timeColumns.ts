import { EpochMs, epochMs } from "../base/brand";
import { moved } from "./column";
import { OffsetColumn } from "./offsetColumn";
import { Reading } from "./reading";
import { Run } from "./run";
import { RunDraft } from "./runDraft";
import { NO_SHAPE } from "./span";

/** The times that place a run. */
export type RunTimes = Pick<Run, "startedOn" | "completedOn" | "createdOn">;

const HAS_START = 1;
const HAS_END = 2;

const timeOf = (cell: number): EpochMs | null => (Number.isNaN(cell) ? null : epochMs(cell));
/** NaN equals NaN. */
const isSame = (a: number, b: number): boolean => a === b || (a !== a && b !== b);
const presence = (row: RunDraft): number => (Number.isNaN(row.startedOn) ? 0 : HAS_START) | (Number.isNaN(row.completedOn) ? 0 : HAS_END);
const beginOf = (row: RunDraft): number => (Number.isNaN(row.waitFromMs) ? row.fromMs : row.waitFromMs);

/** Spans and times by slot, in epoch ms; NaN is no time. What the span tells already is not kept again: start and end. */
export class TimeColumns {
  public fromMs = new Float64Array(0);
  public toMs = new Float64Array(0);
  /** Since when a run waits or runs: before fromMs where a wait is known. */
  public beginMs = new Float64Array(0);
  /** Indices in SHAPES. */
  public shape = new Uint8Array(0);
  private present = new Uint8Array(0);
  /** These two by their distance from fromMs. */
  private readonly createdOn = new OffsetColumn();
  private readonly written = new OffsetColumn();
  /** Ends before their start: the only ones that a span does not hold. */
  private readonly earlyEnds = new Map<number, number>();

  public grow(capacity: number): void {
    this.fromMs = moved(this.fromMs, new Float64Array(capacity));
    this.toMs = moved(this.toMs, new Float64Array(capacity));
    this.beginMs = moved(this.beginMs, new Float64Array(capacity));
    this.shape = moved(this.shape, new Uint8Array(capacity));
    this.present = moved(this.present, new Uint8Array(capacity));
    this.createdOn.grow(capacity);
    this.written.grow(capacity);
  }

  /** True if the slot holds these times and this span. */
  public equals(slot: number, row: RunDraft): boolean {
    if (!isSame(this.fromMs[slot], row.fromMs) || !isSame(this.toMs[slot], row.toMs)) return false;
    if (!isSame(this.createdMs(slot), row.createdOn) || !isSame(this.modifiedMs(slot), row.modifiedOn)) return false;
    return this.shape[slot] === row.shape && this.present[slot] === presence(row) && this.earlyEnds.get(slot) === (row.completedOn < row.startedOn ? row.completedOn : undefined);
  }

  /** True if the row's run begins at another time, its wait included. */
  public isMoved(slot: number, row: RunDraft): boolean {
    return !isSame(this.fromMs[slot], row.fromMs) || !isSame(this.beginMs[slot], beginOf(row));
  }

  /** Writes all but `modifiedOn`. */
  public place(slot: number, row: RunDraft): void {
    this.fromMs[slot] = row.fromMs;
    this.toMs[slot] = row.toMs;
    this.beginMs[slot] = beginOf(row);
    this.shape[slot] = row.shape;
    this.createdOn.put(slot, row.fromMs, row.createdOn);
    this.present[slot] = presence(row);
    if (row.completedOn < row.startedOn) this.earlyEnds.set(slot, row.completedOn);
    else if (this.earlyEnds.size > 0) this.earlyEnds.delete(slot);
  }

  /** After the others: it is kept by its distance from them. */
  public writeModified(slot: number, row: RunDraft): void {
    this.written.put(slot, this.fromMs[slot], row.modifiedOn);
  }

  public read(slot: number): RunTimes {
    const present = this.present[slot];
    const early = this.earlyEnds.get(slot);
    return {
      startedOn: (present & HAS_START) === 0 ? null : epochMs(this.fromMs[slot]),
      completedOn: (present & HAS_END) === 0 ? null : epochMs(early ?? this.toMs[slot]),
      createdOn: timeOf(this.createdMs(slot)),
    };
  }

  /** Null where it is not known. */
  public modifiedOn(slot: number): EpochMs | null {
    return timeOf(this.modifiedMs(slot));
  }

  /** What tells the slot's run from a later reading of it. */
  public reading(slot: number): Reading {
    return { createdOn: this.createdMs(slot), modifiedOn: this.modifiedMs(slot) };
  }

  /** NaN where it is not known. */
  public modifiedMs(slot: number): number {
    return this.written.at(slot, this.fromMs[slot]);
  }

  /** Since when it waited before it started; NaN where no wait is known. Never after fromMs. */
  public waitFromMs(slot: number): number {
    return this.beginMs[slot] < this.fromMs[slot] ? this.beginMs[slot] : NaN;
  }

  /** Its end; the beginning of an open run, which has none; NaN without a time. */
  public lastMs(slot: number): number {
    const to = this.toMs[slot];
    return to === Infinity ? this.fromMs[slot] : to;
  }

  /** Leaves no time in a slot. */
  public erase(slot: number): void {
    this.fromMs[slot] = this.toMs[slot] = this.beginMs[slot] = NaN;
    this.shape[slot] = NO_SHAPE;
    this.present[slot] = 0;
    this.createdOn.erase(slot);
    this.written.erase(slot);
    this.earlyEnds.delete(slot);
  }

  /** Cells are left to be written anew. */
  public clear(): void {
    this.createdOn.clear();
    this.written.clear();
    this.earlyEnds.clear();
  }

  private createdMs(slot: number): number {
    return this.createdOn.at(slot, this.fromMs[slot]);
  }
}
