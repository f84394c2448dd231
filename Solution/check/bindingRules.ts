import { Element } from "@xmldom/xmldom";
import { childrenOf, descendantsOf, elementAt, textAt } from "../pack/xml";
import { ControlInput } from "./controlManifest";
import { Finding, findingAt } from "./finding";
import { CheckContext, Rule, withBase } from "./rule";

/** The native grid, which the host shows where the control is switched off. */
export const NATIVE_GRID = "{E7A81278-8635-4D9E-8D4D-59480B391C5B}";
/** Web, tablet, phone. A control that is missing in one silently does not render there, or nowhere. */
const FORM_FACTORS = "0,1,2";

/** Each controlDescription binds the control in all form factors, to what its manifest has, with the native grid as the fallback. */
const bindings: Rule = function* (zip, context) {
  const controls = withBase(zip, context).flatMap((one) => one.controls);
  for (const description of descendantsOf(zip.customizations, "controlDescription")) {
    const [fallback, ...bound] = childrenOf(description, "customControl");
    if (fallback?.getAttribute("id")?.toUpperCase() !== NATIVE_GRID) yield findingAt(description, "binding.fallback", "The first customControl must be the native grid.");
    const factors = bound.map((control) => control.getAttribute("formFactor")).sort().join();
    if (factors !== FORM_FACTORS) yield findingAt(description, "binding.formFactors", `The control must be bound once for each of the form factors ${FORM_FACTORS}, not ${factors || "none"}.`);
    if (new Set(bound.map(parametersOf)).size > 1) yield findingAt(description, "binding.sameEverywhere", "The form factors have different parameters.");
    for (const control of bound) {
      if (!controls.includes(control.getAttribute("name") ?? "")) yield findingAt(control, "binding.control", "No control of this name is in the solution or in the one below it.");
      yield* parameters(control, context);
    }
  }
};

/** Data-sets and inputs are those of the manifest, and an input's value is one that it takes. */
function* parameters(control: Element, { control: manifest }: CheckContext): Iterable<Finding> {
  const list = elementAt(control, "parameters");
  const [sets, inputs] = [true, false].map((wanted) => (list ? childrenOf(list) : []).filter((item) => (item.nodeName === "data-set") === wanted)) as [Element[], Element[]];
  const names = sets.map((set) => set.getAttribute("name") ?? "");
  if (names.join() !== [...manifest.dataSets.keys()].join()) {
    yield findingAt(control, "binding.dataSet", `The data-sets must be ${[...manifest.dataSets.keys()].join()}, not ${names.join() || "none"}.`);
  }
  for (const mapped of sets.flatMap((set) => childrenOf(set, "property-set"))) {
    if (![...manifest.dataSets.values()].flat().includes(mapped.getAttribute("name") ?? "")) yield findingAt(mapped, "binding.propertySet", "The manifest has no such property-set.");
  }
  for (const input of inputs) {
    const declared = manifest.inputs.get(input.nodeName);
    if (!declared) yield findingAt(input, "binding.input", "The manifest has no such input.");
    else if (input.getAttribute("static") !== "true" || input.getAttribute("type") !== declared.type) yield findingAt(input, "binding.inputType", `The input must be static and of type ${declared.type}.`);
    else if (!takes(declared, input.textContent ?? "")) yield findingAt(input, "binding.inputValue", `The input does not take ${input.textContent}.`);
  }
}

function takes(input: ControlInput, value: string): boolean {
  if (input.type === "Enum") return input.values.includes(value);
  return input.type !== "Whole.None" || /^-?\d+$/.test(value);
}

function parametersOf(control: Element): string {
  return elementAt(control, "parameters")?.toString() ?? "";
}

/** A description in a form and the subgrid that it is for belong together, and say the same of the rows. */
const subgridBindings: Rule = function* (zip, { viewColumns }) {
  for (const form of zip.tables.flatMap((table) => table.forms)) {
    const descriptions = descendantsOf(form, "controlDescription");
    const subgrids = descendantsOf(form, "control").filter((control) => control.getAttribute("indicationOfSubgrid") === "true");
    for (const subgrid of subgrids) {
      const isBound = descriptions.some((description) => description.getAttribute("forControl") === subgrid.getAttribute("uniqueid"));
      if (!isBound && viewColumns.has(textAt(subgrid, "parameters", "TargetEntityType"))) yield findingAt(subgrid, "subgrid.bound", "No controlDescription is for this subgrid's uniqueid.");
    }
    for (const description of descriptions) {
      const subgrid = subgrids.find((control) => control.getAttribute("uniqueid") === description.getAttribute("forControl"));
      if (!subgrid) yield findingAt(description, "subgrid.forControl", "The form has no subgrid with this uniqueid.");
      else yield* repeats(description, subgrid);
    }
  }
};

/** The elements that say which rows a subgrid has: without them the control gets none, or all. */
const ROW_ELEMENTS = ["ViewId", "RelationshipName", "TargetEntityType"];

function* repeats(description: Element, subgrid: Element): Iterable<Finding> {
  for (const dataSet of descendantsOf(description, "data-set")) {
    for (const name of ROW_ELEMENTS) {
      if (textAt(dataSet, name) !== textAt(subgrid, "parameters", name)) yield findingAt(dataSet, "subgrid.dataSet", `${name} must be that of the subgrid.`);
    }
  }
}

export const BINDING_RULES: readonly Rule[] = [bindings, subgridBindings];
