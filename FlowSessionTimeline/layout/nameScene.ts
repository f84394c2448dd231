import { Items } from "./items";
import { NameLine } from "./nameLine";
import { Paint, paintIndex } from "./paint";

/** The label column as data, in CSS px from its top left corner; it is written anew for each picture. */
export class NameScene {
  public widthPx = 0;
  public heightPx = 0;
  /** The column is mirrored. */
  public isRtl = false;
  /** Backgrounds of rows that stand out, and the lines below all. */
  public readonly grounds = new Items();
  public readonly lines = new Items();
  public readonly names: { readonly line: NameLine; readonly topPx: number }[] = [];
  /** The row with the keyboard's focus, where that is to be seen. */
  public ring: { readonly topPx: number; readonly heightPx: number } | null = null;

  public begin(widthPx: number, heightPx: number, isRtl: boolean): void {
    this.widthPx = widthPx;
    this.heightPx = heightPx;
    this.isRtl = isRtl;
    this.grounds.clear();
    this.lines.clear();
    this.names.length = 0;
    this.ring = null;
  }

  /** @param ground null for the column's own */
  public add(line: NameLine, topPx: number, heightPx: number, ground: Paint | null, isRinged: boolean): void {
    if (ground !== null) this.grounds.add(paintIndex(ground), 0, topPx, this.widthPx, heightPx, -1);
    this.lines.add(paintIndex("rowLine"), 0, topPx + heightPx - 1, this.widthPx, 1, -1);
    this.names.push({ line, topPx });
    if (isRinged) this.ring = { topPx, heightPx };
  }
}
