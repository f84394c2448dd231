/** @jest-environment jsdom */
import * as fc from "fast-check";
import { epochMs } from "../../base/brand";
import { profileOf } from "../../domain/tableProfile";
import { TimeRange } from "./contract";
import { columnsWithout, passes, questionOf, Row, utc } from "./fetch.testing";
import { childrenOf } from "./fetchXml";
import { edgeQueries, extentQuery, overviewQueries } from "./overviewQuery";
import { columnsOf } from "./recordColumns";

const RANGE: TimeRange = { fromMs: epochMs(utc("2026-01-01T00:00:00Z")), toMs: epochMs(utc("2026-02-01T00:00:00Z")) };
const ALL = columnsWithout();
const TO_MANY = '<link-entity name="flowlog" from="parentobjectid" to="flowsessionid"/>';

/** The attributes of elements of this name directly in the entity. */
function attributesOf(query: Document, name: string): readonly Readonly<Record<string, string>>[] {
  const [entity] = childrenOf(query.documentElement);
  return childrenOf(entity, name).map((element) => Object.fromEntries([...element.attributes].map((one) => [one.name, one.value])));
}
function overview(columns = ALL, question = questionOf()): readonly Document[] {
  const result = overviewQueries(question, columns, RANGE);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

describe("the days of an overview", () => {
  it("are grouped by year, month and day of UTC and by status, in order, each with an alias", () => {
    const [byStart] = overview();
    const day = (unit: string): object => ({ name: "startedon", alias: `fst_${unit}`, groupby: "true", dategrouping: unit, usertimezone: "false" });
    expect(byStart.documentElement.getAttribute("aggregate")).toBe("true");
    expect(attributesOf(byStart, "attribute")).toEqual([
      { name: "flowsessionid", alias: "fst_count", aggregate: "count" }, day("year"), day("month"), day("day"), { name: "statuscode", alias: "fst_status", groupby: "true" },
    ]);
    expect(attributesOf(byStart, "order")).toEqual(["fst_year", "fst_month", "fst_day", "fst_status"].map((alias) => ({ alias })));
  });

  it("count runs, not the rows that a link makes of them", () => {
    const [byStart] = overview(ALL, questionOf(TO_MANY));
    expect(attributesOf(byStart, "attribute")[0]).toEqual({ name: "flowsessionid", alias: "fst_count", aggregate: "countcolumn", distinct: "true" });
  });

  it("are of the times that there are, without a status where there is none", () => {
    expect(overview().map((query) => attributesOf(query, "attribute")[1].name)).toEqual(["startedon", "completedon", "createdon"]);
    expect(overview(columnsWithout("completedon", "statuscode")).map((query) => attributesOf(query, "attribute").map(({ name }) => name))).toEqual([
      ["flowsessionid", "startedon", "startedon", "startedon"], ["flowsessionid", "createdon", "createdon", "createdon"],
    ]);
    expect(overviewQueries(questionOf(), columnsWithout("startedon", "completedon", "createdon"), RANGE)).toEqual({ ok: false, error: "noTimes" });
  });

  const times = fc.option(fc.constantFrom("2025-12-31T23:59:59Z", "2026-01-01T00:00:00Z", "2026-01-31T23:59:59Z", "2026-02-01T00:00:00Z"), { nil: undefined });
  it.each(["flowsession", "processsession"])("have each run of %s once, by the time at which it is placed", (table) => {
    const columns = columnsOf(profileOf(table), `${table}id`, null, { withDetails: false });
    const queries = overview(columns);
    const names = ["startedon", "executedon", "completedon", "canceledon", "createdon"].filter((name) => [...columns.byRole.values()].includes(name));
    fc.assert(fc.property(fc.tuple(...names.map(() => times)), (cells) => {
      const row = Object.fromEntries(names.map((name, i) => [name, cells[i]]).filter(([, cell]) => cell !== undefined)) as Row;
      const placed = Date.parse(String(cells.find((cell) => cell !== undefined)));
      const expected = placed >= RANGE.fromMs && placed < RANGE.toMs ? 1 : 0;
      expect(queries.filter((query) => passes(query, row))).toHaveLength(expected);
    }));
  });
});

describe("the extent", () => {
  it("is asked for in one aggregate", () => {
    const result = extentQuery(questionOf(), columnsWithout("completedon"));
    expect(result.ok && attributesOf(result.value, "attribute")).toEqual([
      { name: "startedon", alias: "fst_first_startedon", aggregate: "min" }, { name: "startedon", alias: "fst_last_startedon", aggregate: "max" },
      { name: "createdon", alias: "fst_first_createdon", aggregate: "min" }, { name: "createdon", alias: "fst_last_createdon", aggregate: "max" },
    ]);
    expect(extentQuery(questionOf(), columnsWithout("startedon", "completedon", "createdon")).ok).toBe(false);
  });

  it("is the first or last row by each time, of the runs that it places", () => {
    const [byStart, byEnd, byCreation] = edgeQueries(questionOf(), ALL, "first");
    expect(attributesOf(byEnd, "order")).toEqual([{ attribute: "completedon" }, { attribute: "flowsessionid" }]);
    expect(edgeQueries(questionOf(), ALL, "last").map((query) => attributesOf(query, "order")[0])).toEqual(["startedon", "completedon", "createdon"].map((attribute) => ({ attribute, descending: "true" })));
    const row: Row = { completedon: "2026-01-01T00:00:00Z", createdon: "2026-01-01T00:00:00Z" };
    expect([byStart, byEnd, byCreation].map((query) => passes(query, row))).toEqual([false, true, false]);
  });
});
