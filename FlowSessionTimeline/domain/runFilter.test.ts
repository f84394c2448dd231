import * as fc from "fast-check";
import { runToEnd } from "../base/work";
import { anyRun, aRun, guid, named, rowsOf, STATUSES, storeHolding, storeOf } from "./run.testing";
import { Run } from "./run";
import { filterRuns, isFiltering, NO_FILTER, RunFilter } from "./runFilter";
import { RunStore } from "./runStore";
import { StatusFamily } from "./status";

const label = (code: number): string => ({ 4: "Erfolgreich", 8: "Fehlgeschlagen" })[code] ?? `Status ${code}`;
const hiding = (...families: readonly StatusFamily[]): RunFilter => ({ hiddenFamilies: new Set(families), text: "" });
const searching = (text: string): RunFilter => ({ hiddenFamilies: new Set(), text });
const matching = (store: RunStore, filter: RunFilter): string[] =>
  Array.from(runToEnd(filterRuns(store, filter, label))).flatMap((match, slot) => (match === 1 ? [store.id(slot)] : []));

describe("the run filter", () => {
  const store = storeOf(
    aRun("a", { flow: named("Rechnungen prüfen"), machine: named("VM-12"), statusCode: 4 }),
    aRun("b", { name: "Night Batch", machineGroup: named("Group A"), owner: named("Çelik"), statusCode: 8, errorCode: "NoCandidateMachine", errorMessage: "No machine" }),
    aRun(guid(255), { statusCode: 2 }),
    aRun("d", { statusCode: 99 }),
  );

  it("lets everything pass when it is empty", () => {
    expect([isFiltering(NO_FILTER), isFiltering(searching("  ")), isFiltering(searching("x")), isFiltering(hiding("ok"))]).toEqual([false, false, true, true]);
    expect(matching(store, NO_FILTER)).toEqual(["a", "b", guid(255), "d"]);
  });

  it("hides families of statuses", () => {
    expect(matching(store, hiding("ok", "other"))).toEqual(["b", guid(255)]);
  });

  it.each<[string, readonly string[]]>([
    ["rechnungen", ["a"]], ["PRUFEN", ["a"]], ["vm-12", ["a"]], ["night", ["b"]], ["group a", ["b"]], ["celik", ["b"]], ["ÇELİK", ["b"]],
    ["fehlge", ["b"]], ["nocandidate", ["b"]], ["machine batch", ["b"]], ["machine rechnungen", []], ["batch  night", ["b"]],
    ["0000000000ff", [guid(255)]], ["8000-0000000000FF", [guid(255)]], ["status 99", ["d"]], ["nowhere", []],
  ])("finds %p in %p", (text, expected) => {
    expect(matching(store, searching(text))).toEqual(expected);
  });

  it("finds ids that are no GUIDs", () => {
    expect(matching(storeOf(aRun("Lauf-Ä17"), aRun(guid(1))), searching("lauf-a17"))).toEqual(["Lauf-Ä17"]);
  });

  it("wants every one of more words than fit into one mask", () => {
    const words = Array.from({ length: 40 }, (_, n) => `word${n}x`);
    const long = storeOf(aRun("all", { errorMessage: words.join(" ") }), aRun("most", { errorMessage: words.slice(0, 39).join(" ") }));
    expect(matching(long, searching(words.join(" ")))).toEqual(["all"]);
  });

  it("asks for each status label once, however many runs there are", () => {
    const asked: number[] = [];
    const many = storeHolding(Array.from({ length: 9000 }, (_, n) => aRun(guid(n), { statusCode: n % 3 })));
    runToEnd(filterRuns(many, searching("zzz"), (code) => {
      asked.push(code);
      return "";
    }));
    expect(asked.sort()).toEqual([0, 1, 2]);
  });

  it("does not match a slot whose run is gone", () => {
    const shrunk = storeOf(aRun("a"), aRun("b"));
    shrunk.merge(rowsOf(aRun("b")), "remove");
    expect(Array.from(runToEnd(filterRuns(shrunk, NO_FILTER, label)))).toEqual([0, 1]);
  });

  it("stops often while it reads long texts", () => {
    const work = filterRuns(storeHolding(Array.from({ length: 300 }, (_, n) => aRun(guid(n), { errorMessage: `${n} ${"x".repeat(10_000)}` }))), searching("yy"), label);
    let slices = 1;
    while (!work.next().done) slices++;
    expect(slices).toBeGreaterThan(8);
  });

  it("agrees with a search through every run's own texts", () => {
    const texts = fc.array(fc.constantFrom("a", "B", "näme", "thing 1", "erfolg", "0001", "x y", "99"), { maxLength: 3 }).map((words) => words.join(" "));
    const families = fc.subarray<StatusFamily>(["open", "ok", "failed", "stopped", "other"]);
    const fold = (text: string): string => text.toLowerCase().replace(/ä/g, "a");
    fc.assert(fc.property(fc.uniqueArray(anyRun(fc.nat(9).map(guid)), { selector: (run) => run.id }), texts, families, (runs: Run[], text, hidden) => {
      const expected = runs.filter((run) => {
        const own = [run.name, run.flow.name, run.machine.name, run.machineGroup.name, run.owner.name, label(run.statusCode), run.errorCode, run.errorMessage, run.id].map(fold);
        const words = fold(text).split(" ").filter((word) => word !== "");
        return !hidden.includes(STATUSES.get(run.statusCode).family) && words.every((word) => own.some((one) => one.includes(word)));
      });
      expect(matching(storeHolding(runs), { hiddenFamilies: new Set(hidden), text })).toEqual(expected.map((run) => run.id));
    }), { numRuns: 300 });
  });
});
