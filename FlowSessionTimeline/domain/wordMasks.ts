import { Work } from "../base/work";
import { foldText } from "./foldText";
import { GuidPart } from "./guidPart";
import { RunStore } from "./runStore";

/** Characters searched between two looks at the clock; finding out about a short text costs about as much as so many. */
const CHARACTERS_PER_STEP = 262_144;
const TEXT_COST = 32;

/**
 * Which of at most 30 words occur in a run, as bits. Every distinct text is searched once, however many runs carry it;
 * ids are compared as they are packed.
 */
export class WordMasks {
  private readonly ofString: Int32Array;
  private readonly ofReference: Int32Array;
  private readonly ofStatus = new Map<number, number>();
  private readonly parts: readonly GuidPart[];
  private readonly canBeInGuid: boolean;
  /** The mask of a run in which every word occurs. */
  private readonly all: number;

  public constructor(
    private readonly store: RunStore,
    private readonly words: readonly string[],
    private readonly statusLabel: (code: number) => string,
  ) {
    this.all = 2 ** words.length - 1;
    this.ofString = new Int32Array(store.strings.size);
    this.ofReference = new Int32Array(store.references.size);
    this.parts = words.map((word) => new GuidPart(word));
    this.canBeInGuid = this.parts.some((part) => part.isPossible);
  }

  /** Searches the texts: to be done before runs are asked about. */
  public *prepare(): Work<void> {
    const { strings, references } = this.store;
    let cost = 0;
    for (let index = 0; index < this.ofString.length + this.ofReference.length; index++) {
      const reference = index - this.ofString.length;
      const text = reference < 0 ? strings.foldedText(index) : foldText(references.reference(reference).name);
      if (reference < 0) this.ofString[index] = this.search(text);
      else this.ofReference[reference] = this.search(text);
      cost += text.length + TEXT_COST;
      if (cost < CHARACTERS_PER_STEP) continue;
      cost = 0;
      yield;
    }
  }

  /** Takes the runs out of `matches` in which one of the words does not occur, for slots from one up to another. */
  public keepMatches(matches: Uint8Array, from: number, to: number): void {
    const { ofString, ofReference, all, store } = this;
    const { flow, name, machine, machineGroup, owner, errorCode, errorMessage } = store;
    for (let slot = from; slot < to; slot++) {
      if (matches[slot] === 0) continue;
      let mask = ofReference[flow[slot]] | ofString[name[slot]] | ofReference[machine[slot]] | ofReference[machineGroup[slot]] | ofReference[owner[slot]];
      mask |= ofString[errorCode[slot]] | ofString[errorMessage[slot]] | this.status(store.statusCode(slot));
      if (mask !== all && (this.canBeInGuid || store.tables.ids.isText(slot))) mask |= this.id(slot);
      if (mask !== all) matches[slot] = 0;
    }
  }

  private id(slot: number): number {
    const { ids } = this.store.tables;
    if (ids.isText(slot)) return this.search(foldText(ids.id(slot)));
    let mask = 0;
    for (let word = 0; word < this.parts.length; word++) if (ids.includes(slot, this.parts[word])) mask |= 1 << word;
    return mask;
  }

  private status(code: number): number {
    let mask = this.ofStatus.get(code);
    if (mask === undefined) this.ofStatus.set(code, (mask = this.search(foldText(this.statusLabel(code)))));
    return mask;
  }

  /** @param text folded */
  private search(text: string): number {
    let mask = 0;
    for (let word = 0; word < this.words.length; word++) if (text.includes(this.words[word])) mask |= 1 << word;
    return mask;
  }
}
