/** A FetchXML question, read and checked as far as it can be without the tables. */

/** How many values a condition's operator takes. */
export const operatorValues = {
  "eq": "one", "ne": "one", "gt": "one", "ge": "one", "lt": "one", "le": "one", "like": "one", "not-like": "one",
  "in": "many", "not-in": "many", "between": "two", "not-between": "two", "null": "none", "not-null": "none",
  "today": "none", "yesterday": "none", "tomorrow": "none", "this-week": "none", "last-week": "none", "this-month": "none", "last-month": "none", "this-year": "none",
  "last-seven-days": "none", "last-x-hours": "count", "last-x-days": "count", "last-x-weeks": "count", "last-x-months": "count", "next-x-hours": "count", "next-x-days": "count",
  "olderthan-x-minutes": "count", "olderthan-x-hours": "count", "olderthan-x-days": "count", "olderthan-x-weeks": "count", "olderthan-x-months": "count",
  "on": "one", "on-or-after": "one", "on-or-before": "one",
  "eq-userid": "none", "ne-userid": "none", "eq-useroruserteams": "none", "eq-businessid": "none",
} as const satisfies Readonly<Record<string, "none" | "one" | "two" | "many" | "count">>;

export type Operator = keyof typeof operatorValues;

export interface Condition {
  readonly attribute: string;
  readonly operator: Operator;
  readonly values: readonly string[];
}

export interface Filter {
  readonly type: "and" | "or";
  readonly conditions: readonly Condition[];
  readonly filters: readonly Filter[];
}

export const aggregates = ["count", "countcolumn", "min", "max", "sum"] as const;
export type AggregateName = (typeof aggregates)[number];
export const dateGroupings = ["day", "week", "month", "quarter", "year"] as const;
export type DateGrouping = (typeof dateGroupings)[number];

export interface Attribute {
  readonly name: string;
  readonly alias: string | null;
  readonly aggregate: AggregateName | null;
  /** Of countcolumn: different values only. */
  readonly distinct: boolean;
  readonly groupBy: boolean;
  readonly dateGrouping: DateGrouping | null;
  /** Of a date grouping: by the caller's calendar, else by UTC's. */
  readonly userTimeZone: boolean;
}

export interface Order {
  /** A column, or in an aggregate the alias of a group or a figure. */
  readonly by: string;
  readonly descending: boolean;
}

export interface Source {
  readonly table: string;
  readonly allAttributes: boolean;
  readonly attributes: readonly Attribute[];
  readonly orders: readonly Order[];
  /** All must hold. */
  readonly filters: readonly Filter[];
  readonly links: readonly Link[];
}

export interface Link extends Source {
  /** Column of the linked table. */
  readonly from: string;
  /** Column of the table around it. */
  readonly to: string;
  readonly alias: string;
  readonly outer: boolean;
}

export interface FetchQuery {
  readonly entity: Source;
  /** Rows per page that the question asks for; null: as many as a page may have. */
  readonly count: number | null;
  /** From 1. */
  readonly page: number;
  /** The XML of the last page's cookie. */
  readonly cookie: string | null;
  readonly top: number | null;
  readonly aggregate: boolean;
  /** Rows that an aggregate may go over. */
  readonly aggregateLimit: number;
  readonly countTotal: boolean;
}
