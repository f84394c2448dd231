/** @jest-environment jsdom */
import { PackedPage, PackedSolution } from "../../demo/solution/packed";
import { readSolution } from "../../demo/solution/readSolution";
import { readState, writeState } from "../../demo/solution/state";
import { columnOf } from "../../demo/solution/tables";
import { ADMINISTRATOR, NOBODY, World } from "../../demo/solution/world";
import { SolutionName, packFake } from "./fixture";

const NOW = Date.parse("2026-11-20T12:00:00Z");
const zips = new Map<SolutionName, Uint8Array>();
const zip = (name: SolutionName): Uint8Array => {
  const bytes = zips.get(name) ?? packFake(name).managed;
  zips.set(name, bytes);
  return bytes;
};
const first = (): PackedSolution => readSolution([zip("FlowSessionTimeline")]);
const both = (): PackedSolution => readSolution([zip("FlowSessionTimeline"), zip("FlowSessionTimeline_Sessions")]);
const titles = ({ groups }: PackedSolution, language: number): string[] => groups.flatMap(({ pages }) => pages).map(({ labels }) => labels.get(language) ?? "");
const viewOf = (solution: PackedSolution, page: PackedPage) => solution.views.find(({ id }) => id === page.viewId);

describe("the app in the packed solutions", () => {
  test("has its pages in every language, the timeline first", () => {
    expect(titles(first(), 1033)).toEqual(["Timeline", "Open now", "Failed", "My runs"]);
    expect(titles(both(), 1033)).toEqual(["Timeline", "Open now", "Failed", "My runs", "Machines", "Machine groups", "Sessions"]);
    expect(titles(both(), 1031)).toEqual(["Zeitleiste", "Jetzt offen", "Fehlgeschlagen", "Meine Läufe", "Computer", "Computergruppen", "Sitzungen"]);
  });

  test("opens views that are packed, with the control and an icon", () => {
    const solution = both();
    const pages = solution.groups.flatMap((group) => group.pages);
    expect(pages.filter((page) => page.viewId !== null).map((page) => [page.id, viewOf(solution, page)?.binding === null])).toEqual([
      ["fst_timeline", false], ["fst_open", false], ["fst_failed", false], ["fst_mine", false], ["fst_sessions", false],
    ]);
    for (const page of pages) expect(solution.icons.get(page.icon)).toMatch(/^<svg/);
    const [start] = pages;
    expect(start && viewOf(solution, start)?.binding?.inputs).toEqual({ firstWindow: "hours24", firstLayout: "auto" });
  });

  test("has forms whose lists follow relationships and show packed views", () => {
    const solution = both();
    const subgrids = solution.forms.flatMap((form) => form.tabs.flatMap((tab) => tab.columns.flat(2)).flatMap((section) => section.subgrids.map((subgrid) => ({ form: form.table, ...subgrid }))));
    expect(subgrids.map(({ form, name, relationship, binding }) => [form, name, columnOf(relationship), binding !== null])).toEqual([
      ["flowsession", "childRuns", "parentdesktopflowrunid", true], ["flowsession", "artifacts", "flowsessionid", false], ["flowsession", "log", "parentobjectid", false],
      ["flowmachine", "runs", "machineid", true], ["flowmachinegroup", "runs", "machinegroupid", true], ["processsession", "linked", "previouslinkedsessionid", true],
    ]);
    for (const { viewId, table } of subgrids) expect(solution.views.find(({ id }) => id === viewId)?.table).toBe(table);
  });

  test("brings the control's own files", () => {
    expect([...first().control.keys()].sort()).toEqual(["ControlManifest.xml", "bundle.js", "css/FlowSessionTimeline.css", "strings/FlowSessionTimeline.1031.resx", "strings/FlowSessionTimeline.1033.resx"]);
  });

  test.each<[string, SolutionName[]]>([["the control alone", ["FlowSessionTimeline_Control"]], ["what stands on another solution, without it", ["FlowSessionTimeline_Sessions"]]])("is not in %s", (_, names) => {
    expect(() => readSolution(names.map(zip))).toThrow("must be a solution that brings the app and the control");
  });
});

describe("the environment of the demo", () => {
  const solution = both();
  const world = new World(solution, 300, NOW);
  world.server.latency = 0;
  const rows = (id: string | null | undefined): Promise<readonly unknown[]> => {
    const view = solution.views.find((one) => one.id === id);
    if (!view) throw new Error("there is such a view");
    return world.rows(view, null, "Europe/Berlin");
  };

  test("opens the app for administrators and for the solution's roles, and for nobody else", () => {
    expect(world.roles.map((role) => [role, world.take(role)])).toEqual([
      [ADMINISTRATOR, true], ["Flow Session Timeline Operator", true], ["Flow Session Timeline Viewer", true], [NOBODY, false],
    ]);
  });

  test.each(["Flow Session Timeline Viewer", "Flow Session Timeline Operator"])("the role %s reads everything that the app shows", async (role) => {
    world.take(role);
    for (const { id } of solution.views) await expect(rows(id)).resolves.toBeDefined();
    expect(world.server.privileges.has("flowsession", "Write")).toBe(role.endsWith("Operator"));
  });

  test("without a role nothing is read but what no privilege protects", async () => {
    world.take(NOBODY);
    await expect(rows(solution.groups[0]?.pages[0]?.viewId)).rejects.toMatchObject({ message: expect.stringContaining("privilege") });
    expect(world.record("flowmachine", "00000000-0000-4000-8000-000000000001")).toBeNull();
  });

  test("process sessions have every status and are linked", async () => {
    world.take("Flow Session Timeline Viewer");
    const sessions = (await rows(solution.groups.flatMap(({ pages }) => pages).find(({ id }) => id === "fst_sessions")?.viewId)) as readonly { cells: Record<string, unknown> }[];
    expect(sessions.map(({ cells }) => cells.statuscode).sort()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(sessions.filter(({ cells }) => cells.previouslinkedsessionid).length).toBe(2);
  });
});

test("what is shown has an address, and an address that asks for no zip is not the solution's", () => {
  const address = "?solution=A.zip,B_managed.zip&lang=de&role=Viewer&zone=UTC&now=2026-11-20T12%3A00%3A00.000Z&size=10&page=p&view=v&record=flowsession%2F1";
  const state = readState(address, ADMINISTRATOR);
  expect(state).toMatchObject({ zips: ["A.zip", "B_managed.zip"], language: "de", rows: 10, record: { table: "flowsession", id: "1" } });
  expect(state && readState(writeState(state), ADMINISTRATOR)).toEqual(state);
  for (const search of ["", "?lang=de", "?solution=", "?solution=../secret.zip", "?solution=notes.txt"]) expect(readState(search, ADMINISTRATOR)).toBeNull();
});
