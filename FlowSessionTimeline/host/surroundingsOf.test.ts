import { plainFormats } from "../../tests/support/plainFormats";
import { IInputs } from "../generated/ManifestTypes";
import { Surroundings } from "../view/ports";
import { surroundingsOf, unlessSame } from "./surroundingsOf";

const formats = plainFormats();

interface Given {
  readonly height?: unknown;
  readonly width?: unknown;
  readonly entityId?: string;
  readonly rtl?: boolean;
  readonly look?: unknown;
  readonly firstWindow?: unknown;
  readonly firstLayout?: unknown;
  readonly fullScreen?: boolean;
}

/** As much of the host's context as is read, with whatever a host may put into it. */
function surroundings({ height = null, width = -1, entityId, rtl = false, look, firstWindow, firstLayout, fullScreen = false }: Given): Surroundings {
  const context = {
    parameters: { controlHeight: { raw: height }, firstWindow: { raw: firstWindow }, firstLayout: { raw: firstLayout } },
    mode: { allocatedWidth: width, contextInfo: { entityTypeName: "flowsession", ...(entityId === undefined ? {} : { entityId }) } },
    userSettings: { isRTL: rtl },
    fluentDesignLanguage: look,
  };
  return surroundingsOf(context as unknown as ComponentFramework.Context<IInputs>, formats, fullScreen);
}

describe("what is known of the place", () => {
  it("is plain data with defaults for what the host does not say", () => {
    expect(surroundings({})).toEqual({
      formats, theme: { isDark: false, brand: "" }, isRtl: false, place: "page", widthPx: -1, heightPx: null, isFullScreen: false, firstWindow: "auto", firstLayout: "auto",
    });
  });

  it.each([[300, 300], [20, 160], [0, null], [-1, null], [null, null], ["300", null]])("takes a maker's height of %p for %p", (height, px) => {
    expect(surroundings({ height }).heightPx).toBe(px);
  });

  it.each([[1050, 1050], ["640", 640], [0, -1], [-1, -1], [undefined, -1], [NaN, -1]])("takes an allocated width of %p for %p", (width, px) => {
    expect(surroundings({ width }).widthPx).toBe(px);
  });

  it("tells a form from a page by the record around it", () => {
    expect([surroundings({ entityId: "x" }).place, surroundings({}).place]).toEqual(["form", "page"]);
  });

  it.each([["hours6", "tree", "hours6", "tree"], ["", null, "auto", "auto"], ["HOURS6", "owner", "auto", "auto"]])("knows the manifest's values only: %p and %p", (firstWindow, firstLayout, window, layout) => {
    expect(surroundings({ firstWindow, firstLayout })).toMatchObject({ firstWindow: window, firstLayout: layout });
  });

  it.each([
    [{ isDarkTheme: true, tokenTheme: { colorBrandBackground: "#123456" } }, { isDark: true, brand: "#123456" }],
    [{ isDarkTheme: false, tokenTheme: {} }, { isDark: false, brand: "" }],
    [{ tokenTheme: { colorBrandBackground: 7 } }, { isDark: false, brand: "" }],
    [undefined, { isDark: false, brand: "" }],
  ])("reads the look from %j", (look, theme) => {
    expect(surroundings({ look }).theme).toEqual(theme);
  });
});

describe("surroundings of the next pass", () => {
  const before = surroundings({ width: 800, look: { isDarkTheme: true } });

  it("are the same object if nothing has changed", () => {
    expect(unlessSame(surroundings({ width: 800, look: { isDarkTheme: true } }), before)).toBe(before);
    expect(unlessSame(before, undefined)).toBe(before);
  });

  it("are new with the old theme if something else has changed", () => {
    const wider = unlessSame(surroundings({ width: 801, look: { isDarkTheme: true } }), before);
    expect(wider.widthPx).toBe(801);
    expect(wider.theme).toBe(before.theme);
  });

  it.each<Given>([{ width: 800, look: { isDarkTheme: false } }, { width: 800, look: { isDarkTheme: true, tokenTheme: { colorBrandBackground: "red" } } }, { width: 800, look: { isDarkTheme: true }, rtl: true }, { width: 800, look: { isDarkTheme: true }, fullScreen: true }])("are new for %j", (given) => {
    const next = surroundings(given);
    expect(unlessSame(next, before)).toEqual(next);
    expect(unlessSame(next, before)).not.toBe(before);
  });
});
