/** Reads FetchXML. What is enumerated here is understood; any other element, attribute or operator is refused, as Dataverse would. */
import type { Element } from "@xmldom/xmldom";
import { type Attribute, aggregates, type Condition, dateGroupings, type FetchQuery, type Filter, type Link, type Operator, operatorValues, type Order, type Source } from "./fetchQuery";
import { Attributes, children, invalid, readXml } from "./strictXml";

export const MAX_PAGE = 5_000;
/** Rows that can be paged without a cookie, and that an aggregate may go over. */
export const MAX_ROWS = 50_000;
const ANY = Number.MAX_SAFE_INTEGER;

const FETCH = [
  "version", "mapping", "output-format", "distinct", "count", "page", "paging-cookie", "returntotalrecordcount", "aggregate", "top", "no-lock", "savedqueryid", "userqueryid", "aggregatelimit",
];
const ALIAS = /^[A-Za-z_]\w*$/;

/** @throws ServerError for anything that is not supported. */
export function parseFetchXml(xml: string): FetchQuery {
  const root = readXml(xml, "fetch");
  const attributes = new Attributes(root, FETCH);
  attributes.only("mapping", "logical");
  attributes.only("distinct", "false", "0");
  attributes.only("output-format", "xml-platform");
  const aggregate = attributes.flag("aggregate", false);
  const [entity, ...others] = children(root, "entity");
  if (!entity || others.length > 0) throw invalid("<fetch> needs one <entity>.");
  const query: FetchQuery = {
    entity: new SourceReader(aggregate).entity(entity.element),
    count: attributes.count("count", ANY),
    page: attributes.count("page", ANY) ?? 1,
    cookie: attributes.text("paging-cookie") || null,
    top: attributes.count("top", MAX_PAGE),
    aggregate,
    aggregateLimit: attributes.count("aggregatelimit", MAX_ROWS) ?? MAX_ROWS,
    countTotal: attributes.flag("returntotalrecordcount", false),
  };
  checkPaging(query, attributes);
  return query;
}

function checkPaging(query: FetchQuery, attributes: Attributes): void {
  const { aggregate, top, cookie } = query;
  if (top !== null && (attributes.text("page") !== null || attributes.text("count") !== null || cookie !== null)) throw invalid("The top attribute can't be specified with paging attribute page.");
  if (top !== null && query.countTotal) throw invalid("The top attribute can't be specified with returntotalrecordcount.");
  if (aggregate && cookie !== null) throw invalid("An aggregate has no paging cookie.");
  if (!aggregate && attributes.text("aggregatelimit") !== null) throw invalid("aggregatelimit needs an aggregate.");
}

class SourceReader {
  private readonly linkAliases = new Set<string>();
  private readonly attributeAliases = new Set<string>();
  private links = 0;

  constructor(private readonly aggregate: boolean) {}

  entity(element: Element): Source {
    const table = new Attributes(element, ["name"]).required("name");
    return this.source(element, table);
  }

  private source(element: Element, table: string): Source {
    const parts = children(element, "attribute", "all-attributes", "order", "filter", "link-entity");
    const of = <Part>(name: string, read: (element: Element) => Part): Part[] => parts.filter(part => part.name === name).map(part => read(part.element));
    const source: Source = {
      table,
      allAttributes: of("all-attributes", readEmpty).length > 0,
      attributes: of("attribute", child => this.attribute(child)),
      orders: of("order", child => this.order(child)),
      filters: of("filter", readFilter),
      links: of("link-entity", child => this.link(child)),
    };
    if (this.aggregate && source.allAttributes) throw invalid("An aggregate cannot have <all-attributes>.");
    return source;
  }

  private link(element: Element): Link {
    const attributes = new Attributes(element, ["name", "from", "to", "alias", "link-type", "visible", "intersect"]);
    attributes.flag("visible", true);
    attributes.only("intersect", "false", "0");
    const table = attributes.required("name");
    this.links++;
    const alias = attributes.text("alias") ?? `${table}${this.links}`;
    claim(this.linkAliases, alias);
    return {
      ...this.source(element, table),
      from: attributes.required("from"), to: attributes.required("to"), alias,
      outer: attributes.oneOf("link-type", ["inner", "outer"]) === "outer",
    };
  }

