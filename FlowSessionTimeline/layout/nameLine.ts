import { cutText } from "./cutText";
import { ROW_PX } from "./measures";

/** A text of the label column. */
export interface NameText {
  readonly text: string;
  /** From the column's start edge (its right one where the page runs right to left) to where the text starts, or ends. px */
  readonly startPx: number;
  readonly isAtEnd: boolean;
  readonly face: NameFace;
  readonly color: NameColor;
  /** Its own direction, whatever the page's is. */
  readonly isRtl: boolean;
}

export type NameFace = "name" | "nameBold" | "small";
export type NameColor = "text" | "textFaint" | "failedText";

/** As many texts as a line can have: whoever draws them goes through so many columns. */
export const MOST_TEXTS = 3;

/** What the label column shows of one row, cut to the room that it has. */
export interface NameLine {
  /** Duration, machine, name; those that are empty are left out. */
  readonly texts: readonly NameText[];
  /** Start edges in px; null for none. */
  readonly sign: { readonly name: NameSign; readonly startPx: number } | null;
  readonly twisty: { readonly isOpen: boolean; readonly startPx: number } | null;
}

export const NAME_SIGNS = ["failed", "open", "ok", "stopped", "other", "ghost"] as const;
export type NameSign = (typeof NAME_SIGNS)[number];

/** What a row has to show. */
export interface NameParts {
  readonly label: string;
  readonly secondary: string;
  readonly trailing: string;
  /** From 1. */
  readonly level: number;
  readonly expanded: boolean | null;
  readonly dimmed: boolean;
  readonly mark: NameSign | "track" | "lanes";
}

/** How wide the label column is, and how wide texts are. */
export interface NameRoom {
  readonly widthPx: number;
  readonly measure: (text: string, face: NameFace) => number;
}

/** Middle of a row's texts below its top, px: rows of lanes have theirs at the top. */
export const NAME_MIDDLE_PX = ROW_PX / 2;
/** Before the sign of a root, px: the twisty stands there. Each level takes so much more. */
const INDENT_START_PX = 26;
export const INDENT_PX = 16;
const TWISTY_BEFORE_PX = 20;
const GAP_PX = 8;
export const SIGN_SIZE_PX = 12;
/** Up to this width there is room for names alone, px. */
const NAMES_ONLY_PX = 160;
const LEAST_TRAILING_PX = 64;
const MOST_SECONDARY_PX = 130;
/** A machine cut to less says nothing. */
const LEAST_SECONDARY_PX = 56;

/** A text's first letter is of a script that runs right to left. */
const RIGHT_TO_LEFT = /^\P{L}*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]/u;

/** Sign, name, then what follows at the end: the machine gives way before the name is cut. */
export function nameLine(parts: NameParts, room: NameRoom): NameLine {
  const startPx = INDENT_START_PX + (parts.level - 1) * INDENT_PX;
  const sign = parts.mark === "track" || parts.mark === "lanes" ? null : { name: parts.mark, startPx };
  const nameFromPx = sign ? startPx + SIGN_SIZE_PX + GAP_PX : startPx;
  const twisty = parts.expanded === null || parts.mark === "lanes" ? null : { isOpen: parts.expanded, startPx: startPx - TWISTY_BEFORE_PX };
  const texts: NameText[] = [];
  const nameToPx = addEnd(texts, parts, nameFromPx, room);
  const face = nameFace(parts);
  const name = cutText(parts.label, nameToPx - nameFromPx, (text) => room.measure(text, face));
  texts.push(nameText(name, nameFromPx, face, ink(parts)));
  return { texts: texts.filter(({ text }) => text !== ""), sign, twisty };
}

/** Duration and machine. @returns where the name must end, px */
function addEnd(texts: NameText[], parts: NameParts, nameFromPx: number, { widthPx, measure }: NameRoom): number {
  const endPx = widthPx - GAP_PX;
  if (widthPx <= NAMES_ONLY_PX) return endPx;
  texts.push(nameText(parts.trailing, endPx, "small", ink(parts), true));
  const secondaryEndPx = endPx - Math.max(LEAST_TRAILING_PX, measure(parts.trailing, "small")) - GAP_PX;
  const wishedPx = Math.min(MOST_SECONDARY_PX, measure(parts.secondary, "small"));
  const restPx = secondaryEndPx - GAP_PX - nameFromPx - measure(parts.label, nameFace(parts));
  const leastPx = Math.min(LEAST_SECONDARY_PX, wishedPx);
  if (parts.secondary === "" || restPx < leastPx) return secondaryEndPx;
  const secondaryPx = Math.min(wishedPx, restPx);
  const color = parts.mark === "track" ? "failedText" : "textFaint";
  texts.push(nameText(cutText(parts.secondary, secondaryPx, (text) => measure(text, "small")), secondaryEndPx - secondaryPx, "small", color));
  return secondaryEndPx - secondaryPx - GAP_PX;
}

const nameFace = ({ mark }: NameParts): NameFace => (mark === "track" ? "nameBold" : mark === "lanes" ? "small" : "name");
const ink = ({ dimmed }: NameParts): NameColor => (dimmed ? "textFaint" : "text");
const nameText = (text: string, startPx: number, face: NameFace, color: NameColor, isAtEnd = false): NameText => ({ text, startPx, isAtEnd, face, color, isRtl: RIGHT_TO_LEFT.test(text) });
