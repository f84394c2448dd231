import { existsSync, readFileSync } from "fs";
import { join } from "path";
import { parse } from "papaparse";
import { runToEnd } from "../base/work";
import { readRow } from "./run.testing";
import { ParsedRow } from "./runRows";
import { buildForest } from "./runForest";
import { RunStore } from "./runStore";
import { SHAPES } from "./span";
import { STATUS_FAMILIES } from "./status";
import { profileOf } from "./tableProfile";

const file = join(__dirname, "..", "..", "..", "shared", "data", "desktop-flow-runs-automation-kit.csv");
const csv = existsSync(file) ? readFileSync(file, "utf8") : null;
if (csv === null) console.warn("SKIPPED: ../shared/data/desktop-flow-runs-automation-kit.csv is absent, so parsing and store were not tried on the real runs.");

/** Cells as a CSV has them: a lookup's name stands in a column of its own. */
function rowsOf(text: string): ParsedRow[] {
  const { columns } = profileOf("flowsession");
  const records = parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
  const cell = (record: Record<string, string>, column: string): string | undefined => record[`${column}name`] || record[column];
  return records.map((record) => readRow(record["flowsessionid"], (role) => cell(record, columns[role] ?? ""), () => ""));
}

// Where the file is absent these pass without it; the warning above says so.
describe("the real runs of the Automation Kit", () => {
  const { statuses } = profileOf("flowsession");
  const rows = csv === null ? [] : rowsOf(csv);
  const store = new RunStore(statuses);
  store.merge(rows, "remove");
  const slots = Array.from({ length: store.slotCount }, (_, slot) => slot);

  it("are 3,819 runs in 3,825 rows; the six surplus rows of four ids are the only problem", () => {
    if (csv === null) return;
    expect([rows.length, store.size]).toEqual([3825, 3819]);
    expect(store.problems().map(({ kind, count, examples }) => [kind, count, examples.length])).toEqual([["repeatedId", 6, 4]]);
  });

  it("have 935 failures, of which the 931 without a start are markers at their end", () => {
    if (csv === null) return;
    const failed = slots.filter((slot) => STATUS_FAMILIES[store.family[slot]] === "failed");
    const markers = failed.filter((slot) => SHAPES[store.shape[slot]] === "marker");
    expect([failed.length, markers.length]).toEqual([935, 931]);
    for (const slot of markers) expect([store.run(slot).startedOn, store.fromMs[slot]]).toEqual([null, store.run(slot).completedOn]);
  });

  it("never waited, since they were imported after they ran", () => {
    if (csv === null) return;
    expect(slots.filter((slot) => !Number.isNaN(store.waitFromMs(slot)))).toEqual([]);
  });

  it("lie where the README of the data says, the nine-day run among them", () => {
    if (csv === null) return;
    const lengths = slots.map((slot) => (store.toMs[slot] - store.fromMs[slot]) / 1000);
    expect(Math.max(...lengths)).toBe(802_403);
    const extent = store.extent();
    expect([extent?.fromMs, extent?.toMs].map((t) => new Date(t ?? NaN).toISOString().slice(0, 10))).toEqual(["2021-11-30", "2022-05-31"]);
  });

  it("are all roots, and change nothing when they are read again", () => {
    if (csv === null) return;
    const forest = runToEnd(buildForest(store));
    expect([forest.roots.length, forest.nodeCount, forest.problems]).toEqual([3819, 3819, []]);
    const { version } = store;
    store.merge(rowsOf(csv), "remove");
    expect(store.version).toBe(version);
  });
});
