import { Work } from "../base/work";
import { foldText } from "./foldText";
import { RunStore } from "./runStore";
import { STATUS_FAMILIES, StatusFamily } from "./status";
import { steadyWork } from "./steadyWork";
import { WordMasks } from "./wordMasks";

/** Which runs the user wants to see. */
export interface RunFilter {
  readonly hiddenFamilies: ReadonlySet<StatusFamily>;
  /** Words that must all occur somewhere in a run. */
  readonly text: string;
}

export const NO_FILTER: RunFilter = { hiddenFamilies: new Set(), text: "" };

export const isFiltering = (filter: RunFilter): boolean => filter.hiddenFamilies.size > 0 || filter.text.trim() !== "";

/** Words that fit into the bits of one mask. */
const WORDS_PER_PASS = 30;
/** Work between two yields, in runs or in 64 characters of text. */
const STEPS = 4096;

/**
 * Finds the runs that match: 1 for their slots, 0 for all others and for dead slots. Every word of the text must occur, whatever
 * its case and accents, in the title, name, machine, group, flow, owner, status label, error code, error message or id.
 */
export function filterRuns(store: RunStore, filter: RunFilter, statusLabel: (code: number) => string): Work<Uint8Array> {
  return steadyWork(store, () => filterNow(store, filter, statusLabel));
}

function* filterNow(store: RunStore, filter: RunFilter, statusLabel: (code: number) => string): Work<Uint8Array> {
  const matches = new Uint8Array(store.slotCount);
  const isHidden = STATUS_FAMILIES.map((family) => filter.hiddenFamilies.has(family));
  for (let slot = 0; slot < matches.length; slot++) {
    matches[slot] = store.isLive(slot) && !isHidden[store.family[slot]] ? 1 : 0;
    if (slot % STEPS === STEPS - 1) yield;
  }
  const words = [...new Set(foldText(filter.text).split(/\s+/u).filter((word) => word !== ""))];
  for (let from = 0; from < words.length; from += WORDS_PER_PASS) {
    yield* keepWhereAllOccur(store, words.slice(from, from + WORDS_PER_PASS), statusLabel, matches);
  }
  return matches;
}

/** Takes the runs out of `matches` in which one of the words does not occur. */
function* keepWhereAllOccur(
  store: RunStore, words: readonly string[], statusLabel: (code: number) => string, matches: Uint8Array,
): Work<void> {
  const masks = new WordMasks(store, words, statusLabel);
  let yieldedAt = 0;
  for (let slot = 0; slot < matches.length; slot++) {
    if (matches[slot] === 1 && masks.of(slot) !== masks.all) matches[slot] = 0;
    const cost = slot + masks.charactersRead / 64;
    if (cost - yieldedAt >= STEPS) {
      yieldedAt = cost;
      yield;
    }
  }
}
