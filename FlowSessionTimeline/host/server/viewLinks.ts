import { fail, ok, Result } from "../../base/result";
import { childrenOf } from "./fetchXml";

/** Kinds of links that say whether there are related rows, and bring no row twice. */
const ASKING = new Set(["exists", "in", "matchfirstrowusingcrossapply", "any", "not any", "all", "not all"]);

/**
 * The links of a view without the outer ones that nothing needs: they only brought columns. An outer link with a filter stays, as one
 * that a condition names. Empties the inner links in place.
 * @returns or what a condition names that is no link
 */
export function keptLinks(entity: Element): Result<readonly Element[], string> {
  const conditions = [...entity.getElementsByTagName("condition")];
  const named = new Set(conditions.map((condition) => condition.getAttribute("entityname")).filter((name) => name !== null && name !== ""));
  const links = [...entity.getElementsByTagName("link-entity")];
  const unknown = [...named].find((name) => !links.some((link) => isCalled(link, name)));
  if (unknown !== undefined) return fail(`a condition on ${unknown}, which is no link of the view`);
  // The innermost first: an outer link may be needed for those inside it.
  for (const link of links.reverse()) if (isIdle(link, named)) link.remove();
  return ok(childrenOf(entity, "link-entity"));
}

/** A condition names a link by its alias; a link without one by its table. */
const isCalled = (link: Element, name: string | null): boolean => (link.getAttribute("alias") ?? link.getAttribute("name")) === name;

function isIdle(link: Element, named: ReadonlySet<string | null>): boolean {
  const isNeeded = childrenOf(link).length > 0 || [...named].some((name) => isCalled(link, name));
  return link.getAttribute("link-type") === "outer" && !isNeeded;
}

/**
 * Whether a row of the view may come more than once: where one of the links leads to many. A link to another table's own id leads to one;
 * by convention that id is the table's name with "id" behind it.
 */
export const mayRepeatRows = (links: readonly Element[]): boolean => links.some((link) => {
  if (ASKING.has(link.getAttribute("link-type") ?? "")) return false;
  return link.getAttribute("from") !== `${link.getAttribute("name") ?? ""}id` || mayRepeatRows(childrenOf(link, "link-entity"));
});
