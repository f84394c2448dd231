/** Browser tests: the built bundle in the real Chromium, one file at a time. */
const base = require("./jest.config");
module.exports = { ...base, roots: ["<rootDir>/tests/browser"], testPathIgnorePatterns: ["/node_modules/"], testTimeout: 120_000 };
