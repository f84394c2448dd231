/** @jest-environment jsdom */
import { readManifest, readResx } from "./manifest";
import { installPage, runBundle } from "./page";

const bundle = (name: string): string => `
  var made = (() => { const react = Reactv16, fluent = FluentUIReactv81211; class Control { libraries() { return [react, fluent]; } } return { Control }; })();
  if (window.ComponentFramework && window.ComponentFramework.registerControl) ComponentFramework.registerControl("${name}", made.Control);`;

test("a bundle finds its libraries and registers its control by name", () => {
  const react = { version: "17.0.2" };
  const fluent = {};
  const registry = installPage(window, { react, fluent });
  runBundle(bundle("Ns.Runs"));
  expect(registry.names).toEqual(["Ns.Runs"]);
  const control: object = new (registry.resolve("Ns.Runs"))();
  expect((Reflect.get(control, "libraries") as () => unknown[])()).toEqual([react, fluent]);
  expect(() => registry.resolve("Ns.Other")).toThrow('no control "Ns.Other" is registered on this page; registered: Ns.Runs');
  registry.remove();
  expect(["Reactv16", "FluentUIReactv81211", "ComponentFramework"].some(name => name in window)).toBe(false);
});

test("a manifest says name, dataset, roles, inputs with defaults, and features", () => {
  expect(readManifest(`<manifest><control namespace="Ns" constructor="Runs">
    <data-set name="sessions"><property-set name="startedOn"/><property-set name="runStatus"/></data-set>
    <property name="height" of-type="Whole.None" default-value="300"/><property name="seconds" of-type="Whole.None"/>
    <property name="layout" of-type="Enum" default-value="auto"><value name="auto">auto</value></property>
    <feature-usage><uses-feature name="WebAPI" required="true"/></feature-usage></control></manifest>`)).toEqual({
    name: "Ns.Runs", dataSet: "sessions", propertySets: ["startedOn", "runStatus"], features: ["WebAPI"],
    inputs: { height: { type: "Whole.None", defaultValue: 300 }, seconds: { type: "Whole.None", defaultValue: null }, layout: { type: "Enum", defaultValue: "auto" } },
  });
});

test("a resx gives its texts, not its headers; what is not XML is refused", () => {
  expect(readResx('<root><resheader name="version"><value>2.0</value></resheader><data name="Title"><value>Runs &amp; more</value></data></root>')).toEqual({ Title: "Runs & more" });
  expect(() => readResx("<root>")).toThrow("resx:");
  expect(() => readManifest("<manifest/>")).toThrow("no <control>");
});
