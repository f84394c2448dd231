import * as React from "react";
import { createTheme, Theme } from "@fluentui/react";
import { FONT_FAMILY } from "../../render/fonts";
import { cssVariables, Palette, palette, PaletteKind, systemColors } from "../../render/palette";
import { SIGN_VARIABLES } from "../../render/signShapes";
import { Surroundings } from "../ports";

export interface Look {
  readonly kind: PaletteKind;
  readonly palette: Palette;
  /** Makes Fluent's theme when it is first asked for. */
  readonly fluentTheme: () => Theme;
  readonly variables: React.CSSProperties;
}

/** Power Apps' own blue, where the host names no brand. */
const DEFAULT_BRAND = "#0f6cbd";
const DEFAULT_BRAND_DARK = "#479ef5";

/** Colours for canvas, DOM and Fluent from the host's theme; computed system colours where the user forces colours. */
export function useLook(surroundings: Surroundings): Look {
  const { isDark, brand } = surroundings.theme;
  const forced = useForcedColors();
  return React.useMemo(() => {
    const kind: PaletteKind = forced ? "highContrast" : isDark ? "dark" : "light";
    const colors = palette(kind, brand || (isDark ? DEFAULT_BRAND_DARK : DEFAULT_BRAND), forced ? systemColors(document) : undefined);
    let theme: Theme | undefined;
    return { kind, palette: colors, fluentTheme: () => (theme ??= themeOf(colors, isDark)), variables: { ...cssVariables(colors), ...SIGN_VARIABLES, colorScheme: isDark ? "dark" : "light" } as React.CSSProperties };
  }, [isDark, brand, forced]);
}

function useForcedColors(): boolean {
  const query = React.useMemo(() => window.matchMedia("(forced-colors: active)"), []);
  const [matches, setMatches] = React.useState(query.matches);
  React.useLayoutEffect(() => {
    const changed = (): void => setMatches(query.matches);
    query.addEventListener("change", changed);
    return () => query.removeEventListener("change", changed);
  }, [query]);
  return matches;
}

/** Fluent 8 knows no dark theme of its own: its neutral ramp is turned over. */
function themeOf(colors: Palette, isDark: boolean): Theme {
  const neutrals = isDark
    ? { white: colors.background, black: "#ffffff", neutralPrimary: "#e6e6e6", neutralDark: "#ffffff", neutralPrimaryAlt: "#d6d6d6", neutralSecondary: "#c8c8c8", neutralTertiary: "#9a9a9a", neutralTertiaryAlt: "#6a6a6a", neutralQuaternary: "#5a5a5a", neutralQuaternaryAlt: "#4a4a4a", neutralLight: "#3d3d3d", neutralLighter: "#333333", neutralLighterAlt: "#2b2b2b" }
    : {};
  return createTheme({
    palette: { themePrimary: colors.brand, themeDarkAlt: colors.brand, themeDark: colors.brand, themeDarker: colors.brand, themeSecondary: colors.brand, themeTertiary: colors.brand, ...neutrals },
    isInverted: isDark,
    defaultFontStyle: { fontFamily: FONT_FAMILY },
  });
}
