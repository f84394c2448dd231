import { kept } from "../base/kept";
import { Strings } from "./ports";
import { Remembered } from "./remembered";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

interface Step {
  readonly unit: "Days" | "Hours" | "Minutes" | "Seconds";
  readonly ms: number;
}

const STEPS: readonly Step[] = [
  { unit: "Days", ms: DAY },
  { unit: "Hours", ms: HOUR },
  { unit: "Minutes", ms: MINUTE },
  { unit: "Seconds", ms: SECOND },
];

/** The largest two units of a duration, the second left out if it is zero: [[9, Days], [6, Hours]]. Below a second: zero seconds. */
function parts(ms: number): readonly (readonly [number, Step["unit"]])[] {
  const rest = Math.round(ms / SECOND) * SECOND;
  for (let at = 0; at < STEPS.length; at++) {
    const { unit, ms: size } = STEPS[at];
    const n = Math.floor(rest / size);
    if (!(n > 0)) continue;
    const smaller: Step | undefined = STEPS[at + 1];
    const more = smaller ? Math.floor((rest - n * size) / smaller.ms) : 0;
    return smaller && more > 0 ? [[n, unit], [more, smaller.unit]] : [[n, unit]];
  }
  return [[0, "Seconds"]];
}

/** By seconds: the same run's stands in its row and beside its bar, and others took as long. */
const shortTexts = kept((_strings: Strings) => new Remembered<string>());

/** Short for columns and bars: "2 h 5 min". @param ms duration in ms */
export function shortDuration(ms: number, strings: Strings): string {
  return shortTexts(strings).of(Math.round(ms / SECOND), -1, () => parts(ms).map(([n, unit]) => strings.text(`Short_${unit}`, String(n))).join(" "));
}

/** "5 minutes" and the like, by unit and number: each row that scrolls into view says some of them. */
const spokenParts = kept((_strings: Strings) => new Map<string, string>());

/** In words for screen readers: "2 hours 5 minutes". @param ms duration in ms */
export function spokenDuration(ms: number, strings: Strings): string {
  const known = spokenParts(strings);
  return parts(ms)
    .map(([n, unit]) => {
      const key = `${n}${unit}`;
      const text = known.get(key) ?? strings.count(`Spoken_${unit}`, n);
      known.set(key, text);
      return text;
    })
    .join(" ");
}
