const FIRST_ROOM = 64;
/** Most layers of most pictures stay empty. */
const NO_NUMBERS = new Float64Array(0);
const NO_PAINTS = new Uint8Array(0);
const NO_REFS = new Int32Array(0);

/** Items from `first` up to the next band's, which lie in a band across the canvas; px from its top. */
export interface Band {
  readonly first: number;
  readonly top: number;
  readonly height: number;
}

/** Rectangles of one layer as columns, in CSS px; the buffers grow and are reused from frame to frame. */
export class Items {
  public count = 0;
  /** Bit n is set if an item has paint n. */
  public paints = 0;
  public x = NO_NUMBERS;
  public y = NO_NUMBERS;
  public width = NO_NUMBERS;
  public height = NO_NUMBERS;
  /** Index in PAINTS. */
  public paint = NO_PAINTS;
  /** What the layer says it is. */
  public ref = NO_REFS;
  /** Of layers that lie in bands, from above; empty for others. */
  public readonly bands: Band[] = [];

  public clear(): void {
    this.count = 0;
    this.paints = 0;
    this.bands.length = 0;
  }

  /** What is added from here on lies in a band. */
  public startBand(top: number, height: number): void {
    this.bands.push({ first: this.count, top, height });
  }

  public add(paint: number, x: number, y: number, width: number, height: number, ref: number): void {
    if (this.count === this.x.length) this.grow();
    const i = this.count++;
    this.x[i] = x;
    this.y[i] = y;
    this.width[i] = width;
    this.height[i] = height;
    this.paint[i] = paint;
    this.paints |= 1 << paint;
    this.ref[i] = ref;
  }

  private grow(): void {
    const size = Math.max(FIRST_ROOM, this.x.length * 2);
    const wider = (old: Float64Array): Float64Array<ArrayBuffer> => {
      const next = new Float64Array(size);
      next.set(old);
      return next;
    };
    this.x = wider(this.x);
    this.y = wider(this.y);
    this.width = wider(this.width);
    this.height = wider(this.height);
    const paint = new Uint8Array(size);
    paint.set(this.paint);
    this.paint = paint;
    const ref = new Int32Array(size);
    ref.set(this.ref);
    this.ref = ref;
  }
}
