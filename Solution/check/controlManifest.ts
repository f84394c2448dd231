import { childrenOf, descendantsOf, elementAt, parseXml, rootOf } from "../pack/xml";

/** An input of a control: its type and, for an Enum, the values that it takes. */
export interface ControlInput {
  readonly type: string;
  readonly values: readonly string[];
}

/** What a binding can refer to in a control's manifest. */
export interface ControlManifest {
  /** Namespace.Constructor. */
  readonly name: string;
  readonly version: string;
  /** Data-set name to the names of its property-sets. */
  readonly dataSets: ReadonlyMap<string, readonly string[]>;
  readonly inputs: ReadonlyMap<string, ControlInput>;
  /** Paths of the resources, as the manifest writes them. */
  readonly resources: readonly string[];
}

/**
 * Reads ControlManifest.Input.xml or the ControlManifest.xml that is built from it.
 * @throws PackError if it is not well-formed, Error if it describes no control
 */
export function parseControlManifest(xml: string, file: string): ControlManifest {
  const control = elementAt(rootOf(parseXml(xml, file)), "control");
  if (!control) throw new Error(`${file} describes no control`);
  const name = (element: typeof control): string => element.getAttribute("name") ?? "";
  return {
    name: `${control.getAttribute("namespace") ?? ""}.${control.getAttribute("constructor") ?? ""}`,
    version: control.getAttribute("version") ?? "",
    dataSets: new Map(childrenOf(control, "data-set").map((set) => [name(set), childrenOf(set, "property-set").map(name)])),
    inputs: new Map(childrenOf(control, "property").map((property) => [name(property), {
      type: property.getAttribute("of-type") ?? "",
      values: childrenOf(property, "value").map((value) => value.textContent?.trim() ?? ""),
    }])),
    resources: descendantsOf(control, "resources").flatMap((resources) => childrenOf(resources)).map((resource) => resource.getAttribute("path") ?? "").filter(Boolean),
  };
}
