import { EpochMs, epochMs } from "../base/brand";
import { kept } from "../base/kept";
import { MeasureText } from "./measureText";
import { LABEL_GAP_PX, LABEL_INSET_PX } from "./tickLabels";
import { Format, Tier, UpperTier } from "./tickTiers";
import { ZoneInterval } from "../domain/zoneIntervals";

/** An interval with the format of its labels. */
export interface LabelledInterval {
  readonly interval: ZoneInterval;
  readonly label: Format;
}

/** The tier above with its formats from the widest that fits a whole interval to the shortest: an edge of the plot may leave less room. */
export interface UpperIntervals {
  readonly interval: ZoneInterval;
  readonly labels: readonly Format[];
}

export interface ChosenTier extends LabelledInterval {
  readonly upper: UpperIntervals | null;
}

/** Instants whose labels stand for all: short and long hours of both halves of a day, a day of each month, each day of a week. To write and to measure more of them costs a first picture. */
const SAMPLES: readonly EpochMs[] = [
  ...[10, 0, 4, 12, 20, 23].map((hour) => epochMs(Date.UTC(2024, 4, 29, hour, 48, 48))),
  ...Array.from({ length: 12 }, (_, month) => epochMs(Date.UTC(2024, month, 28, 12))),
  ...Array.from({ length: 7 }, (_, day) => epochMs(Date.UTC(2024, 8, 22 + day, 12))),
];

const firstSample = kept((format: Format) => format(SAMPLES[0]));
const samplesOf = kept((format: Format): readonly string[] => [...new Set(SAMPLES.map(format))]);

/** No character of a date is wider than this in the axis' font, CSS px: one and a half times the font's size. */
const MOST_CHARACTER_PX = 18;

/** What no label of a format is wider than, whatever its characters, CSS px. */
const boundPx = kept((format: Format) => MOST_CHARACTER_PX * Math.max(...samplesOf(format).map((text) => text.length)));

/** The width of a format's widest label in CSS px, as plain and as bold texts are measured. */
const widestPx = kept((measure: MeasureText) => {
  const inFace = (bold: boolean) => kept((format: Format) => Math.max(...samplesOf(format).map((text) => measure(text, bold))));
  return { plain: inFace(false), bold: inFace(true) };
});

/**
 * Whether all labels of a format have room between two ticks, in CSS px. To measure them costs a first picture much: one of them tells of most
 * formats that they have no room, and of labels that would have it whatever their characters none is measured.
 */
function hasRoom(format: Format, roomPx: number, measure: MeasureText, bold: boolean): boolean {
  const textPx = roomPx - LABEL_INSET_PX - LABEL_GAP_PX;
  if (textPx <= 0 || (firstSample(format).length * MOST_CHARACTER_PX > textPx && measure(firstSample(format), bold) > textPx)) return false;
  return boundPx(format) <= textPx || widestPx(measure)[bold ? "bold" : "plain"](format) <= textPx;
}

function chooseUpper(upper: UpperTier, msPerPx: number, measure: MeasureText): UpperIntervals {
  const roomPx = upper.lengthMs / msPerPx;
  const widest = upper.formats.findIndex((format) => hasRoom(format, roomPx, measure, true));
  return { interval: upper.interval, labels: upper.formats.slice(widest) };
}

/** The finest tier whose labels all find room at this many ms per px. */
export function chooseTier(tiers: readonly Tier[], msPerPx: number, measure: MeasureText): ChosenTier {
  const tier = tiers.find((one) => hasRoom(one.format, one.lengthMs / msPerPx, measure, false)) ?? tiers[tiers.length - 1];
  return { interval: tier.interval, label: tier.format, upper: tier.upper && chooseUpper(tier.upper, msPerPx, measure) };
}
