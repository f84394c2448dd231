import { Paint, PAINTS } from "../layout/paint";
import { contrast } from "./contrast";

export type PaletteKind = "light" | "dark" | "highContrast";

/** Every colour of the picture and of the DOM around it, as CSS colours. */
export interface Palette {
  readonly kind: PaletteKind;
  readonly color: Readonly<Record<Paint, string>>;
  /** What can be read on a paint: for marks and texts on bars. */
  readonly on: Readonly<Record<Paint, string>>;
  readonly background: string;
  readonly brand: string;
  readonly link: string;
  /** Lines between parts of the shell. */
  readonly line: string;
  readonly hover: string;
  /** The red of failures, dark or light enough for text. */
  readonly failedText: string;
}

/** CSS system colours, computed, by their names in CSS. */
export type SystemColors = Readonly<Record<"Canvas" | "CanvasText" | "Highlight" | "HighlightText" | "GrayText" | "LinkText", string>>;

type Base = Omit<Palette, "on" | "brand">;

const LIGHT: Base = {
  kind: "light",
  background: "#ffffff",
  link: "#0f548c",
  line: "#e1dfdd",
  hover: "#f3f2f1",
  failedText: "#b10e1c",
  color: {
    ok: "#57a773", failed: "#c50f1f", open: "#0f6cbd", waiting: "#8a6d1a", stopped: "#767574", other: "#8764b8",
    grid: "#f0efee", gridStrong: "#dddbd9", rowLine: "#f5f4f3", night: "#fafafb", now: "#d13438", rowHover: "#f5f5f5", rowSelected: "#e8f1fa", rowFocused: "#eef4fb",
    envelope: "#616161", ghost: "#8f8d8b", connector: "#c8c6c4", text: "#242424", textFaint: "#616161", axis: "#ffffff", axisLine: "#d2d0ce", outline: "#0f548c",
  },
};

const DARK: Base = {
  kind: "dark",
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

/**
 * The colours of a look.
 * @param brand the host's accent, a CSS colour: selection and controls
 * @param system needed for "highContrast": there only the user's own colours are used, and families differ by mark and outline
 */
export function palette(kind: PaletteKind, brand: string, system?: SystemColors): Palette {
  const base = kind === "highContrast" && system ? forced(system) : kind === "dark" ? DARK : LIGHT;
  const on = Object.fromEntries(PAINTS.map((paint) => [paint, readableOn(base.color[paint], base, system)])) as Record<Paint, string>;
  return { ...base, on, brand: kind === "highContrast" && system ? system.Highlight : brand };
}

/** White or near black, whichever contrasts more; under forced colours the ground. */
function readableOn(color: string, base: Base, system: SystemColors | undefined): string {
  if (base.kind === "highContrast" && system) return system.Canvas;
  return contrast(color, "#ffffff") >= contrast(color, "#1b1a19") ? "#ffffff" : "#1b1a19";
}

function forced(system: SystemColors): Base {
  const { Canvas, CanvasText, Highlight, GrayText, LinkText } = system;
  return {
    kind: "highContrast",
    background: Canvas,
    link: LinkText,
    line: CanvasText,
    hover: Canvas,
    failedText: CanvasText,
    color: {
      ok: CanvasText, failed: Highlight, open: LinkText, waiting: CanvasText, stopped: GrayText, other: GrayText,
      grid: GrayText, gridStrong: CanvasText, rowLine: Canvas, night: Canvas, now: Highlight, rowHover: Canvas, rowSelected: Canvas, rowFocused: Canvas,
      envelope: GrayText, ghost: GrayText, connector: GrayText, text: CanvasText, textFaint: CanvasText, axis: Canvas, axisLine: CanvasText, outline: Highlight,
    },
  };
}

/** The palette as CSS variables for the DOM: label column, panel, chips. */
export function cssVariables(colors: Palette): Readonly<Record<string, string>> {
  const { color } = colors;
  return {
    "--fst-background": colors.background, "--fst-text": color.text, "--fst-text-faint": color.textFaint, "--fst-line": colors.line, "--fst-row-line": color.rowLine,
    "--fst-brand": colors.brand, "--fst-link": colors.link, "--fst-hover": colors.hover, "--fst-row-hover": color.rowHover, "--fst-row-selected": color.rowSelected,
    "--fst-ok": color.ok, "--fst-failed": color.failed, "--fst-open": color.open, "--fst-waiting": color.waiting, "--fst-stopped": color.stopped, "--fst-other": color.other,
    "--fst-failed-text": colors.failedText,
  };
}

/** Reads the colours that the user forces, from an element that wears them for a moment. */
export function systemColors(document: Document): SystemColors {
  const probe = document.createElement("span");
  document.body.append(probe);
  const read = (name: keyof SystemColors): string => {
    probe.style.color = name;
    return getComputedStyle(probe).color;
  };
  const colors: SystemColors = { Canvas: read("Canvas"), CanvasText: read("CanvasText"), Highlight: read("Highlight"), HighlightText: read("HighlightText"), GrayText: read("GrayText"), LinkText: read("LinkText") };
  probe.remove();
  return colors;
}
