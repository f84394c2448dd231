/** A condition of a view, as FetchXML has it. */
export interface Condition {
  readonly attribute: string;
  readonly operator: "eq" | "in" | "null" | "not-null" | "today" | "last-x-days" | "olderthan-x-hours" | "eq-userid";
  readonly values: readonly (string | number)[];
}

export interface Filter {
  readonly type: "and" | "or";
  readonly parts: readonly (Condition | Filter)[];
}

export const all = (...parts: Filter["parts"]): Filter => ({ type: "and", parts });
export const any = (...parts: Filter["parts"]): Filter => ({ type: "or", parts });
export const is = (attribute: string, operator: Condition["operator"], ...values: Condition["values"]): Condition => ({ attribute, operator, values });

/** True of a time that is the first one that a row has, of columns in this order. */
export function firstOf(columns: readonly string[], time: (column: string) => Condition): Filter {
  return any(...columns.map((column, index) => all(...columns.slice(0, index).map((earlier) => is(earlier, "null")), time(column))));
}
