import { Paint } from "../layout/paint";

/** CSS system colours, computed, by their names in CSS. */
export type SystemColors = Readonly<Record<"Canvas" | "CanvasText" | "Highlight" | "HighlightText" | "GrayText" | "LinkText", string>>;

/** The colours of a ground, the brand's apart. */
export interface Ground {
  readonly background: string;
  readonly link: string;
  /** Lines between parts of the shell. */
  readonly line: string;
  readonly hover: string;
  /** The red of failures, dark or light enough for text. */
  readonly failedText: string;
  readonly color: Readonly<Record<Paint, string>>;
}

/** Quiet when fine: succeeded is a soft green; the only strong red is failure. */
export const LIGHT: Ground = {
  background: "#ffffff",
  link: "#0f548c",
  line: "#e1dfdd",
  hover: "#f3f2f1",
  failedText: "#b10e1c",
  color: {
    ok: "#46946a", failed: "#c50f1f", open: "#0f6cbd", waiting: "#8a6d1a", stopped: "#767574", other: "#8764b8",
    grid: "#f0efee", gridStrong: "#dddbd9", rowLine: "#f5f4f3", night: "#f8f8fa", now: "#d13438", rowHover: "#f5f5f5", rowSelected: "#e8f1fa", rowFocused: "#eef4fb",
    envelope: "#616161", ghost: "#8f8d8b", connector: "#c8c6c4", text: "#242424", textFaint: "#616161", axis: "#ffffff", axisLine: "#d2d0ce", outline: "#0f548c",
  },
};

export const DARK: Ground = {
  background: "#1f1f1f",
  link: "#62abf5",
  line: "#3d3d3d",
  hover: "#2b2b2b",
  failedText: "#ff99a4",
  color: {
    ok: "#5fa777", failed: "#f1545f", open: "#479ef5", waiting: "#d5b048", stopped: "#8f8f8f", other: "#a98fd6",
    grid: "#292929", gridStrong: "#3a3a3a", rowLine: "#262626", night: "#1a1a1c", now: "#ff6b74", rowHover: "#2a2a2a", rowSelected: "#16324a", rowFocused: "#1d2b38",
    envelope: "#adadad", ghost: "#8a8a8a", connector: "#575757", text: "#f0f0f0", textFaint: "#b3b3b3", axis: "#1f1f1f", axisLine: "#474747", outline: "#9ccbfa",
  },
};

/** Nothing but the user's colours: failures solid in the text's colour, what succeeded hollow, what is under way in the links' colour. */
export function forced({ Canvas, CanvasText, Highlight, GrayText, LinkText }: SystemColors): Ground {
  return {
    background: Canvas,
    link: LinkText,
    line: CanvasText,
    hover: Canvas,
    failedText: CanvasText,
    color: {
      ok: CanvasText, failed: CanvasText, open: LinkText, waiting: CanvasText, stopped: GrayText, other: GrayText,
      grid: Canvas, gridStrong: GrayText, rowLine: GrayText, night: Canvas, now: Highlight, rowHover: Canvas, rowSelected: Highlight, rowFocused: CanvasText,
      envelope: GrayText, ghost: GrayText, connector: GrayText, text: CanvasText, textFaint: CanvasText, axis: Canvas, axisLine: CanvasText, outline: Highlight,
    },
  };
}
