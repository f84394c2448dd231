import { EpochMs, epochMs } from "../base/brand";
import { moved, put } from "./column";
import { Run } from "./run";
import { Shape, SHAPES, Span } from "./span";

/** The four times of a run. */
export type RunTimes = Pick<Run, "startedOn" | "completedOn" | "createdOn" | "modifiedOn">;

const HAS_START = 1;
const HAS_END = 2;

const timeOf = (cell: number): EpochMs | null => (Number.isNaN(cell) ? null : epochMs(cell));
/** `+ 0` turns -0 into 0, so that a cell reads back as what was compared. */
const cellOf = (time: EpochMs | null): number => (time === null ? NaN : time + 0);

/** Spans and times by slot, in epoch ms; NaN is no time. Start and end are read back from the span, so that they are kept once. */
export class TimeColumns {
  public fromMs = new Float64Array(0);
  public toMs = new Float64Array(0);
  public waitFromMs = new Float64Array(0);
  /** Indices in SHAPES. */
  public shape = new Uint8Array(0);
  private present = new Uint8Array(0);
  private createdOn = new Float64Array(0);
  private modifiedOn = new Float64Array(0);
  /** Ends before their start: the only ones that a span does not hold. */
  private readonly earlyEnds = new Map<number, EpochMs>();

  public grow(capacity: number): void {
    this.fromMs = moved(this.fromMs, new Float64Array(capacity));
    this.toMs = moved(this.toMs, new Float64Array(capacity));
    this.waitFromMs = moved(this.waitFromMs, new Float64Array(capacity));
    this.shape = moved(this.shape, new Uint8Array(capacity));
    this.present = moved(this.present, new Uint8Array(capacity));
    this.createdOn = moved(this.createdOn, new Float64Array(capacity));
    this.modifiedOn = moved(this.modifiedOn, new Float64Array(capacity));
  }

  /** Writes a run's times and its span, which must be that of these times; true if that changed a cell. */
  public write(slot: number, run: RunTimes, span: Span): boolean {
    const { startedOn, completedOn } = run;
    let changed = put(this.fromMs, slot, cellOf(span.fromMs));
    changed = put(this.toMs, slot, cellOf(span.toMs)) || changed;
    changed = put(this.waitFromMs, slot, cellOf(span.waitFromMs)) || changed;
    changed = put(this.shape, slot, SHAPES.indexOf(span.shape)) || changed;
    changed = put(this.createdOn, slot, cellOf(run.createdOn)) || changed;
    changed = put(this.modifiedOn, slot, cellOf(run.modifiedOn)) || changed;
    changed = put(this.present, slot, (startedOn === null ? 0 : HAS_START) | (completedOn === null ? 0 : HAS_END)) || changed;
    const earlyEnd = startedOn !== null && completedOn !== null && completedOn < startedOn ? completedOn : undefined;
    if (this.earlyEnds.get(slot) === earlyEnd) return changed;
    if (earlyEnd === undefined) this.earlyEnds.delete(slot);
    else this.earlyEnds.set(slot, earlyEnd);
    return true;
  }

  public read(slot: number): RunTimes {
    const present = this.present[slot];
    return {
      startedOn: (present & HAS_START) === 0 ? null : epochMs(this.fromMs[slot]),
      completedOn: (present & HAS_END) === 0 ? null : this.earlyEnds.get(slot) ?? epochMs(this.toMs[slot]),
      createdOn: timeOf(this.createdOn[slot]),
      modifiedOn: timeOf(this.modifiedOn[slot]),
    };
  }

  /** Leaves no time in a slot. */
  public erase(slot: number): void {
    const none: Shape = "none";
    this.fromMs[slot] = this.toMs[slot] = this.waitFromMs[slot] = NaN;
    this.shape[slot] = SHAPES.indexOf(none);
    this.earlyEnds.delete(slot);
  }

  /** Cells are left to be written anew. */
  public clear(): void {
    this.earlyEnds.clear();
  }
}
