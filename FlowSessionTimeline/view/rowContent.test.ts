import { aRun, guid } from "../domain/run.testing";
import { ago, childOf, onMachine, runAt, timelineRig, TimelineRig } from "../../tests/support/timelineRig";
import { TEST_NOW } from "../../tests/support/testClock";
import { rowContent } from "./rowContent";
import { RowContent } from "./rowElement";

function contents({ timeline }: TimelineRig): RowContent[] {
  const { derived } = timeline;
  if (!derived) throw new Error("there are no rows");
  return [...Array(derived.rows.count).keys()].map((row) => rowContent(timeline, derived, row, TEST_NOW));
}

describe("what a row shows", () => {
  it("is a run's name, machine, duration and family, and its place in the tree", () => {
    const rig = timelineRig();
    rig.source.show(runAt(1, 60, onMachine("VM-1")), runAt(2, 55, { ...childOf(1), statusCode: 8 }), runAt(3, 54, childOf(1)));
    const [parent, child] = contents(rig);
    expect(parent).toMatchObject({ label: "Run 1", secondary: "VM-1", trailing: "Short_Minutes|10", mark: "ok", level: 1, expanded: true, rowIndex: 1, positionInSet: 1, setSize: 1, selected: false });
    expect(child).toMatchObject({ label: "Run 2", mark: "failed", level: 2, expanded: null, rowIndex: 2, positionInSet: 1, setSize: 2 });
  });

  it("follows selection, collapse and filter", () => {
    const rig = timelineRig();
    rig.source.show(runAt(1, 60), runAt(2, 55, { ...childOf(1), statusCode: 8 }));
    rig.commands.select(guid(2));
    rig.commands.onlyFamily("failed");
    expect(contents(rig).map(({ selected, dimmed }) => [selected, dimmed])).toEqual([[false, true], [true, false]]);
    rig.commands.toggle(guid(1));
    expect(contents(rig).map(({ expanded }) => expanded)).toEqual([false]);
  });

  it("says of a parent that is not loaded which it is and how many runs it has", () => {
    const rig = timelineRig();
    rig.source.show(runAt(1, 60, childOf(99)), runAt(2, 55, childOf(99)));
    expect(contents(rig)[0]).toMatchObject({ mark: "ghost", label: "Row_Ghost", spoken: `Row_Ghost, ${guid(99)}, Runs|2`, expanded: true });
  });

  it("says of a track how many runs and failures it has in the window and how long it was busy", () => {
    const rig = timelineRig({ firstLayout: "machine" });
    rig.source.show(runAt(1, 60, onMachine("VM-1")), runAt(2, 55, { ...onMachine("VM-1"), statusCode: 8 }), runAt(3, 50));
    const [track, lanes, none] = contents(rig);
    expect(track).toMatchObject({ label: "VM-1", spoken: "VM-1, Runs|2, Failures|1, Track_Busy|Short_Minutes|15", trailing: "Runs|2", secondary: "Failures|1", mark: "track" });
    expect(lanes).toMatchObject({ mark: "lanes", level: 2, label: "", spoken: "Row_Lanes|VM-1|Runs|2" });
    expect(none).toMatchObject({ label: "Track_None" });
  });

  it("says that a track's runs are those loaded, while some of the window are not", () => {
    const rig = timelineRig({ firstLayout: "machine" });
    rig.source.show(runAt(1, 60, onMachine("VM-1")));
    const said = [{}, { phase: "reading" as const }, { phase: "interrupted" as const }].map((server) => {
      rig.source.serve(server);
      return contents(rig)[0].trailing;
    });
    expect(said).toEqual(["Runs|1", "Runs_Loaded|1", "Runs_Loaded|1"]);
  });

  it("names a track of a status by the status", () => {
    const rig = timelineRig({ firstLayout: "status" });
    rig.source.show(runAt(1, 60, { statusCode: 8 }), aRun(guid(2), { startedOn: ago(5), statusCode: 77 }));
    expect(contents(rig).filter(({ mark }) => mark === "track").map(({ label }) => label)).toEqual(["Status_Failed", "Status_Unknown|77"]);
  });
});
