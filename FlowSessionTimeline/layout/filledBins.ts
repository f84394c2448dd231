import { epochMs } from "../base/brand";
import { MinimapBins } from "./minimapBins";
import { TimeWindow } from "./timeWindow";

/** The time from the first bin that holds runs to the end of the last one; null if none does. */
export function filledBins({ families, count, first, lengthMs }: MinimapBins): TimeWindow | null {
  const isFilled = (bin: number): boolean => families.some((counts) => counts[bin] > 0);
  let from = 0;
  while (from < count && !isFilled(from)) from++;
  let last = count - 1;
  while (last >= from && !isFilled(last)) last--;
  return last < from ? null : { fromMs: epochMs((first + from) * lengthMs), toMs: epochMs((first + last + 1) * lengthMs) };
}
