/** @jest-environment jsdom */
import { createRig, FETCH, manifest } from "./rig";

test("without uses-feature a method exists and throws the host's error; what has no model throws with it too", () => {
  const { context, host } = createRig({ manifest: { ...manifest, features: ["WebAPI"] } });
  expect(typeof context.utils.getEntityMetadata).toBe("function");
  expect(() => context.utils.getEntityMetadata("flowsession")).toThrow(
    "Feature 'Utility.getEntityMetadata' is required to be specified in the <uses-feature> section in ControlManifest.xml before use.");
  expect(() => context.webAPI.createRecord("flowsession", {})).toThrow("context.webAPI.createRecord is not modelled");
  expect(host.violations).toHaveLength(2);
});

test("a missing string is its key, or an error in a strict test", () => {
  const { context } = createRig({ strings: { Title: "Runs" } });
  expect([context.resources.getString("Title"), context.resources.getString("Missing")]).toEqual(["Runs", "Missing"]);
  const strict = createRig({ strings: { Title: "Runs" }, strictStrings: true });
  expect(() => strict.context.resources.getString("Missing")).toThrow('no text for "Missing"');
});

test("the form factor says desktop or phone", () => {
  expect(createRig().context.client.getFormFactor()).toBe(1);
  expect(createRig({ formFactor: "phone" }).context.client.getFormFactor()).toBe(3);
});

test("a theme is absent, light or dark, and a new one comes with a pass", async () => {
  const rig = createRig();
  expect(rig.context.fluentDesignLanguage).toBeUndefined();
  await rig.clock.advance(FETCH);
  const before = rig.seen.length;
  rig.host.setTheme("dark");
  await rig.clock.advance(1);
  expect(rig.seen.length).toBe(before + 1);
  expect(rig.context.fluentDesignLanguage).toMatchObject({ isDarkTheme: true, tokenTheme: { colorNeutralBackground1: "#292929" } });
  rig.host.setTheme("light");
  expect(rig.context.fluentDesignLanguage?.isDarkTheme).toBe(false);
  expect(() => rig.context.fluentDesignLanguage?.tokenTheme.colorNope as unknown).toThrow("tokenTheme.colorNope is not modelled");
});

test("what the typings do not know throws, unless it is known to be there", () => {
  const { context } = createRig();
  expect(context.accessibility.isHighContrastEnabled).toBe(false);
  expect(() => Reflect.get(context, "diagnostics") as unknown).toThrow("context.diagnostics is not modelled");
  expect(() => context.copilot.executePrompt("x")).toThrow("Feature 'Copilot.executePrompt' is required");
  expect(() => context.formatting.formatDateShort(new Date())).toThrow("context.formatting.formatDateShort is not modelled");
  expect(() => Reflect.get(context.parameters.runs.paging, "pageNumber") as unknown).toThrow("context.parameters.runs.paging.pageNumber is not modelled");
});

test("spreading or serialising the context touches nothing that is not there", () => {
  const { context, host } = createRig();
  expect(Object.keys({ ...context })).toContain("webAPI");
  expect({ ...context.userSettings }.languageId).toBe(1033);
  expect(host.violations).toEqual([]);
});

test("numbers are formatted in the user's language", () => {
  const { context } = createRig({ user: { language: "de-DE", timeZone: "UTC" } });
  expect([context.formatting.formatInteger(1234567), context.formatting.formatDecimal(1.5)]).toEqual(["1.234.567", "1,50"]);
});
