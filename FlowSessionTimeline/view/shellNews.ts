import { Clock } from "../base/clock";
import { Listeners } from "../base/listeners";

/** So much later than the picture its words may follow, ms: too soon to be noticed, and what changes several times meanwhile is written once. */
const WORDS_MS = 100;

/** Tells the shell that something it shows has changed: its parts at once, and those that only write other words after the picture. */
export class ShellNews {
  /** How often it was told. */
  public count = 0;
  private readonly parts = new Listeners();
  private readonly words = new Listeners();
  private cancel: (() => void) | undefined;

  public constructor(private readonly clock: Clock) {}

  public dispose(): void {
    this.cancel?.();
    this.parts.clear();
    this.words.clear();
  }

  /** @returns how to stop */
  public onChange(listener: () => void): () => void {
    return this.parts.add(listener);
  }

  /** @returns how to stop */
  public onWords(listener: () => void): () => void {
    return this.words.add(listener);
  }

  /** @param isFirst whether there are no words yet, or those of other runs: they do not wait */
  public tell(isFirst: boolean): void {
    this.count++;
    this.parts.tell();
    if (isFirst) this.tellWords();
    else this.cancel ??= this.clock.timeout(() => this.tellWords(), WORDS_MS);
  }

  private tellWords(): void {
    this.cancel?.();
    this.cancel = undefined;
    this.words.tell();
  }
}
