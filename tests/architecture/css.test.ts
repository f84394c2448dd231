import { readFileSync } from "node:fs";
import { FONT_FAMILY } from "../../FlowSessionTimeline/render/fonts";
import { sourcesBelow } from "./sources";

const css = readFileSync("FlowSessionTimeline/css/FlowSessionTimeline.css", "utf8")
  .replace(/\/\*[^]*?\*\//g, "")
  .replace(/url\("[^"]*"\)/g, "url()");

/** Selectors of every rule; at-rules are opened, steps of keyframes left out. */
const selectors = css
  .replace(/@keyframes[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, "")
  .replace(/@media[^{]*\{/g, "")
  .match(/[^{};]+(?=\{)/g)
  ?.flatMap((list) => list.split(/,(?![^()[\]]*[)\]])/))
  .map((selector) => selector.replace(/\}/g, "").trim())
  .filter((selector) => selector !== "") ?? [];
const classesIn = (selector: string): string[] => [...selector.matchAll(/\.([A-Za-z_][\w-]*)/g)].map(([, name = ""]) => name);

describe("the stylesheet", () => {
  it("is read at all", () => {
    expect(selectors.length).toBeGreaterThan(80);
    expect(selectors).toEqual(expect.arrayContaining([".fst-gap", ".fst-tool:active"]));
  });

  it("touches nothing outside the control: every selector begins below one of our own classes", () => {
    expect(selectors.filter((selector) => !/^(\[dir="rtl"\] )?\.fst-[\w-]+/.test(selector))).toEqual([]);
  });

  it("knows no class but ours, and Fluent's below ours", () => {
    expect(selectors.filter((selector) => classesIn(selector).some((name) => !name.startsWith("fst-") && !name.startsWith("ms-")))).toEqual([]);
  });

  it("names its variables and animations so that they meet nobody else's", () => {
    const variables = [...css.matchAll(/(--[\w-]+)/g)].map(([name]) => name);
    const animations = [...css.matchAll(/@keyframes\s+([\w-]+)/g)].map(([, name = ""]) => name);
    expect([...variables.filter((name) => !name.startsWith("--fst-")), ...animations.filter((name) => !name.startsWith("fst-"))]).toEqual([]);
  });

  it("writes in the fonts that the picture measures and draws with", () => {
    expect(css).toMatch(/^\.fst-root \{[^}]*\bfont: /m);
    expect([...css.matchAll(/font: [\d.]+px\/[\d.]+px ("[^;]*);/g)].map(([, family]) => family)).toEqual([FONT_FAMILY]);
  });

  it("has no rule for a class that nothing wears", () => {
    const code = sourcesBelow("FlowSessionTimeline/view").map((source) => source.code).join("\n");
    // These end with a family, a kind of row, or a palette.
    const composed = /^fst-(mark-|light|dark|highContrast)/;
    const worn = new Set(code.match(/fst-[\w-]+/g) ?? []);
    expect([...new Set(selectors.flatMap(classesIn))].filter((name) => name.startsWith("fst-") && !composed.test(name) && !worn.has(name))).toEqual([]);
  });

  it("fetches nothing", () => {
    expect(readFileSync("FlowSessionTimeline/css/FlowSessionTimeline.css", "utf8").match(/@import|url\("(?!data:)/g)).toBeNull();
  });
});
