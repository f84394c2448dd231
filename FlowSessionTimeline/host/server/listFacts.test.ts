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

describe("the top of a list", () => {
  const sorted = (times: readonly unknown[], sorting: unknown = [{ name: "createdon", sortDirection: 1 }]): DataSet => ({
    paging: { totalResultCount: 5000, hasNextPage: true }, columns: [{ name: "createdon" }], sorting, sortedRecordIds: times.map((_, n) => String(n)),
    records: Object.fromEntries(times.map((time, n) => [String(n), { getValue: () => time }])),
  }) as unknown as DataSet;

  it.each<[string, DataSet, ListFacts["head"]]>([
    ["is what is later than its last row", sorted(["2026-01-02T00:00:00Z", "2026-01-01T12:00:00.000Z", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z"]), { column: "createdon", fromMs: Date.UTC(2026, 0, 1) + 1000, rows: 2 }],
    ["is not known where the oldest come first", sorted(["2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"], [{ name: "createdon", sortDirection: 0 }]), null],
    ["is not known where blank cells come last", sorted(["2026-01-01T00:00:00Z", null]), null],
    ["is not known of numbers", sorted([7, 6]), null],
    ["is not known of texts", sorted(["Run 2", "Run 1"]), null],
    ["is not known where the host tells no order", sorted(["2026-01-01T00:00:00Z"], null), null],
    ["is not known of an empty list", sorted([]), null],
  ])("%s", (_, dataset, head) => expect(listFactsOf(dataset).head).toEqual(head));
});

describe("a count is that of the list", () => {
  const facts = (total: number | null, isCapped = false): ListFacts => ({ total, isCapped, head: null, ids: [], value: () => undefined });

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
