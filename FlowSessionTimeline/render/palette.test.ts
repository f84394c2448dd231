import * as fc from "fast-check";
import { PAINTS, Paint } from "../layout/paint";
import { contrast, mix } from "./color";
import { cssVariables, palette, SystemColors } from "./palette";

const FAMILIES = ["ok", "failed", "open", "waiting", "stopped", "other"] as const satisfies readonly Paint[];
const SYSTEM: SystemColors = { Canvas: "rgb(0, 0, 0)", CanvasText: "rgb(255, 255, 255)", Highlight: "rgb(26, 235, 255)", HighlightText: "rgb(0, 0, 0)", GrayText: "rgb(63, 242, 63)", LinkText: "rgb(255, 255, 0)" };
const LOOKS = [["light", "#0f6cbd"], ["light", "#742774"], ["dark", "#479ef5"], ["highContrast", ""]] as const;

describe.each(LOOKS)("the %s palette with brand %s", (kind, brand) => {
  const colors = palette(kind, brand, kind === "highContrast" ? SYSTEM : undefined);
  /** Row grounds that are filled; under forced colours rows are outlined instead. */
  const grounds = [colors.background, ...(["night", "rowHover", "rowSelected", "rowFocused"] as const).filter((paint) => !colors.outlined.has(paint)).map((paint) => colors.color[paint])];

  it.each(FAMILIES)("shows %s at 3:1 on every ground", (family) => {
    for (const ground of grounds) expect(contrast(colors.color[family], ground)).toBeGreaterThanOrEqual(3);
  });

  it.each(["text", "textFaint"] as const)("writes %s at 4.5:1 on every ground", (text) => {
    for (const ground of [...grounds, colors.color.axis]) expect(contrast(colors.color[text], ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(FAMILIES)("writes on a bar of %s at 4.5:1", (family) => {
    const ground = colors.outlined.has(family) ? colors.background : colors.color[family];
    expect(contrast(colors.on[family], ground)).toBeGreaterThanOrEqual(4.5);
  });

  it("writes the time of now, links, and failures as text at 4.5:1; the now line and outlines show at 3:1", () => {
    expect(contrast(colors.on.now, colors.color.now)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colors.link, colors.background)).toBeGreaterThanOrEqual(4.5);
    for (const ground of grounds) expect(contrast(colors.failedText, ground)).toBeGreaterThanOrEqual(4.5);
    for (const paint of ["now", "outline", "ghost"] as const) expect(contrast(colors.color[paint], colors.background)).toBeGreaterThanOrEqual(3);
  });

  it("parts rows by a line that is not the ground's colour", () => expect(contrast(colors.color.rowLine, colors.background)).toBeGreaterThan(1.05));

  it("keeps lines and shading quieter than any bar", () => {
    if (kind === "highContrast") return;
    for (const paint of ["grid", "gridStrong", "rowLine", "night"] as const) expect(contrast(colors.color[paint], colors.background)).toBeLessThan(1.7);
  });
});

describe("the palette", () => {
  it("takes only the user's colours under forced colours", () => {
    const colors = palette("highContrast", "#0f6cbd", SYSTEM);
    const own = new Set<string>(Object.values(SYSTEM));
    for (const paint of PAINTS) expect([own.has(colors.color[paint]), own.has(colors.on[paint]), own.has(colors.faded[paint])]).toEqual([true, true, true]);
    for (const value of Object.values(cssVariables(colors))) expect(own).toContain(value);
  });

  it("tells families of one colour apart by outline under forced colours", () => {
    const { color, outlined } = palette("highContrast", "", SYSTEM);
    const looks = (["ok", "failed", "open", "stopped", "other"] as const).map((family) => `${color[family]} ${outlined.has(family)}`);
    expect(new Set(looks).size).toBe(5);
  });

  it("tints what is selected with the brand", () => {
    expect(palette("light", "#742774").color.rowSelected).toBe(mix("#742774", "#ffffff", 0.11));
  });

  it("names a variable for every colour of the DOM", () => {
    const variables = cssVariables(palette("dark", "#479ef5"));
    for (const name of ["background", "text", "text-faint", "line", "brand", "ok", "failed", "open", "waiting", "stopped", "other"]) expect(variables[`--fst-${name}`]).toMatch(/^#[0-9a-f]{6}$/);
  });
});

describe("colours", () => {
  it.each([["#000000", "#ffffff", 21], ["#fff", "rgb(255, 255, 255)", 1], ["#777777", "#ffffff", 4.48], ["rgb(0 0 0)", "#fff", 21]])("%s on %s has a contrast of %d", (one, other, ratio) => expect(contrast(one, other)).toBeCloseTo(ratio, 2));

  it("mix from the ground to the colour", () => {
    expect([mix("#ff0000", "#ffffff", 0), mix("#ff0000", "rgb(255, 255, 255)", 1), mix("#000", "#fff", 0.5)]).toEqual(["#ffffff", "#ff0000", "#808080"]);
  });

  it("contrast is the same both ways", () => {
    const someColor = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)).map((rgb) => `rgb(${rgb.join(", ")})`);
    fc.assert(fc.property(someColor, someColor, (one, other) => expect(contrast(one, other)).toBe(contrast(other, one))));
  });
});
