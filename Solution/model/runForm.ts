import { field, FormModel } from "./form";
import { label } from "./label";

/** A run: its times, what it ran and where, why it failed, its child runs on the timeline, its artifacts and its log. */
export const RUN_FORM: FormModel = {
  key: "flowsession/run",
  table: "flowsession",
  name: label("Run (Timeline)", "Lauf (Zeitleiste)"),
  description: label("A desktop flow run: times, status, machine, error, and its child runs on a timeline", "Ein Lauf eines Desktopflows: Zeiten, Status, Computer, Fehler und seine untergeordneten Läufe auf einer Zeitleiste"),
  tabs: [
    {
      key: "summary",
      label: label("Summary", "Zusammenfassung"),
      columns: [
        [
          {
            key: "run", label: label("Run", "Lauf"), content: [
              field("name", label("Name", "Name")),
              field("regardingobjectid", label("Desktop flow", "Desktopflow")),
              field("statuscode", label("Status", "Status")),
              field("parentdesktopflowrunid", label("Parent run", "Übergeordneter Lauf")),
              field("runmode", label("Run mode", "Ausführungsmodus")),
              field("triggertype", label("Trigger", "Auslöser")),
              field("subcategory", label("Category", "Kategorie")),
              field("ownerid", label("Owner", "Besitzer")),
            ],
          },
          {
            key: "times", label: label("Times", "Zeiten"), content: [
              field("createdon", label("Created", "Erstellt")),
              field("startedon", label("Started", "Gestartet")),
              field("completedon", label("Completed", "Abgeschlossen")),
              field("modifiedon", label("Modified", "Geändert")),
            ],
          },
        ],
        [
          {
            key: "error", label: label("Error", "Fehler"), content: [
              field("errorcode", label("Code", "Code")),
              field("errormessage", label("Message", "Meldung"), 4),
              field("errorinnererror", label("Inner error", "Innerer Fehler"), 4),
            ],
          },
          {
            key: "machine", label: label("Machine", "Computer"), content: [
              field("machineid", label("Machine", "Computer")),
              field("machinegroupid", label("Machine group", "Computergruppe")),
              field("sessionusername", label("User", "Benutzer")),
              field("runsessionmode", label("Session", "Sitzung")),
            ],
          },
        ],
      ],
    },
    {
      key: "timeline",
      label: label("Timeline", "Zeitleiste"),
      columns: [[{
        key: "childRuns", label: label("Child runs", "Untergeordnete Läufe"),
        content: { key: "childRuns", relationship: "flowsession_flowsession_parentdesktopflowrunid", target: "flowsession", view: "flowsession/related", timeline: { firstWindow: "all", firstLayout: "tree" } },
      }]],
    },
    {
      key: "artifacts",
      label: label("Artifacts", "Artefakte"),
      columns: [[{
        key: "files", label: label("Files that the run left", "Dateien, die der Lauf hinterlassen hat"),
        content: { key: "artifacts", relationship: "flowsession_flowsessionbinary_FlowSessionId", target: "flowsessionbinary", view: "flowsessionbinary/artifacts", timeline: null },
      }]],
    },
    {
      key: "log",
      label: label("Log", "Protokoll"),
      columns: [[{
        key: "actions",
        label: label("Empty unless logs V2 are on and a cloud flow started the run", "Leer, wenn Protokolle V2 nicht eingeschaltet sind oder kein Cloudflow den Lauf gestartet hat"),
        content: { key: "log", relationship: "flowsession_flowlog_parentobjectid", target: "flowlog", view: "flowlog/actions", timeline: null },
      }]],
    },
  ],
};
