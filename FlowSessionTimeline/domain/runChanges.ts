/** Which slots changed between two versions of a store. */
export interface StoreChanges {
  /** Each once. */
  readonly slots: readonly number[];
  /** True if runs came or went, or if one has another parent or begins to wait or to run at another time: trees and orders may be others. */
  readonly structure: boolean;
}

/** More slots than this are not told one by one. */
const MAX_SLOTS = 64;

interface Entry {
  readonly version: number;
  readonly slot: number;
  readonly structure: boolean;
}

/**
 * The version of a store and a short journal of what changed with it. All changes up to `seal` are one version:
 * nobody reads the store before.
 */
export class RunChanges {
  private versionNow = 0;
  private notesNow = 0;
  private isSealed = true;
  /** What changed after this version is in the entries. */
  private knownSince = 0;
  private entries: Entry[] = [];

  public get version(): number {
    return this.versionNow;
  }

  /** Grows with every change of what is odd about the rows. */
  public get notesVersion(): number {
    return this.notesNow;
  }

  public slot(slot: number, structure: boolean): void {
    this.bump();
    if (this.knownSince === this.versionNow) return;
    this.entries.push({ version: this.versionNow, slot, structure });
    if (this.entries.length > MAX_SLOTS) this.forgetUntil(this.entries[0].version);
  }

  /** What is said about the rows has changed. */
  public notes(): void {
    this.notesNow++;
    this.bump();
  }

  /** More changed than can be told. */
  public anything(): void {
    this.bump();
    this.forgetUntil(this.versionNow);
  }

  /** Others may read the store now: what changes from here on is another version. */
  public seal(): void {
    this.isSealed = true;
  }

  /** What changed after a version; null if that is no longer known, or too much. */
  public since(version: number): StoreChanges | null {
    if (version < this.knownSince || version > this.versionNow) return null;
    const entries = this.entries.filter((entry) => entry.version > version);
    return { slots: [...new Set(entries.map((entry) => entry.slot))], structure: entries.some((entry) => entry.structure) };
  }

  private bump(): void {
    if (!this.isSealed) return;
    this.isSealed = false;
    this.versionNow++;
  }

  private forgetUntil(version: number): void {
    this.entries = this.entries.filter((entry) => entry.version > version);
    this.knownSince = version;
  }
}
