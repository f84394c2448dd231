import { UserFormats } from "../domain/userFormats";
import { IInputs } from "../generated/ManifestTypes";
import { HostTheme, Surroundings } from "../view/ports";
import { contextInfoOf, DesignLanguage } from "./extendedContext";
import { FIRST_LAYOUTS, FIRST_WINDOWS, oneOf } from "./manifestNames";

/** A maker's height below this would leave no row, px. */
const LEAST_HEIGHT_PX = 160;

/** Takes the plain data out of the host's context, which is one object that changes under us (host facts 1.3). */
export function surroundingsOf(context: ComponentFramework.Context<IInputs>, formats: UserFormats, isFullScreen: boolean): Surroundings {
  const { parameters, mode, userSettings } = context;
  const height = parameters.controlHeight.raw;
  const width = Number(mode.allocatedWidth);
  return {
    formats,
    theme: themeOf(context.fluentDesignLanguage as DesignLanguage | undefined),
    isRtl: userSettings.isRTL,
    place: contextInfoOf(mode).entityId === undefined ? "page" : "form",
    widthPx: width > 0 ? width : -1,
    heightPx: typeof height === "number" && height > 0 ? Math.max(LEAST_HEIGHT_PX, height) : null,
    isFullScreen,
    firstWindow: oneOf(FIRST_WINDOWS, parameters.firstWindow.raw),
    firstLayout: oneOf(FIRST_LAYOUTS, parameters.firstLayout.raw),
  };
}

/** The same object as before if nothing in it has changed, so that React may compare by identity. */
export function unlessSame(next: Surroundings, before: Surroundings | undefined): Surroundings {
  if (!before) return next;
  const { theme, ...rest } = next;
  const { theme: themeBefore, ...restBefore } = before;
  const isSame = theme.isDark === themeBefore.isDark && theme.brand === themeBefore.brand && (Object.keys(rest) as (keyof typeof rest)[]).every((key) => rest[key] === restBefore[key]);
  return isSame ? before : { ...next, theme: theme.isDark === themeBefore.isDark && theme.brand === themeBefore.brand ? themeBefore : theme };
}

function themeOf(language: DesignLanguage | undefined): HostTheme {
  // The foreground brand is made to be read on the theme's ground; the background brand is not, in dark.
  const brand = language?.tokenTheme?.colorBrandForeground1 ?? language?.tokenTheme?.colorBrandBackground;
  return { isDark: language?.isDarkTheme === true, brand: typeof brand === "string" ? brand : "" };
}
