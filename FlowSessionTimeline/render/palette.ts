import { Paint, PAINTS } from "../layout/paint";
import { mix, mostReadable } from "./color";
import { DARK, forced, Ground, LIGHT, SystemColors } from "./grounds";

export type PaletteKind = "light" | "dark" | "highContrast";

/** Every colour of the picture and of the DOM around it, as CSS colours. */
export interface Palette extends Ground {
  readonly kind: PaletteKind;
  /** What can be read on a paint: for marks and texts on bars. */
  readonly on: Readonly<Record<Paint, string>>;
  /** What a bar of a paint fades into. */
  readonly faded: Readonly<Record<Paint, string>>;
  /** Paints of hollow bars and rows: under forced colours there are fewer colours than families. */
  readonly outlined: ReadonlySet<Paint>;
  readonly brand: string;
}

export type { SystemColors } from "./grounds";

/** How strongly the brand tints the rows that are selected or have the focus. */
const SELECTED = 0.11;
const FOCUSED = 0.06;
/** How much of its colour an open bar keeps at its soft end. */
const FADED = 0.15;

/**
 * The colours of a look.
 * @param brand the host's accent as #rgb, #rrggbb or rgb(): selection and controls
 * @param system needed for "highContrast", where only the user's own colours are used and families differ by mark and outline too
 */
export function palette(kind: PaletteKind, brand: string, system?: SystemColors): Palette {
  if (kind === "highContrast" && system !== undefined) return forcedPalette(system);
  const ground = kind === "dark" ? DARK : LIGHT;
  const { background } = ground;
  const color = { ...ground.color, outline: brand, rowSelected: mix(brand, background, SELECTED), rowFocused: mix(brand, background, FOCUSED) };
  return {
    ...ground,
    kind,
    brand,
    color,
    on: perPaint((paint) => mostReadable(color[paint], "#ffffff", "#1b1a19")),
    faded: perPaint((paint) => mix(color[paint], background, FADED)),
    outlined: new Set(),
  };
}

function forcedPalette(system: SystemColors): Palette {
  const ground = forced(system);
  const outlined: ReadonlySet<Paint> = new Set(["ok", "other", "rowSelected", "rowFocused"] as const);
  const on = perPaint((paint) => (outlined.has(paint) ? ground.color[paint] : paint === "axis" ? system.CanvasText : paint === "now" ? system.HighlightText : system.Canvas));
  return { ...ground, kind: "highContrast", brand: system.Highlight, on, faded: perPaint(() => ground.background), outlined };
}

const perPaint = (choose: (paint: Paint) => string): Record<Paint, string> =>
  Object.fromEntries(PAINTS.map((paint) => [paint, choose(paint)])) as Record<Paint, string>;

/** The palette as CSS variables for the DOM: toolbar, panel, status line. */
export function cssVariables(colors: Palette): Readonly<Record<string, string>> {
  const { color } = colors;
  return {
    "--fst-background": colors.background, "--fst-text": color.text, "--fst-text-faint": color.textFaint, "--fst-line": colors.line,
    "--fst-brand": colors.brand, "--fst-link": colors.link, "--fst-hover": colors.hover,
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
