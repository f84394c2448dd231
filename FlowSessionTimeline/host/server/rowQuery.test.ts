/** @jest-environment jsdom */
import { epochMs } from "../../base/brand";
import { STATUS_FAMILIES, StatusFamily } from "../../domain/status";
import { countQuery, listCountQuery } from "./countQuery";
import { changedIdsQuery, deltaQuery } from "./deltaQuery";
import { columnsWithout, passes, questionOf, utc } from "./fetch.testing";
import { childrenOf, writeXml } from "./fetchXml";
import { childrenQuery, idQuery, IDS_PER_REQUEST } from "./idQuery";
import { withFilter } from "./serverFilter";
import { beginQuery, withPredicate } from "./viewQuestion";

const ALL = columnsWithout();
const FAILED = questionOf('<filter><condition attribute="statuscode" operator="eq" value="8"/></filter>');
const named = (query: Document, element: string): readonly (string | null)[] => {
  const [entity] = childrenOf(query.documentElement);
  return childrenOf(entity, element).map((one) => one.getAttribute("name") ?? one.getAttribute("attribute"));
};

describe("changes", () => {
  const since = utc("2026-03-08T06:00:00.900Z");

  it("are the rows of the view written since, the longest unchanged first", () => {
    const query = deltaQuery(FAILED, ALL, since);
    expect(named(query, "order")).toEqual(["modifiedon", "flowsessionid"]);
    expect(["2026-03-08T06:00:00Z", "2026-03-08T05:59:59Z"].map((modifiedon) => passes(query, { statuscode: 8, modifiedon }))).toEqual([true, false]);
    expect(passes(query, { statuscode: 4, modifiedon: "2026-03-09T00:00:00Z" })).toBe(false);
  });

  it("may be asked for by id and time alone, of the whole table", () => {
    const query = changedIdsQuery(ALL, since);
    expect(named(query, "attribute")).toEqual(["flowsessionid", "modifiedon"]);
    expect(passes(query, { modifiedon: "2026-03-09T00:00:00Z" })).toBe(true);
  });

  it("cannot be asked for without a column that tells of them", () => {
    expect(() => deltaQuery(FAILED, columnsWithout("modifiedon"), since)).toThrow("Broken invariant");
    expect(() => changedIdsQuery(columnsWithout("modifiedon"), since)).toThrow("Broken invariant");
  });
});

describe("rows by id", () => {
  const id = (n: number): string => `00000000-0000-0000-0000-${String(n).padStart(12, "0")}`;
  const ids = Array.from({ length: IDS_PER_REQUEST + 1 }, (_, i) => id(i));

  it("are of the view, or of the whole table", () => {
    expect([FAILED, null].map((question) => passes(idQuery(question, ALL, [id(1), id(2)]), { flowsessionid: id(2), statuscode: 4 }))).toEqual([false, true]);
    expect(passes(idQuery(null, ALL, [id(1)]), { flowsessionid: id(2) })).toBe(false);
  });

  it("are children by their parent, where there is a column for it", () => {
    const query = childrenQuery(null, ALL, [id(1)]);
    expect(query && [id(1), id(2)].map((parentdesktopflowrunid) => passes(query, { parentdesktopflowrunid }))).toEqual([true, false]);
    expect(childrenQuery(null, columnsWithout("parentdesktopflowrunid"), [id(1)])).toBeNull();
  });

  it("are at most so many, and at least one", () => {
    expect(() => idQuery(null, ALL, ids)).toThrow("Broken invariant");
    expect(() => idQuery(null, ALL, [])).toThrow("Broken invariant");
    expect(writeXml(idQuery(null, ALL, ids.slice(1))).match(/<value>/g)).toHaveLength(IDS_PER_REQUEST);
  });
});

describe("a count", () => {
  it("is of the view, or of the runs in a range", () => {
    const range = { fromMs: epochMs(utc("2026-03-08T06:00:00Z")), toMs: epochMs(utc("2026-03-08T07:00:00Z")) };
    const run = { statuscode: 8, startedon: "2026-03-08T07:30:00Z" };
    expect([listCountQuery(FAILED), countQuery(FAILED, ALL, range)].map((query) => passes(query, run))).toEqual([true, false]);
    expect(named(countQuery(FAILED, ALL, range), "attribute")).toEqual(["flowsessionid"]);
    expect(named(countQuery(FAILED, ALL, range), "order")).toEqual([]);
  });
});

describe("the toolbar's filter on the server", () => {
  const shown = (hidden: readonly StatusFamily[], columns = ALL): readonly number[] => {
    const { document } = beginQuery(withFilter(questionOf(), columns, new Set(hidden)), true);
    return Array.from({ length: 17 }, (_, i) => i).filter((statuscode) => passes(document, statuscode === 16 ? {} : { statuscode }));
  };

  it.each(STATUS_FAMILIES)("leaves out %s and nothing else; a status of no table and a blank one (16) are other", (family) => {
    const codes = Array.from({ length: 17 }, (_, i) => i);
    expect(shown([family])).toEqual(codes.filter((code) => ALL.statuses.get(code).family !== family));
  });

  it("asks for all where nothing is hidden, and for nothing where all is", () => {
    const whole = questionOf();
    expect(withFilter(whole, ALL, new Set())).toBe(whole);
    expect(withFilter(whole, ALL, new Set(STATUS_FAMILIES)).added).toBe(false);
    expect(withPredicate(whole, true).isFiltered).toBe(false);
  });
});
