import { epochMs, MINUTE } from "../base/brand";
import { guid, rowsOf } from "../domain/run.testing";
import { runAt, timelineRig, TimelineRig } from "../../tests/support/timelineRig";
import { TEST_NOW } from "../../tests/support/testClock";
import { emptyMessage } from "./emptyMessage";
import { ServerState, SourceFault, SourceFaultKind, SourceLimit } from "./ports";
import { faultText, isWindowComplete, limitText, statusFacts } from "./statusFacts";

/** Three runs of the last hours and one of a month ago. */
function rigOf(): TimelineRig {
  const rig = timelineRig({ firstLayout: "tree" });
  rig.source.show(runAt(1, 60), runAt(2, 50), runAt(3, 40, { statusCode: 8 }), runAt(4, 60 * 24 * 30));
  return rig;
}
const facts = ({ timeline }: TimelineRig): string[] => statusFacts(timeline).split(" · ");
const served = (server: Partial<ServerState>): TimelineRig => {
  const rig = rigOf();
  rig.source.serve(server);
  return rig;
};

describe("the status line's facts", () => {
  it("count the list where there is nothing else", () => {
    const rig = rigOf();
    expect(facts(rig)).toEqual(["Status_InWindow|3", "Status_Loaded|4", "Status_AsOf|12:00:00", "Status_Zone|UTC+00:00"]);
    rig.source.say({ hasMore: true });
    expect(facts(rig)[1]).toBe("Status_LoadedSoFar|4");
    rig.source.say({ total: 7000 });
    expect(facts(rig)[1]).toBe("Status_LoadedOf|4|7,000");
  });

  it.each<[string, Partial<ServerState>, string[]]>([
    ["a window that is all there", {}, ["Status_InWindow|3", "Status_AllLoaded"]],
    ["one that is read", { phase: "reading", received: 5000, expected: 7312 }, ["Status_SoFar|3", "Status_ReadingOf|5,000|7,312"]],
    ["one of which nobody knows how much it is", { phase: "reading", received: 5000, expected: null }, ["Status_SoFar|3", "Status_Reading|5,000"]],
    ["one that has more than were counted", { phase: "reading", received: 9000, expected: 7312 }, ["Status_SoFar|3", "Status_Reading|9,000"]],
    ["one that was given up", { phase: "interrupted", received: 5000, expected: 7312 }, ["Status_SoFar|3", "Status_MissingRuns|2312"]],
    ["one that was given up before it was counted", { phase: "interrupted", received: 0, expected: null }, ["Status_SoFar|3", "Status_MissingSome"]],
    ["one that is too large", { phase: "beyond", received: 0, expected: 1_234_567 }, ["Status_Beyond|1234567"]],
    ["one that is too large to count", { phase: "beyond", received: 0, expected: null }, ["Status_BeyondMany"]],
  ])("say of %s what is there", (_what, server, expected) => {
    expect(facts(served(server)).slice(0, -2)).toEqual(expected);
  });

  it("do not say that all is there before it has rows", async () => {
    const rig = served({});
    rig.clock.costPerLook = 100;
    rig.source.store.merge(rowsOf(runAt(9, 45)), "keep");
    rig.source.say({});
    expect(facts(rig).slice(0, 2)).toEqual(["Status_SoFar|3", "Status_Reading|4"]);
    await rig.clock.advance(1000);
    expect(facts(rig).slice(0, 2)).toEqual(["Status_InWindow|4", "Status_AllLoaded"]);
  });

  it("say nothing of how many before the first rows", () => {
    expect(facts(timelineRig())).toEqual(["Loading", "Status_Zone|UTC+00:00"]);
  });

  it("do not pass off the loaded runs for all where the list goes beyond the window", () => {
    const rig = served({});
    rig.timeline.view.set({ allRows: true });
    expect(facts(rig).slice(0, 2)).toEqual(["Status_ListedLoaded|4", "Status_WindowLoaded"]);
  });

  it("say what is filtered, of densities only where families are, because a text narrows none", () => {
    const rig = served({});
    rig.commands.onlyFamily("failed");
    expect(facts(rig)).toEqual(expect.arrayContaining(["Status_InWindow|1", "Status_Filtered"]));
    rig.source.serve({ phase: "beyond" });
    expect(facts(rig)).toContain("Status_Filtered");
    rig.commands.clearFilter();
    rig.commands.setText("Run");
    expect(facts(rig)).not.toContain("Status_Filtered");
  });

  it("say that hidden families are not loaded, where with them there would be too many", () => {
    const rig = served({ hidden: new Set(["ok"]) });
    rig.commands.toggleFamily("ok");
    expect(facts(rig)).toEqual(expect.arrayContaining(["Status_InWindow|1", "Status_AllLoaded", "Status_HiddenUnread"]));
    rig.source.serve({ hidden: new Set() });
    expect(facts(rig)).not.toContain("Status_HiddenUnread");
  });

  it("say what the command bar can do with the selection", () => {
    const rig = timelineRig();
    rig.source.show(runAt(1, 60), runAt(2, 50));
    rig.source.serve({});
    rig.commands.select(guid(1));
    expect(facts(rig)).toContain("Status_Selected|1");
    expect(facts(rig).some((one) => one.includes("ctionable"))).toBe(false);
  });

  it.each([[0, "Status_NotActionable"], [1, "Status_Actionable|1"]])("say so where it can act on %d of two", (actionable, expected) => {
    const rig = timelineRig({}, {}, { selection: { select: () => actionable, actionable: () => actionable } });
    rig.source.show(runAt(1, 60), runAt(2, 50));
    rig.timeline.view.set({ selected: new Set([guid(1), guid(2)]) });
    expect(facts(rig)).toEqual(expect.arrayContaining(["Status_Selected|2", expected]));
    rig.commands.open(guid(2));
    expect(rig.opened).toEqual([guid(2)]);
  });
});

