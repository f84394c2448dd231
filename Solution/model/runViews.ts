import { all, firstOf, is } from "./filter";
import { label, Label } from "./label";
import { TimelineInputs, ViewModel } from "./view";

/** Columns of every role, so that the list is good also where the control is switched off. */
const RUN_COLUMNS = {
  name: 200, statuscode: 110, startedon: 140, completedon: 140, regardingobjectid: 180, machineid: 140, machinegroupid: 140,
  parentdesktopflowrunid: 180, runmode: 110, triggertype: 130, ownerid: 140, errorcode: 150, errormessage: 300, errorinnererror: 300,
  createdon: 140, modifiedon: 140, sessionusername: 150, runsessionmode: 130, subcategory: 110,
};

/** Paused, running, waiting, suspended. */
const OPEN = [1, 2, 3, 6];
/** Failed, faulted, timed out. */
const FAILED = [8, 9, 10];
const TEST = 1;
const LONG_HOURS = 4;

const isOpen = all(is("statuscode", "in", ...OPEN), is("completedon", "null"));

function view(key: string, name: Label, description: Label, filter: ViewModel["filter"], timeline: TimelineInputs): ViewModel {
  return { key: `flowsession/${key}`, table: "flowsession", name, description, filter, newestBy: "createdon", columns: RUN_COLUMNS, timeline };
}

/**
 * Views of desktop flow runs. Nearly all failures have no start: each view that asks for a time takes the run's next best one, an end or
 * its creation.
 */
export const RUN_VIEWS: readonly ViewModel[] = [
  view("all", label("All Runs (Timeline)", "Alle Läufe (Zeitleiste)"),
    label("All desktop flow runs on a timeline, newest first", "Alle Läufe von Desktopflows auf einer Zeitleiste, neueste zuerst"),
    null, { firstWindow: "hours24", firstLayout: "auto" }),
  view("open", label("Open Now (Timeline)", "Jetzt offen (Zeitleiste)"),
    label("Runs that wait or run now, on a timeline", "Läufe, die jetzt warten oder laufen, auf einer Zeitleiste"),
    isOpen, { firstWindow: "auto", firstLayout: "auto" }),
  view("failed", label("Failed in the Last 7 Days (Timeline)", "In den letzten 7 Tagen fehlgeschlagen (Zeitleiste)"),
    label("Runs that failed or timed out in the last 7 days, on a timeline", "Läufe, die in den letzten 7 Tagen fehlgeschlagen sind oder zu lange dauerten, auf einer Zeitleiste"),
    all(is("statuscode", "in", ...FAILED), firstOf(["completedon", "startedon", "createdon"], (time) => is(time, "last-x-days", 7))),
    { firstWindow: "days7", firstLayout: "auto" }),
  view("today", label("Started Today (Timeline)", "Heute gestartet (Zeitleiste)"),
    label("Runs that started today, and those of today that never started, on a timeline", "Heute gestartete Läufe und die von heute, die nie gestartet sind, auf einer Zeitleiste"),
    firstOf(["startedon", "completedon", "createdon"], (time) => is(time, "today")), { firstWindow: "hours24", firstLayout: "auto" }),
  view("long", label("Open for More than 4 Hours (Timeline)", "Länger als 4 Stunden offen (Zeitleiste)"),
    label("Runs that have waited or run for more than 4 hours and have not ended, on a timeline", "Läufe, die seit mehr als 4 Stunden warten oder laufen, auf einer Zeitleiste"),
    all(isOpen, firstOf(["startedon", "createdon"], (time) => is(time, "olderthan-x-hours", LONG_HOURS))), { firstWindow: "all", firstLayout: "auto" }),
  view("test", label("Test Runs (Timeline)", "Testläufe (Zeitleiste)"),
    label("Runs of the category Test, on a timeline", "Läufe der Kategorie Test, auf einer Zeitleiste"),
    all(is("subcategory", "eq", TEST)), { firstWindow: "auto", firstLayout: "auto" }),
  view("mine", label("My Runs (Timeline)", "Meine Läufe (Zeitleiste)"),
    label("Runs that belong to you, on a timeline", "Läufe, die Ihnen gehören, auf einer Zeitleiste"),
    all(is("ownerid", "eq-userid")), { firstWindow: "auto", firstLayout: "auto" }),
  view("roots", label("Root Runs (Timeline)", "Läufe ohne Auslöserlauf (Zeitleiste)"),
    label("Runs that no other desktop flow run started, on a timeline", "Läufe, die kein anderer Desktopflow-Lauf gestartet hat, auf einer Zeitleiste"),
    all(is("parentdesktopflowrunid", "null")), { firstWindow: "auto", firstLayout: "auto" }),
  view("related", label("Related Runs (Timeline)", "Zugehörige Läufe (Zeitleiste)"),
    label("Runs of a record, for lists in forms", "Läufe eines Datensatzes, für Listen in Formularen"),
    null, { firstWindow: "all", firstLayout: "auto" }),
];

/** What hangs on a run, as plain lists. */
export const RUN_DETAIL_VIEWS: readonly ViewModel[] = [
  {
    key: "flowsessionbinary/artifacts", table: "flowsessionbinary", name: label("Artifacts of a Run", "Artefakte eines Laufs"),
    description: label("Files that a run left, newest first", "Dateien, die ein Lauf hinterlassen hat, neueste zuerst"),
    filter: null, newestBy: "createdon", columns: { name: 260, type: 140, mimetype: 140, createdon: 140 }, timeline: null,
  },
  {
    key: "flowlog/actions", table: "flowlog", name: label("Log of a Run", "Protokoll eines Laufs"),
    description: label("Log entries of a run, newest first", "Protokolleinträge eines Laufs, neueste zuerst"),
    filter: null, newestBy: "createdon", columns: { name: 300, level: 100, type: 200, duration: 100, createdon: 140 }, timeline: null,
  },
];
