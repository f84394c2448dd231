import { moved } from "../domain/column";

/** How a bar of a lane is drawn, and what its ref is: a run wide enough for round corners, or not (slot). */
export const ROUND_BAR = 0;
export const SLIVER = 1;
/** Runs too close together to be told apart (the entry of the track's laneSlots at which they begin); MIXED_BAR: some failed, which its upper half shows. */
export const MERGED_BAR = 2;
export const MIXED_BAR = 3;

const FIRST_ROOM = 1024;

/** Bars of lanes as columns, lane by lane from left to right, in CSS px from the canvas' left; the buffers grow and are used again. */
export class LaneBars {
  public count = 0;
  public x = new Float64Array(FIRST_ROOM);
  public width = new Float64Array(FIRST_ROOM);
  /** Index in PAINTS. */
  public paint = new Uint8Array(FIRST_ROOM);
  public form = new Uint8Array(FIRST_ROOM);
  public ref = new Int32Array(FIRST_ROOM);

  public add(form: number, paint: number, x: number, width: number, ref: number): void {
    if (this.count === this.x.length) this.grow();
    const i = this.count++;
    this.x[i] = x;
    this.width[i] = width;
    this.paint[i] = paint;
    this.form[i] = form;
    this.ref[i] = ref;
  }

  private grow(): void {
    const size = 2 * this.count;
    this.x = moved(this.x, new Float64Array(size));
    this.width = moved(this.width, new Float64Array(size));
    this.paint = moved(this.paint, new Uint8Array(size));
    this.form = moved(this.form, new Uint8Array(size));
    this.ref = moved(this.ref, new Int32Array(size));
  }
}

/** Bars [first, end) of one lane. */
export interface LaneBand {
  /** Index of its track. */
  readonly track: number;
  readonly lane: number;
  /** Of the bars, which are BAR_PX high: px from the canvas' top. */
  readonly top: number;
  readonly first: number;
  readonly end: number;
  /** Whether one of them is a ROUND_BAR. */
  readonly isRound: boolean;
}

/** What has a place on lanes and neither moves nor changes but with the scale: while only rows scroll, the bars of a lane are written once. */
export interface SceneLanes {
  readonly bars: LaneBars;
  /** The lanes in view. */
  readonly bands: readonly LaneBand[];
  /** Another number once bars were written anew: until then a bar is where it was. */
  readonly edition: number;
}
