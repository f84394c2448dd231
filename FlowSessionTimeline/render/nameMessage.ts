import { NameLine } from "../layout/nameLine";
import { NameScene, ShownName } from "../layout/nameScene";

/** A row of the label column, its line by number. */
type NumberedName = Omit<ShownName, "line"> & { readonly line: number };

/** The label column on its way to a worker. A line goes once, and is called by its number then. */
export interface NameMessage extends Omit<NameScene, "names"> {
  readonly names: readonly NumberedName[];
  readonly newLines: readonly (readonly [number, NameLine])[];
}

/** Numbers lines. */
export class NameWriter {
  /** Lines of the message before. */
  private known = new Map<NameLine, number>();
  private last = 0;

  public write(scene: NameScene): NameMessage {
    const known = new Map<NameLine, number>();
    const newLines: [number, NameLine][] = [];
    const names = scene.names.map(({ line, topPx, heightPx, ground, isRinged }): NumberedName => {
      let number = this.known.get(line);
      if (number === undefined) newLines.push([(number = ++this.last), line]);
      known.set(line, number);
      return { line: number, topPx, heightPx, ground, isRinged };
    });
    this.known = known;
    return { widthPx: scene.widthPx, isRtl: scene.isRtl, scrollPx: scene.scrollPx, names, newLines };
  }
}

/** Finds lines by their numbers: the same line is the same object each time. */
export class NameReader {
  /** Lines of the message before. */
  private known = new Map<number, NameLine>();

  public read({ names, newLines, ...rest }: NameMessage): NameScene {
    const lines = new Map([...this.known, ...newLines]);
    this.known = new Map();
    return { ...rest, names: names.map((name) => ({ ...name, line: this.keep(name.line, lines.get(name.line)) })) };
  }

  private keep(number: number, line: NameLine | undefined): NameLine {
    // The writer names no line that it has not sent.
    if (line === undefined) throw new Error(`There is no line ${number}.`);
    this.known.set(number, line);
    return line;
  }
}