describe("what keeps runs from coming", () => {
  const kinds: readonly SourceFaultKind[] = ["busy", "down", "offline", "signedOut", "forbidden", "unknown"];
  const fault = (parts: Partial<SourceFault>): SourceFault => ({ kind: "down", message: "", retryAt: null, ...parts });

  it("has words for each kind of fault, and says when the server is asked again", () => {
    const { timeline } = rigOf();
    expect(new Set(kinds.map((kind) => faultText(timeline, fault({ kind })))).size).toBe(kinds.length);
    expect(faultText(timeline, fault({ kind: "busy", retryAt: epochMs(TEST_NOW + MINUTE) }))).toBe("Fault_Busy Fault_Retry|12:01:00");
  });

  it("is said in the server's own words where it is unknown", () => {
    const { timeline } = rigOf();
    expect(faultText(timeline, fault({ kind: "unknown", message: "Generic SQL error" }))).toBe("Fault_Unknown Generic SQL error");
    expect(faultText(timeline, fault({ kind: "down", message: "<html>" }))).toBe("Fault_Down");
  });

  it("has words for each limit, where the list does not have everything", () => {
    const rig = rigOf();
    const limits: readonly SourceLimit[] = ["noAnswer", "offline", "noWebApi", "forbidden", "viewUnreadable", "parentUnknown", "hiddenFilter", "noTimes"];
    const texts = limits.map((limit) => {
      rig.source.say({ limit, hasMore: true });
      return limitText(rig.timeline);
    });
    expect(new Set(texts).size).toBe(limits.length);
    expect(texts).not.toContain("");
    rig.source.say({ hasMore: false });
    expect(limitText(rig.timeline)).toBe("");
  });
});

describe("an empty chart", () => {
  const said = ({ timeline }: TimelineRig): readonly string[] => {
    const message = emptyMessage(timeline);
    return message.kind === "said" ? [message.text.split("|")[0], message.action] : [message.kind];
  };
  /** Rows of a window in which nothing is loaded. */
  const emptyWindow = (server: Partial<ServerState> | null, hasMore = false): TimelineRig => {
    const rig = rigOf();
    rig.source.say({ hasMore });
    if (server) rig.source.serve(server);
    rig.timeline.setWindow({ fromMs: epochMs(TEST_NOW - 1000 * MINUTE), toMs: epochMs(TEST_NOW - 900 * MINUTE) }, true);
    return rig;
  };

  it.each<[string, Partial<ServerState> | null, boolean, string[]]>([
    ["nothing while there are rows to come", { phase: "reading" }, false, ["reading"]],
    ["that there is none, where that is known", {}, false, ["Message_EmptyWindow", "goToLatest"]],
    ["that none is loaded, where the list has more", null, true, ["Message_NoneLoaded", "goToLatest"]],
    ["that there is none, where the list is all", null, false, ["Message_EmptyWindow", "goToLatest"]],
    ["that it was not read, where reading ended early", { phase: "interrupted" }, false, ["Message_NoneRead", "refresh"]],
    ["nothing where densities stand for rows", { phase: "beyond" }, false, ["rows"]],
  ])("says %s", (_what, server, hasMore, expected) => {
    expect(said(emptyWindow(server, hasMore))).toEqual(expected);
  });

  it("is not said to be empty before what has come has rows", async () => {
    const rig = emptyWindow({});
    rig.clock.costPerLook = 100;
    rig.source.store.merge(rowsOf(runAt(9, 950)), "keep");
    rig.source.say({});
    expect(said(rig)).toEqual(["reading"]);
    await rig.clock.advance(1000);
    expect(said(rig)).toEqual(["rows"]);
  });

  it("is the view's only where nothing was ever read", () => {
    const rig = timelineRig();
    expect(said(rig)).toEqual(["loading"]);
    rig.source.show();
    expect(said(rig)).toEqual(["Message_Empty", "refresh"]);
    const evicted = emptyWindow({});
    evicted.source.show();
    evicted.source.serve({});
    expect(said(evicted)).toEqual(["Message_EmptyWindow", "goToLatest"]);
  });

  it("says of what nothing matches", () => {
    const all = emptyWindow(null);
    all.commands.setText("Run 1");
    expect(said(all)).toEqual(["Message_MatchElsewhere", "goToLatest"]);
    const some = emptyWindow({});
    some.commands.setText("Run 1");
    expect(said(some)).toEqual(["Message_MatchLoaded", "goToLatest"]);
    some.commands.setText("nothing of the kind");
    expect(said(some)).toEqual(["Message_NoMatchHere", "clearFilter"]);
    all.commands.setText("nothing of the kind");
    expect(said(all)).toEqual(["Message_NoMatch", "clearFilter"]);
  });

  it("counts nothing where the first rows failed to come", () => {
    const rig = timelineRig();
    rig.source.say({ phase: "failed", busy: false, message: "Too busy" });
    expect(statusFacts(rig.timeline)).toMatch(/^Status_Zone/);
  });

  it("is known to be empty only when the window is complete", () => {
    expect([{}, { phase: "reading" }, { phase: "interrupted" }, { phase: "beyond" }].map((server) => isWindowComplete(served(server as Partial<ServerState>).timeline))).toEqual([true, false, false, false]);
  });
});
