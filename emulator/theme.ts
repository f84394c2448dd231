/** `context.fluentDesignLanguage`: the tokens of Fluent 9's web themes that a Fluent 8 control can use. */
import type { ThemeName } from "./contract";
import { strictObject, type ViolationReport } from "./strict";

type FluentDesignState = ComponentFramework.FluentDesignState;

const brand: ComponentFramework.BrandVariants = {
  10: "#061724", 20: "#082338", 30: "#0a2e4a", 40: "#0c3b5e", 50: "#0e4775", 60: "#0f548c", 70: "#115ea3", 80: "#0f6cbd",
  90: "#2886de", 100: "#479ef5", 110: "#62abf5", 120: "#77b7f7", 130: "#96c6fa", 140: "#b4d6fa", 150: "#cfe4fa", 160: "#ebf3fc",
};

const shared = {
  fontFamilyBase: "'Segoe UI', 'Segoe UI Web (West European)', -apple-system, BlinkMacSystemFont, Roboto, 'Helvetica Neue', sans-serif",
  fontSizeBase200: "12px", fontSizeBase300: "14px", fontSizeBase400: "16px", lineHeightBase300: "20px",
  fontWeightRegular: 400, fontWeightSemibold: 600, borderRadiusSmall: "2px", borderRadiusMedium: "4px", strokeWidthThin: "1px",
};

const light = {
  ...shared,
  colorNeutralForeground1: "#242424", colorNeutralForeground2: "#424242", colorNeutralForeground3: "#616161", colorNeutralForeground4: "#707070",
  colorNeutralForegroundDisabled: "#bdbdbd", colorNeutralForegroundOnBrand: "#ffffff",
  colorNeutralBackground1: "#ffffff", colorNeutralBackground1Hover: "#f5f5f5", colorNeutralBackground1Pressed: "#e0e0e0", colorNeutralBackground1Selected: "#ebebeb",
  colorNeutralBackground2: "#fafafa", colorNeutralBackground3: "#f5f5f5", colorNeutralBackground4: "#f0f0f0", colorNeutralBackground5: "#ebebeb", colorNeutralBackground6: "#e6e6e6",
  colorNeutralStroke1: "#d1d1d1", colorNeutralStroke2: "#e0e0e0", colorNeutralStroke3: "#f0f0f0", colorNeutralStrokeAccessible: "#616161",
  colorBrandBackground: "#0f6cbd", colorBrandBackgroundHover: "#115ea3", colorBrandBackgroundPressed: "#0c3b5e", colorBrandBackground2: "#ebf3fc",
  colorBrandForeground1: "#0f6cbd", colorBrandForeground2: "#115ea3", colorBrandForegroundLink: "#115ea3", colorBrandStroke1: "#0f6cbd", colorBrandStroke2: "#b4d6fa",
  colorStrokeFocus1: "#ffffff", colorStrokeFocus2: "#000000",
};

const dark: typeof light = {
  ...shared,
  colorNeutralForeground1: "#ffffff", colorNeutralForeground2: "#d6d6d6", colorNeutralForeground3: "#adadad", colorNeutralForeground4: "#999999",
  colorNeutralForegroundDisabled: "#5c5c5c", colorNeutralForegroundOnBrand: "#ffffff",
  colorNeutralBackground1: "#292929", colorNeutralBackground1Hover: "#3d3d3d", colorNeutralBackground1Pressed: "#1f1f1f", colorNeutralBackground1Selected: "#383838",
  colorNeutralBackground2: "#1f1f1f", colorNeutralBackground3: "#141414", colorNeutralBackground4: "#0a0a0a", colorNeutralBackground5: "#000000", colorNeutralBackground6: "#333333",
  colorNeutralStroke1: "#666666", colorNeutralStroke2: "#525252", colorNeutralStroke3: "#3d3d3d", colorNeutralStrokeAccessible: "#adadad",
  colorBrandBackground: "#115ea3", colorBrandBackgroundHover: "#0f6cbd", colorBrandBackgroundPressed: "#0c3b5e", colorBrandBackground2: "#082338",
  colorBrandForeground1: "#479ef5", colorBrandForeground2: "#62abf5", colorBrandForegroundLink: "#479ef5", colorBrandStroke1: "#479ef5", colorBrandStroke2: "#0e4775",
  colorStrokeFocus1: "#000000", colorStrokeFocus2: "#ffffff",
};

/** @returns undefined where the app is not on the modern look. */
export function fluentDesignLanguage(theme: ThemeName, report: ViolationReport): FluentDesignState | undefined {
  if (theme === "none") return undefined;
  const path = "context.fluentDesignLanguage";
  return strictObject<FluentDesignState>(path, {
    tokenTheme: strictObject(`${path}.tokenTheme`, theme === "dark" ? dark : light, report) as ComponentFramework.Theme,
    brand: strictObject(`${path}.brand`, brand, report),
    isDarkTheme: theme === "dark",
  }, report, ["typographyTokens", "mountNodeSelector"]);
}
