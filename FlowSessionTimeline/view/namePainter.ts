import { NameLine } from "../layout/nameLine";
import { ShownName } from "../layout/nameScene";
import { Paint } from "../layout/paint";
import { RowTable } from "../layout/rowTable";
import { Palette } from "../render/palette";
import { Pictures } from "./pictures";
import { Remembered } from "./remembered";
import { RowContent } from "./rowElement";

/** A row in words, and as it is drawn. */
export interface ShownRow {
  readonly content: RowContent;
  readonly line: NameLine;
}

/** Size of the label column in px, and how it looks. */
export interface ColumnLook {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly palette: Palette;
  readonly isRtl: boolean;
}

/** Rows of the table by index, -1 for none. */
export interface NamesInView {
  readonly first: number;
  readonly last: number;
  readonly hovered: number;
  /** Has the keyboard's focus, where that is to be seen. */
  readonly ringed: number;
}

/** Draws the names of the rows in view, if they are not the same as before. */
export class NamePainter {
  private readonly picture = new Remembered<void>();

  public constructor(private readonly pictures: Pictures) {}

  /** The picture is gone. */
  public forget(): void {
    this.picture.rest();
  }

  /** @param basis what else the rows are made from */
  public paint(rows: RowTable, view: NamesInView, scrollPx: number, look: ColumnLook, row: (index: number) => ShownRow, basis: readonly unknown[]): void {
    this.picture.rest(...basis, ...Object.values(view), scrollPx, ...Object.values(look));
    this.picture.of(0, -1, () => this.draw(rows, view, scrollPx, look, row));
  }

  private draw(rows: RowTable, { first, last, hovered, ringed }: NamesInView, scrollPx: number, { widthPx, palette, isRtl }: ColumnLook, rowAt: (index: number) => ShownRow): void {
    const names: ShownName[] = [];
    for (let row = first; row <= last; row++) {
      const { content, line } = rowAt(row);
      const ground: Paint | null = content.selected ? "rowSelected" : row === hovered ? "rowHover" : null;
      names.push({ line, topPx: rows.topPx[row], heightPx: content.heightPx, ground, isRinged: row === ringed });
    }
    this.pictures.drawNames({ widthPx, isRtl, scrollPx, names }, palette);
  }
}
