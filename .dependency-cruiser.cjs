/** Import directions of the house, one rule a room. A room may import itself and what is listed; tests may import what they need. */
const CONTROL = "^FlowSessionTimeline";
const test = "[.](test|testing)[.]tsx?$";

/** @param {string} room @param {string[]} allowed path patterns below FlowSessionTimeline/ */
const room = (name, allowed) => ({
  name: `${name}-imports`,
  comment: `${name}/ may import only: itself${allowed.length ? `, ${allowed.join(", ")}` : ""}. Move the code, or pass it in.`,
  severity: "error",
  from: { path: `${CONTROL}/${name}/`, pathNot: test },
  to: { path: "^(FlowSessionTimeline|emulator|demo|tests|bench|Solution|scripts)/", pathNot: [name, ...allowed].map((one) => `${CONTROL}/${one}`) },
});

module.exports = {
  forbidden: [
    room("base", []),
    room("domain", ["base/"]),
    room("layout", ["domain/", "base/"]),
    room("render", ["layout/", "base/", "generated/"]),
    room("view", ["render/", "layout/", "domain/", "base/"]),
    room("host", ["view/ports", "domain/", "base/", "generated/"]),
    {
      name: "index-wires-only",
      comment: "index.ts wires host and view; it knows nothing else.",
      severity: "error",
      from: { path: `${CONTROL}/index[.]ts$` },
      to: { path: CONTROL, pathNot: [`${CONTROL}/(host|view)/`, `${CONTROL}/generated/`, `${CONTROL}/base/clock`] },
    },
    {
      name: "emulator-stands-alone",
      comment: "The emulator plays the host: it may know the generated manifest types and nothing of the control.",
      severity: "error",
      from: { path: "^emulator/" },
      to: { path: "^(FlowSessionTimeline|demo|tests|bench|Solution|scripts)/", pathNot: `${CONTROL}/generated/` },
    },
    {
      name: "demo-hosts-the-bundle",
      comment: "The demo hosts the built bundle on the emulator: it imports no source of the control.",
      severity: "error",
      from: { path: "^demo/" },
      to: { path: "^(FlowSessionTimeline|tests|bench|Solution)/" },
    },
    {
      name: "bench-hosts-the-bundle",
      comment: "The bench compares the built bundle. Only bench/engine runs the control's sources: a million runs come through the RunSource port, which no bundle hands out.",
      severity: "error",
      from: { path: "^bench/", pathNot: "^bench/engine/" },
      to: { path: "^FlowSessionTimeline/" },
    },
    { name: "react-only-in-view", comment: "React belongs to view/ (index.ts makes one element).", severity: "error", from: { path: `${CONTROL}/(base|domain|layout|render|host)/`, pathNot: test }, to: { path: "node_modules/(react|@fluentui|@types/react)" } },
    { name: "no-react-dom", comment: "react-dom is the host's; importing it bundles a second one.", severity: "error", from: { path: CONTROL, pathNot: test }, to: { path: "node_modules/(@types/)?react-dom" } },
    { name: "no-cycles", comment: "Files that import each other are one file; types alone may.", severity: "error", from: { path: "^(FlowSessionTimeline|emulator|demo|Solution)" }, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    { name: "no-development-packages", comment: "The control may import only what is bundled on purpose or is a platform library.", severity: "error", from: { path: CONTROL, pathNot: test }, to: { path: "node_modules/", pathNot: "node_modules/(d3-time|react|@fluentui/react|@types/(d3-time|react|powerapps-component-framework))" } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(out|build)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.all.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"] },
  },
};
