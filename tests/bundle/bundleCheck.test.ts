import { existsSync, readFileSync } from "node:fs";
import { bundleFindings, MAX_BUNDLE_BYTES } from "../../scripts/bundleCheck";

const BUNDLE = "out/controls/FlowSessionTimeline/bundle.js";
const GOOD = "var control=(()=>{const r=Reactv16,f=FluentUIReactv81211;return{}})();";

describe("the check of the bundle", () => {
  it("finds nothing in a good one", () => {
    expect(bundleFindings(GOOD)).toEqual([]);
  });

  it.each([
    ["a second react-dom", `${GOOD}/* node_modules/react-dom/index.js */`, "react-dom"],
    ["a development build", `${GOOD}eval("x")`, "eval("],
    ["a React of its own", GOOD.replace("Reactv16", "own"), "Reactv16"],
    ["a Fluent of its own", GOOD.replace("FluentUIReactv81211", "own"), "FluentUIReactv81211"],
    ["more than may be shipped", GOOD + " ".repeat(MAX_BUNDLE_BYTES), "400"],
  ])("finds %s, and says so in one sentence", (_what, bundle, word) => {
    const findings = bundleFindings(bundle);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toContain(word);
  });

  it("finds everything that is wrong, not the first alone", () => {
    expect(bundleFindings('eval("react-dom")')).toHaveLength(4);
  });

  it("counts bytes, not characters", () => {
    const umlauts = "ä".repeat(MAX_BUNDLE_BYTES / 2);
    expect(bundleFindings(GOOD + umlauts)).toHaveLength(1);
    expect(bundleFindings(GOOD + umlauts.slice(GOOD.length))).toEqual([]);
  });

  it("is content with words that only look like eval", () => {
    expect(bundleFindings(`${GOOD}const medieval=1;retrieval("x")`)).toEqual([]);
  });
});

describe("the bundle that was built", () => {
  it("passes, and registers the control under its name", () => {
    if (!existsSync(BUNDLE)) return console.warn(`${BUNDLE} does not exist: it was not checked. \`npm run build\` makes it and checks it.`);
    const bundle = readFileSync(BUNDLE, "utf8");
    expect(bundleFindings(bundle)).toEqual([]);
    expect(bundle).toMatch(/registerControl\(['"]FlowSessionTimeline\.FlowSessionTimeline['"]/);
  });
});
