import { foldText } from "./foldText";
import { RunStore } from "./runStore";

const UNREAD = -1;
/** A GUID holds no other characters: a longer or another word need not be looked for in it. */
const PART_OF_GUID = /^[0-9a-f-]{1,36}$/;

/** Which of at most 30 words occur in a run, as bits. Every distinct text is searched once, however many runs carry it. */
export class WordMasks {
  /** The mask of a run in which every word occurs. */
  public readonly all: number;
  /** How many characters were searched so far: what this has cost. */
  public charactersRead = 0;
  private readonly ofString: Int32Array;
  private readonly ofReference: Int32Array;
  private readonly ofStatus = new Map<number, number>();
  private readonly canBeInGuid: boolean;

  public constructor(
    private readonly store: RunStore,
    private readonly words: readonly string[],
    private readonly statusLabel: (code: number) => string,
  ) {
    this.all = 2 ** words.length - 1;
    this.ofString = new Int32Array(store.strings.size).fill(UNREAD);
    this.ofReference = new Int32Array(store.references.size).fill(UNREAD);
    this.canBeInGuid = words.some((word) => PART_OF_GUID.test(word));
  }

  public of(slot: number): number {
    const { store } = this;
    let mask = this.reference(store.flow[slot]) | this.string(store.name[slot]) | this.reference(store.machine[slot]);
    mask |= this.reference(store.machineGroup[slot]) | this.reference(store.owner[slot]) | this.status(store.statusCode[slot]);
    mask |= this.string(store.errorCode[slot]) | this.string(store.errorMessage[slot]);
    if (mask !== this.all && (this.canBeInGuid || store.hasTextId(slot))) mask |= this.search(store.id(slot));
    return mask;
  }

  private string(index: number): number {
    if (this.ofString[index] === UNREAD) this.ofString[index] = this.search(this.store.strings.text(index));
    return this.ofString[index];
  }

  private reference(index: number): number {
    if (this.ofReference[index] === UNREAD) this.ofReference[index] = this.search(this.store.references.reference(index).name);
    return this.ofReference[index];
  }

  private status(code: number): number {
    let mask = this.ofStatus.get(code);
    if (mask === undefined) this.ofStatus.set(code, (mask = this.search(this.statusLabel(code))));
    return mask;
  }

  private search(text: string): number {
    const folded = foldText(text);
    this.charactersRead += folded.length;
    let mask = 0;
    for (let word = 0; word < this.words.length; word++) if (folded.includes(this.words[word])) mask |= 1 << word;
    return mask;
  }
}
