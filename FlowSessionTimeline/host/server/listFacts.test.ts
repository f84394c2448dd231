import { isSameCount, ListFacts, listFactsOf } from "./listFacts";

type DataSet = ComponentFramework.PropertyTypes.DataSet;

const list = (totalResultCount: number, hasNextPage: boolean, rows = 2): DataSet =>
  ({ paging: { totalResultCount, hasNextPage }, columns: [{ name: "name" }], sortedRecordIds: [...Array(rows).keys()].map(String), records: { 0: { getValue: () => "Run" } } }) as unknown as DataSet;

describe("what a list tells", () => {
  it.each<[string, DataSet, Pick<ListFacts, "total" | "isCapped">]>([
    ["its rows, where there is no further page", list(-1, false), { total: 2, isCapped: false }],
    ["what the host counts, where there is", list(31, true), { total: 31, isCapped: false }],
    ["nothing, where the host does not count", list(-1, true), { total: null, isCapped: false }],
    ["nothing, where the host counts less than is here", list(1, true), { total: null, isCapped: false }],
    ["that there may be more than the host counts", list(5000, true), { total: 5000, isCapped: true }],
  ])("%s", (_, dataset, facts) => expect(listFactsOf(dataset)).toMatchObject(facts));

  it("has no value in a column that it does not show, nor of a row that is not here", () => {
    const { value } = listFactsOf(list(2, false));
    expect([value("0", "name"), value("0", "machineid"), value("9", "name")]).toEqual(["Run", undefined, undefined]);
  });
});

describe("a count is that of the list", () => {
  const facts = (total: number | null, isCapped = false): ListFacts => ({ total, isCapped, ids: [], value: () => undefined });

  it.each<[string, ListFacts, number | "tooMany", boolean]>([
    ["if both are the same", facts(30), 30, true],
    ["not if one row is missing", facts(30), 29, false],
    ["not if the list has fewer: a search narrows it", facts(30), 31, false],
    ["not if the server has more than it counts", facts(30), "tooMany", false],
    ["if the list has at least what the host counts", facts(5000, true), 70_000, true],
    ["not if the list has more than there are", facts(5000, true), 4999, false],
    ["if both have more than they count", facts(5000, true), "tooMany", true],
    ["if the host counts further than the server", facts(60_000), "tooMany", true],
    ["for all that is known, if the list is not counted", facts(null), 7, true],
  ])("%s", (_, one, counted, isSame) => expect(isSameCount(one, counted)).toBe(isSame));
});
