import { Clock } from "../base/clock";
import { LayoutKind } from "../layout/rows";
import { LAYOUT_KINDS } from "./layoutKinds";
import { Ports } from "./ports";
import { INITIAL_VIEW_STATE, MIN_LABEL_COLUMN_PX, ParentBars } from "./viewState";

/** A drag of the column's edge must not call the host with every move: it is told after this pause, in ms. */
const PAUSE_MS = 500;

/** What the user chose on this or an earlier visit of the session; what was chosen for them is no habit. */
export class Habits {
  private cancel: (() => void) | undefined;
  private layoutChoice: LayoutKind | undefined;
  private columnPx: number;
  private parentChoice: ParentBars;

  public constructor(private readonly ports: Ports, private readonly clock: Clock) {
    const { layout, labelColumnPx, parentBars } = ports.remembered;
    this.parentChoice = parentBars === "own" ? "own" : INITIAL_VIEW_STATE.parentBars;
    this.layoutChoice = LAYOUT_KINDS.find((one) => one === layout);
    this.columnPx = typeof labelColumnPx === "number" && labelColumnPx >= MIN_LABEL_COLUMN_PX ? labelColumnPx : INITIAL_VIEW_STATE.labelColumnPx;
  }

  /** Undefined if the user never chose one. */
  public get layout(): LayoutKind | undefined {
    return this.layoutChoice;
  }

  public get labelColumnPx(): number {
    return this.columnPx;
  }

  public get parentBars(): ParentBars {
    return this.parentChoice;
  }

  public chooseLayout(layout: LayoutKind): void {
    this.layoutChoice = layout;
    this.rememberSoon();
  }

  public chooseLabelColumn(widthPx: number): void {
    this.columnPx = widthPx;
    this.rememberSoon();
  }

  public chooseParentBars(parentBars: ParentBars): void {
    this.parentChoice = parentBars;
    this.rememberSoon();
  }

  /** Tells the host what it has not been told yet. */
  public dispose(): void {
    if (this.cancel) this.remember();
  }

  private rememberSoon(): void {
    this.cancel?.();
    this.cancel = this.clock.timeout(() => this.remember(), PAUSE_MS);
  }

  private remember(): void {
    this.cancel?.();
    this.cancel = undefined;
    this.ports.remember({ ...(this.layoutChoice ? { layout: this.layoutChoice } : {}), labelColumnPx: this.columnPx, parentBars: this.parentChoice });
  }
}
