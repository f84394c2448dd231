/** Counts and extremes of a fetch, by group. Dataverse refuses to go over more than 50,000 rows. */
import { isLookup } from "../cells";
import type { Cell, ColumnDefinition } from "../contract";
import type { TextFormat } from "../textFormat";
import type { Asker } from "./asker";
import { NumberColumn } from "./numberColumn";
import type { ServerTable } from "./columnTable";
import type { Entity } from "./contract";
import { bucketOf } from "./dateBuckets";
import { compareTexts } from "./dictionary";
import { FORMATTED, writeCell } from "./entity";
import { cellReader, type Figure, figure, NUMBER, type Tally } from "./figure";
import type { Attribute, FetchQuery, Order } from "./fetchQuery";
import { type Joins, NO_ROW, type Tuple } from "./joins";
import { ErrorCode, serverError } from "./serverError";
import { invalid } from "./strictXml";

/** A group's value: a date's bucket is a number. */
interface GroupBy { readonly alias: string; readonly definition: ColumnDefinition; read(tuple: Tuple): Cell }

interface Group { readonly keys: readonly Cell[]; readonly tallies: readonly Tally[] }

/** @throws ServerError for too many rows, or what cannot be aggregated. */
export function aggregate(joins: Joins, query: FetchQuery, asker: Asker): readonly Entity[] {
  const listed = joins.sources.flatMap(({ table, node }, source) => node.attributes.map(attribute => ({ attribute, table, source })));
  if (listed.length === 0) throw invalid("An aggregate needs an attribute.");
  const groupBys = listed.filter(({ attribute }) => attribute.groupBy).map(({ attribute, table, source }) => groupBy(attribute, table, source, asker));
  const figures = listed.filter(({ attribute }) => !attribute.groupBy).map(({ attribute, table, source }) => figure(attribute, table, source));
  const groups = groupsOf(joins, groupBys, figures, query.aggregateLimit);
  const orders = joins.sources.flatMap(({ node }) => node.orders);
  const entities = groups.map(group => ({ group, entity: entityOf(group, groupBys, figures, asker.format) }));
  return sorted(entities, orders, groupBys, figures).map(({ entity }) => entity);
}

function groupsOf(joins: Joins, groupBys: readonly GroupBy[], figures: readonly Figure[], limit: number): readonly Group[] {
  const groups = new Map<string, Group>();
  const start = (keys: readonly Cell[]): Group => ({ keys, tallies: figures.map(one => one.start()) });
  // Without groups there is always one answer, also over no rows.
  if (groupBys.length === 0) groups.set("", start([]));
  let rows = 0;
  joins.forEach(tuple => {
    if (++rows > limit) throw serverError(ErrorCode.aggregateLimit, "AggregateQueryRecordLimit exceeded. Cannot perform this operation.");
    const keys = groupBys.map(one => one.read(tuple));
    const name = groupBys.length === 0 ? "" : JSON.stringify(keys.map(key => (isLookup(key) ? key.id : typeof key === "string" ? key.toLowerCase() : key)));
    const group = groups.get(name) ?? start(keys);
    groups.set(name, group);
    for (const tally of group.tallies) tally.add(tuple);
    return true;
  });
  return [...groups.values()];
}

function groupBy({ name, alias, dateGrouping, userTimeZone }: Attribute, table: ServerTable, source: number, { zone }: Asker): GroupBy {
  const column = table.column(name);
  const isInstant = column instanceof NumberColumn && column.isInstant;
  if (isInstant !== (dateGrouping !== null)) throw invalid(`The attribute ${name} ${isInstant ? "needs a" : "cannot have a"} date grouping.`);
  const plain = cellReader(column, table, source);
  if (dateGrouping === null || !isInstant) return { alias: alias ?? name, definition: column?.definition ?? { type: "SingleLine.Text", displayName: "" }, read: plain };
  const bucket = bucketOf(dateGrouping, userTimeZone ? zone : null);
  return {
    alias: alias ?? name, definition: NUMBER,
    read: tuple => {
      const row = tuple[source] ?? NO_ROW;
      return row === NO_ROW || column.isNull(row) ? null : bucket(column.values[row] ?? 0);
    },
  };
}

function entityOf({ keys, tallies }: Group, groupBys: readonly GroupBy[], figures: readonly Figure[], format: TextFormat): Entity {
  const entity: Record<string, unknown> = {};
  for (const [place, { alias, definition }] of groupBys.entries()) writeCell(entity, alias, definition, keys[place] ?? null, format);
  for (const [place, { alias, definition }] of figures.entries()) writeCell(entity, alias, definition, tallies[place]?.result() ?? null, format);
  return entity;
}

interface Answered { readonly group: Group; readonly entity: Entity }

/** By the orders' aliases, then by the groups as they are listed: blank first, choices and lookups by what a user reads. */
function sorted(entities: readonly Answered[], orders: readonly Order[], groupBys: readonly GroupBy[], figures: readonly Figure[]): readonly Answered[] {
  const columns = [...groupBys, ...figures];
  const keys = [...orders, ...groupBys.map(({ alias }): Order => ({ by: alias, descending: false }))].map(({ by, descending }) => {
    const column = columns.find(({ alias }) => alias === by);
    if (!column) throw invalid(`The order's alias ${by} is not in the query.`);
    return { compare: answerCompare(column.alias, column.definition), sign: descending ? -1 : 1 };
  });
  return [...entities].sort((left, right) => {
    for (const { compare, sign } of keys) {
      const order = compare(left.entity, right.entity);
      if (order !== 0) return order * sign;
    }
    return 0;
  });
}

function answerCompare(alias: string, { type }: ColumnDefinition): (left: Entity, right: Entity) => number {
  // Numbers and instants go by themselves: their formatted texts do not sort.
  const key = type === "Whole.None" || type === "DateAndTime.DateAndTime" ? alias : `${alias}${FORMATTED}`;
  return (left, right) => {
    const [first, second] = [left[key] ?? left[alias], right[key] ?? right[alias]];
    if (first === undefined || second === undefined) return Number(first !== undefined) - Number(second !== undefined);
    return typeof first === "number" && typeof second === "number" ? first - second : compareTexts(String(first), String(second));
  };
}
