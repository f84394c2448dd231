import { moved } from "../domain/column";

/** What an item of a lane is: a run that has begun and ended; any other run (open, queued, a marker); runs drawn as one, of which none, some or all failed. */
export const BAR_ITEM = 0;
export const OTHER_ITEM = 1;
export const MERGED_ITEM = 2;
export const MIXED_ITEM = 3;
export const FAILED_ITEM = 4;

const FIRST_ROOM = 1024;

/** Items of lanes as columns that grow; the buffers are used again. */
export class LaneItemColumns {
  public count = 0;
  /** The entry of the track's laneSlots at which an item begins, and how many runs it is. */
  public first = new Int32Array(FIRST_ROOM);
  public runs = new Int32Array(FIRST_ROOM);
  /** From its start to its end, the last of its runs' ends, ms; for OTHER_ITEM both are its start. */
  public fromMs = new Float64Array(FIRST_ROOM);
  public toMs = new Float64Array(FIRST_ROOM);
  /** That of its run, or of most of its runs that did not fail. */
  public paint = new Uint8Array(FIRST_ROOM);
  public kind = new Uint8Array(FIRST_ROOM);

  public add(first: number, runs: number, fromMs: number, toMs: number, paint: number, kind: number): void {
    if (this.count === this.first.length) this.grow();
    const i = this.count++;
    this.first[i] = first;
    this.runs[i] = runs;
    this.fromMs[i] = fromMs;
    this.toMs[i] = toMs;
    this.paint[i] = paint;
    this.kind[i] = kind;
  }

  private grow(): void {
    const size = 2 * this.count;
    this.first = moved(this.first, new Int32Array(size));
    this.runs = moved(this.runs, new Int32Array(size));
    this.fromMs = moved(this.fromMs, new Float64Array(size));
    this.toMs = moved(this.toMs, new Float64Array(size));
    this.paint = moved(this.paint, new Uint8Array(size));
    this.kind = moved(this.kind, new Uint8Array(size));
  }
}
