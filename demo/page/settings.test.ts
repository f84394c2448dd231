import * as fc from "fast-check";
import { ages } from "../data/serverTable";
import { defaults, denials, faults, firstLayouts, firstWindows, languages, places, readSettings, themes, usesServer, views, writeSettings, zones, type Settings } from "./settings";

const anySettings: fc.Arbitrary<Settings> = fc.record({
  theme: fc.constantFrom(...themes), zone: fc.constantFrom(...zones), lang: fc.constantFrom(...languages), rtl: fc.boolean(),
  data: fc.constantFrom("generated" as const, "csv" as const, null), size: fc.nat(100_000), seed: fc.nat(1_000_000), react: fc.constantFrom(16 as const, 17 as const),
  pageSize: fc.oneof(fc.integer({ min: 1, max: 5_000 }), fc.constantFrom("all" as const, null)), now: fc.option(fc.integer({ min: 0, max: 4e12 })),
  place: fc.constantFrom(...places), view: fc.constantFrom(...views), orgView: fc.option(fc.uuid()), run: fc.option(fc.uuid()), machine: fc.option(fc.uuid()), window: fc.constantFrom(...firstWindows), layout: fc.constantFrom(...firstLayouts),
  server: fc.boolean(), latency: fc.nat(10_000), fault: fc.constantFrom(...faults), denied: fc.constantFrom(...denials), age: fc.constantFrom(...ages),
  chrome: fc.boolean(), panel: fc.boolean(),
});

it("every state has an address that leads back to it", () => {
  fc.assert(fc.property(anySettings, settings => {
    expect(readSettings(writeSettings(settings))).toEqual({ settings, unknown: [] });
  }));
});

it("the default state has the bare address", () => {
  expect(writeSettings(defaults)).toBe("");
  expect(readSettings("").settings).toEqual(defaults);
});

it("an address is readable", () => {
  expect(writeSettings({ ...defaults, zone: "Asia/Kolkata", now: Date.UTC(2026, 0, 15, 12), rtl: true, chrome: false })).toBe("?zone=Asia/Kolkata&rtl=1&now=2026-01-15T12:00:00.000Z&chrome=0");
});

it("what is not understood keeps its default and is named", () => {
  const { settings, unknown } = readSettings("?theme=pink&size=-1&pageSize=0&colour=red&react=18&__proto__=x&lang=de");
  expect(settings).toEqual({ ...defaults, lang: "de" });
  expect(unknown).toEqual(["theme=pink", "size=-1", "pageSize=0", "colour=red", "react=18", "__proto__=x"]);
});

it("without a server the page holds the runs itself, as far as it can", () => {
  expect([usesServer(defaults), usesServer({ ...defaults, server: false }), usesServer({ ...defaults, server: false, size: 2_000_000 })]).toEqual([true, false, true]);
  expect(usesServer({ server: false, data: "csv", size: 2_000_000 })).toBe(false);
});
