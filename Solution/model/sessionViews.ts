import { all, firstOf, is } from "./filter";
import { label, Label } from "./label";
import { TimelineInputs, ViewModel } from "./view";

const SESSION_COLUMNS = {
  name: 220, statuscode: 110, startedon: 140, executedon: 140, completedon: 140, canceledon: 140, processid: 180,
  previouslinkedsessionid: 180, ownerid: 140, errorcode: 100, createdon: 140, modifiedon: 140,
};

/** Not started, in progress, paused. */
const OPEN = [1, 2, 3];
const FAILED = 6;

function view(key: string, name: Label, description: Label, filter: ViewModel["filter"], timeline: TimelineInputs): ViewModel {
  return { key: `processsession/${key}`, table: "processsession", name, description, filter, newestBy: "createdon", columns: SESSION_COLUMNS, timeline };
}

/** Views of process sessions. */
export const SESSION_VIEWS: readonly ViewModel[] = [
  view("all", label("All Sessions (Timeline)", "Alle Sitzungen (Zeitleiste)"),
    label("All process sessions on a timeline, newest first", "Alle Prozesssitzungen auf einer Zeitleiste, neueste zuerst"),
    null, { firstWindow: "auto", firstLayout: "tree" }),
  view("open", label("Open Sessions (Timeline)", "Offene Sitzungen (Zeitleiste)"),
    label("Process sessions that have not ended, on a timeline", "Prozesssitzungen, die nicht beendet sind, auf einer Zeitleiste"),
    all(is("statuscode", "in", ...OPEN), is("completedon", "null"), is("canceledon", "null")), { firstWindow: "all", firstLayout: "tree" }),
  view("failed", label("Sessions Failed in the Last 7 Days (Timeline)", "In den letzten 7 Tagen fehlgeschlagene Sitzungen (Zeitleiste)"),
    label("Process sessions that failed in the last 7 days, on a timeline", "Prozesssitzungen, die in den letzten 7 Tagen fehlgeschlagen sind, auf einer Zeitleiste"),
    all(is("statuscode", "eq", FAILED), firstOf(["completedon", "startedon", "createdon"], (time) => is(time, "last-x-days", 7))),
    { firstWindow: "days7", firstLayout: "tree" }),
  view("linked", label("Linked Sessions (Timeline)", "Verknüpfte Sitzungen (Zeitleiste)"),
    label("Sessions of a record, for lists in forms", "Sitzungen eines Datensatzes, für Listen in Formularen"),
    null, { firstWindow: "all", firstLayout: "tree" }),
];
