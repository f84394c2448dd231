/** What the operators of conditions have in common. */
import type { ServerError } from "./contract";
import type { Condition, Operator } from "./fetchQuery";
import { invalid } from "./strictXml";

/** Is it this value, or one of these? */
export const isComparison = (operator: Operator): boolean => operator === "eq" || operator === "ne" || operator === "in" || operator === "not-in";

export const isNegated = (operator: Operator): boolean => operator === "ne" || operator === "not-in" || operator === "not-like" || operator === "not-between";

/** Of two values, of which `order` says how the cell's stands to the condition's. */
export const comparisons: Readonly<Partial<Record<Operator, (order: number) => boolean>>> = {
  gt: order => order > 0, ge: order => order >= 0, lt: order => order < 0, le: order => order <= 0,
};

export const unfit = ({ operator, attribute }: Condition): ServerError => invalid(`The operator ${operator} is not valid for the attribute ${attribute}.`);
