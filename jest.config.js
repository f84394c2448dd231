/** Unit and contract tests, in two zones of which one has daylight saving (scripts/unit.mjs sets TZ). */
const esModules = ["d3-time", "d3-array", "internmap"].join("|");
const transform = { "^.+\\.[tj]sx?$": ["ts-jest", { diagnostics: false, tsconfig: { isolatedModules: true, module: "commonjs", target: "es2020", jsx: "react", allowJs: true, esModuleInterop: true } }] };
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/FlowSessionTimeline", "<rootDir>/emulator", "<rootDir>/demo", "<rootDir>/tests"],
  testMatch: ["**/*.test.ts", "**/*.test.tsx"],
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/tests/browser/"],
  modulePathIgnorePatterns: ["<rootDir>/out/", "<rootDir>/build/"],
  // d3-time and d3-array are pure ES modules whose files jest refuses to require; the bundled builds of the same packages do.
  moduleNameMapper: { "^(d3-time|d3-array)$": "<rootDir>/node_modules/$1/dist/$1.js" },
  // A safety net for hangs, far above what any test needs: properties run long on a busy machine.
  testTimeout: 60_000,
  transform,
  transformIgnorePatterns: [`/node_modules/(?!(${esModules})/)`],
};