  private attribute(element: Element): Attribute {
    const attributes = new Attributes(element, ["name", "alias", "aggregate", "distinct", "groupby", "dategrouping", "usertimezone"]);
    readEmpty(element);
    const read: Attribute = {
      name: attributes.required("name"),
      alias: attributes.text("alias"),
      aggregate: attributes.oneOf("aggregate", aggregates),
      distinct: attributes.flag("distinct", false),
      groupBy: attributes.flag("groupby", false),
      dateGrouping: attributes.oneOf("dategrouping", dateGroupings),
      userTimeZone: attributes.flag("usertimezone", true),
    };
    if (read.alias !== null) claim(this.attributeAliases, read.alias);
    this.checkAttribute(read, attributes.text("usertimezone") !== null);
    return read;
  }

  private checkAttribute({ name, alias, aggregate, distinct, groupBy, dateGrouping }: Attribute, zoneGiven: boolean): void {
    if (!this.aggregate) {
      if (aggregate !== null || groupBy || dateGrouping !== null || distinct || zoneGiven) throw invalid(`The attribute ${name} is aggregated or grouped, but the fetch is not an aggregate.`);
      return;
    }
    if (alias === null) throw invalid(`The attribute ${name} of an aggregate needs an alias.`);
    if ((aggregate !== null) === groupBy) throw invalid(`The attribute ${name} of an aggregate must be aggregated or grouped by.`);
    if (dateGrouping !== null && !groupBy) throw invalid(`The date grouping of ${name} needs groupby.`);
    if (zoneGiven && dateGrouping === null) throw invalid(`usertimezone of ${name} needs a date grouping.`);
    if (distinct && aggregate !== "countcolumn") throw invalid(`Distinct values of ${name} can only be counted by countcolumn.`);
  }

  private order(element: Element): Order {
    const attributes = new Attributes(element, ["attribute", "alias", "descending"]);
    readEmpty(element);
    const [wanted, other] = this.aggregate ? ["alias", "attribute"] : ["attribute", "alias"];
    if (attributes.text(other) !== null) throw invalid(`<order> needs ${wanted}, not ${other}, ${this.aggregate ? "in" : "outside"} an aggregate.`);
    return { by: attributes.required(wanted), descending: attributes.flag("descending", false) };
  }
}

/** An alias is a name, and used once. */
function claim(taken: Set<string>, alias: string): void {
  if (!ALIAS.test(alias)) throw invalid(`Invalid character specified for alias: ${alias}.`);
  if (taken.has(alias)) throw invalid(`The alias ${alias} is used twice.`);
  taken.add(alias);
}

function readEmpty(element: Element): null {
  if (element.nodeName === "all-attributes") new Attributes(element, []);
  children(element);
  return null;
}

function readFilter(element: Element): Filter {
  const attributes = new Attributes(element, ["type", "isquickfindfields"]);
  attributes.flag("isquickfindfields", false);
  const parts = children(element, "condition", "filter");
  return {
    type: attributes.oneOf("type", ["and", "or"]) ?? "and",
    conditions: parts.filter(part => part.name === "condition").map(part => readCondition(part.element)),
    filters: parts.filter(part => part.name === "filter").map(part => readFilter(part.element)),
  };
}

function readCondition(element: Element): Condition {
  const attributes = new Attributes(element, ["attribute", "operator", "value", "uiname", "uitype", "uihidden"]);
  const operator = attributes.required("operator");
  if (!isOperator(operator)) throw invalid(`The operator ${operator} is not supported.`);
  const nested = children(element, "value").map(({ element: value }) => readValue(value));
  const single = attributes.text("value");
  if (single !== null && nested.length > 0) throw invalid("A <condition> has a value or <value> elements, not both.");
  const values = single === null ? nested : [single];
  checkValues(operator, values);
  return { attribute: attributes.required("attribute"), operator, values };
}

const isOperator = (text: string): text is Operator => Object.prototype.hasOwnProperty.call(operatorValues, text);

function readValue(element: Element): string {
  new Attributes(element, ["uiname", "uitype"]);
  if (Array.from(element.childNodes).some(node => node.nodeType === 1)) throw invalid("A <value> holds text only.");
  return element.textContent ?? "";
}

function checkValues(operator: Operator, values: readonly string[]): void {
  const wanted = operatorValues[operator];
  const fits = wanted === "many" ? values.length > 0 : values.length === (wanted === "none" ? 0 : wanted === "two" ? 2 : 1);
  if (!fits) throw invalid(`The operator ${operator} does not take ${values.length} values.`);
  if (wanted === "count" && !/^[1-9]\d{0,5}$/.test(values[0] ?? "")) throw invalid(`The operator ${operator} needs a whole number above zero, not '${values[0] ?? ""}'.`);
}
