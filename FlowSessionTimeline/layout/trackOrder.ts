import { STATUS_FAMILIES } from "../domain/status";
import type { RowsInput } from "./rowsInput";
import { Track } from "./rowTable";
import { NAME_ORDER } from "./siblingOrder";
import { TrackGroup } from "./trackKeys";

/** By how long they were busy if the user sorts by duration; else statuses as in the legend, days from the last, all others by name, what has none last. */
export function compareTracks({ store, sort, descending }: RowsInput): (a: Track, b: Track) => number {
  const sign = descending ? -1 : 1;
  if (sort === "duration") return (a, b) => sign * (a.busyMs - b.busyMs);
  const family = (code: number): number => STATUS_FAMILIES.indexOf(store.statuses.get(code).family);
  return ({ group: a }, { group: b }) => {
    if (a.kind === "status" && b.kind === "status") return family(a.code) - family(b.code) || a.code - b.code;
    if (a.kind === "day" && b.kind === "day") return b.fromMs - a.fromMs;
    const [one, other] = [groupName(a), groupName(b)];
    return Number(one === "") - Number(other === "") || (sort === "name" ? sign : 1) * NAME_ORDER.compare(one, other);
  };
}

/** What the group is called by itself; "" for the runs that have none, for statuses and for days. */
export function groupName(group: TrackGroup): string {
  if (group.kind === "reference") return group.reference.name || group.reference.id;
  if (group.kind === "choice") return group.label;
  return group.kind === "errorCode" ? group.text : "";
}
