/** Reads what the host needs to know of a control from the files of its bundle. Needs a DOMParser (browser, jsdom). */
import type { ControlManifest, Strings } from "./contract";

/**
 * @param xml ControlManifest.xml or ControlManifest.Input.xml.
 * @throws if it is not a manifest, or has no data-set.
 */
export function readManifest(xml: string): ControlManifest {
  const document = parse(xml, "manifest");
  const control = document.querySelector("control");
  const dataSet = document.querySelector("data-set");
  if (!control || !dataSet) throw new Error("manifest: no <control> with a <data-set>");
  const names = (selector: string): string[] => [...document.querySelectorAll(selector)].map(element => element.getAttribute("name") ?? "");
  return {
    name: `${control.getAttribute("namespace") ?? ""}.${control.getAttribute("constructor") ?? ""}`,
    dataSet: dataSet.getAttribute("name") ?? "",
    propertySets: names("data-set > property-set"),
    inputs: Object.fromEntries([...document.querySelectorAll("control > property")].map(readInput)),
    features: names("feature-usage > uses-feature"),
  };
}

function readInput(property: Element): [string, ControlManifest["inputs"][string]] {
  const type = property.getAttribute("of-type") ?? "";
  const text = property.getAttribute("default-value");
  const numeric = type.startsWith("Whole") || type === "FP" || type === "Decimal";
  return [property.getAttribute("name") ?? "", { type, defaultValue: numeric && text !== null ? Number(text) : text }];
}

/**
 * @param xml one resx file.
 * @returns key to text. @throws if it is not XML.
 */
export function readResx(xml: string): Strings {
  const entries = [...parse(xml, "resx").querySelectorAll("root > data")];
  return Object.fromEntries(entries.map(data => [data.getAttribute("name") ?? "", data.querySelector("value")?.textContent ?? ""]));
}

function parse(xml: string, what: string): Document {
  const document = new DOMParser().parseFromString(xml, "application/xml");
  const problem = document.querySelector("parsererror");
  if (problem) throw new Error(`${what}: ${problem.textContent ?? "not XML"}`);
  return document;
}
