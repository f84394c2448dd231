import { Element } from "@xmldom/xmldom";
import { descendantsOf, textAt } from "../pack/xml";
import { componentsIn, componentUses } from "./components";
import { findingAt } from "./finding";
import { Rule } from "./rule";

/**
 * A dependency names the solution that it needs, with a version. Of the platform's solutions nobody has measured one yet (decision 0010);
 * of ours it is the one that is packed with it, which brings what is required.
 */
const measured: Rule = function* (zip, { base, version }) {
  const known = base && `${textAt(base.manifest, "UniqueName")} (${version}.0)`;
  for (const required of descendantsOf(zip.manifest, "Required")) {
    if (!base || required.getAttribute("solution") !== known) yield findingAt(required, "dependency.measured", `No real export has given this dependency's version: it may be on ${known ?? "no other solution"} only.`);
    else if (!componentsIn(base).get(required.getAttribute("type") ?? "")?.includes(keyOf(required))) yield findingAt(required, "dependency.resolves", "The solution below brings no such component.");
  }
  for (const dependent of descendantsOf(zip.manifest, "Dependent")) {
    if (!componentsIn(zip).get(dependent.getAttribute("type") ?? "")?.includes(keyOf(dependent))) yield findingAt(dependent, "dependency.dependent", "The solution brings no such component.");
  }
};

/** What the solution below brings and this one uses is a dependency: else it could be taken away. */
const complete: Rule = function* (zip, { base }) {
  if (!base) return;
  const required = descendantsOf(zip.manifest, "Required").map((one) => `${one.getAttribute("type")} ${keyOf(one)}`);
  const [own, below] = [componentsIn(zip), componentsIn(base)];
  for (const [type, key, at] of componentUses(zip)) {
    const isBelow = below.get(type)?.includes(key) && !own.get(type)?.includes(key);
    if (isBelow && !required.includes(`${type} ${key}`)) yield findingAt(at, "dependency.complete", `${key} (type ${type}) comes from the solution below, but is no dependency.`);
  }
};

const keyOf = (element: Element): string => element.getAttribute("id") ?? element.getAttribute("schemaName") ?? "";

export const DEPENDENCY_RULES: readonly Rule[] = [measured, complete];
