import { Element } from "@xmldom/xmldom";
import { textAt } from "../pack/xml";
import { CUSTOMIZATIONS, SOLUTION } from "./packedZip";

/** What a rule found wrong in a packed solution. */
export interface Finding {
  /** The rule's name: what it is about, then what must hold. */
  readonly rule: string;
  /** The file in the zip. */
  readonly file: string;
  /** The way to the node, with the ids that tell it from its siblings; empty if the whole file is meant. */
  readonly node: string;
  readonly message: string;
}

/** A finding at an element of solution.xml or customizations.xml. */
export function findingAt(element: Element, rule: string, message: string): Finding {
  const node = pathOf(element);
  return { rule, file: node.includes("/SolutionManifest") ? SOLUTION : CUSTOMIZATIONS, node, message };
}

const NAMING_ATTRIBUTES = ["name", "id", "Name", "Id", "formFactor", "forControl", "schemaName", "attribute"];
const NAMING_ELEMENTS = ["formid", "savedqueryid", "Name"];

function pathOf(element: Element): string {
  const key = NAMING_ATTRIBUTES.map((name) => element.getAttribute(name)).find(Boolean) || NAMING_ELEMENTS.map((name) => textAt(element, name)).find(Boolean);
  const step = key ? `${element.nodeName}[${key}]` : element.nodeName;
  const parent = element.parentNode;
  return parent && parent.nodeType === parent.ELEMENT_NODE ? `${pathOf(parent as Element)}/${step}` : step;
}
