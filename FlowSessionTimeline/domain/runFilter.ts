import { inBlocks, Work } from "../base/work";
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

/**
 * Finds the runs that match: 1 for their slots, 0 for all others and for dead slots. Every word of the text must occur, whatever
 * its case and accents, in the title, name, machine, group, flow, owner, status label, error code, error message or id.
 */
export function filterRuns(store: RunStore, filter: RunFilter, statusLabel: (code: number) => string): Work<Uint8Array> {
  return steadyWork(store, () => filterNow(store, filter, statusLabel));
}

function* filterNow(store: RunStore, filter: RunFilter, statusLabel: (code: number) => string): Work<Uint8Array> {
  const { live, family, slotCount } = store;
  const matches = new Uint8Array(slotCount);
  const isShown = Uint8Array.from(STATUS_FAMILIES, (one) => (filter.hiddenFamilies.has(one) ? 0 : 1));
  yield* inBlocks(0, slotCount, (from, to) => {
    for (let slot = from; slot < to; slot++) matches[slot] = live[slot] & isShown[family[slot]];
  });
  if (filter.text.trim() !== "") yield* store.readRest();
  const words = [...new Set(foldText(filter.text).split(/\s+/u).filter((word) => word !== ""))];
  for (let from = 0; from < words.length; from += WORDS_PER_PASS) {
    const masks = new WordMasks(store, words.slice(from, from + WORDS_PER_PASS), statusLabel);
    yield* masks.prepare();
    yield* inBlocks(0, slotCount, (first, last) => masks.keepMatches(matches, first, last));
  }
  return matches;
}
