import { DAY, EpochMs, epochMs } from "../base/brand";
import { RunStore } from "../domain/runStore";
import { Reference } from "../domain/run";
import { UserZone } from "../domain/userZone";
import type { LayoutKind, RowsInput } from "./rowsInput";

export type TrackLayout = Exclude<LayoutKind, "tree">;

/** What the runs of a track have in common. */
export type TrackGroup =
  | { readonly kind: "reference"; readonly reference: Reference }
  | { readonly kind: "status"; readonly code: number }
  /** "" for runs without one; so is the next. */
  | { readonly kind: "choice"; readonly label: string }
  | { readonly kind: "errorCode"; readonly text: string }
  /** @param fromMs the start of the day in the user's zone */
  | { readonly kind: "day"; readonly fromMs: EpochMs };

/** How runs are put on tracks. */
export interface TrackKeys {
  /** A number for the group of a run that has a time: equal numbers, one track. */
  codeOf(slot: number): number;
  /** A text for a group that is the same after the next load. */
  key(code: number): string;
  group(code: number): TrackGroup;
}

export function trackKeys({ store, zone }: Pick<RowsInput, "store" | "zone">, layout: TrackLayout): TrackKeys {
  switch (layout) {
    case "status":
      return { codeOf: (slot) => store.statusCode(slot), key: (code) => `status:${code}`, group: (code) => ({ kind: "status", code }) };
    case "day":
      return dayKeys(store, zone);
    case "errorCode": {
      const { errorCode } = store;
      return { codeOf: (slot) => errorCode[slot], key: (code) => `errorCode:${store.strings.text(code)}`, group: (code) => ({ kind: "errorCode", text: store.strings.text(code) }) };
    }
    case "runMode":
    case "trigger": {
      const column = store[layout];
      return {
        codeOf: (slot) => column.at(slot),
        key: (code) => `${layout}:${store.choices.choice(code).value}=${store.choices.choice(code).label}`,
        group: (code) => ({ kind: "choice", label: store.choices.choice(code).label }),
      };
    }
    default: {
      const column = store[layout];
      return { codeOf: (slot) => column[slot], key: (code) => `${layout}:${store.references.key(code)}`, group: (code) => ({ kind: "reference", reference: store.references.reference(code) }) };
    }
  }
}

/** Days of the user's zone by their number on the wall clock: a run belongs to the day in which it starts. */
function dayKeys(store: RunStore, zone: UserZone): TrackKeys {
  const startOf = (day: number): EpochMs => zone.fromLocalMs(day * DAY);
  let [day, fromMs, toMs] = [0, Infinity, -Infinity];
  return {
    // Runs come in the order of time: most lie in the day of the one before.
    codeOf: (slot) => {
      const at = store.fromMs[slot];
      if (!(at >= fromMs && at < toMs)) {
        day = Math.floor(zone.toLocalMs(epochMs(at)) / DAY);
        // Where clocks go back over midnight, the evening that comes twice belongs to the new day.
        if (at >= startOf(day + 1)) day++;
        [fromMs, toMs] = [startOf(day), startOf(day + 1)];
      }
      return day;
    },
    key: (code) => `day:${code}`,
    group: (code) => ({ kind: "day", fromMs: startOf(code) }),
  };
}
