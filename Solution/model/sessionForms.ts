import { field, FormModel, SectionModel, TabModel } from "./form";
import { label } from "./label";

const NAME = field("name", label("Name", "Name"));
const STATUS = field("statuscode", label("Status", "Status"));
const OWNER = field("ownerid", label("Owner", "Besitzer"));
const CREATED = field("createdon", label("Created", "Erstellt"));
const MODIFIED = field("modifiedon", label("Modified", "Geändert"));
const DESCRIPTION = field("description", label("Description", "Beschreibung"), 3);

const summary = (...columns: readonly SectionModel[]): TabModel => ({ key: "summary", label: label("Summary", "Zusammenfassung"), columns: columns.map((section) => [section]) });

const timeline = (section: SectionModel): TabModel => ({ key: "timeline", label: label("Timeline", "Zeitleiste"), columns: [[section]] });

/** The runs of a machine or a group, in lanes: what held it, and when it was free. */
function runsBy(relationship: string): TabModel {
  return timeline({
    key: "runs", label: label("Runs", "Läufe"),
    content: { key: "runs", relationship, target: "flowsession", view: "flowsession/related", timeline: { firstWindow: "hours24", firstLayout: "machine" } },
  });
}

const MACHINE_FORM: FormModel = {
  key: "flowmachine/machine",
  table: "flowmachine",
  name: label("Machine (Timeline)", "Computer (Zeitleiste)"),
  description: label("A machine with its runs on a timeline", "Ein Computer mit seinen Läufen auf einer Zeitleiste"),
  tabs: [
    runsBy("flowmachine_flowsession_MachineId"),
    summary(
      {
        key: "machine", label: label("Machine", "Computer"),
        content: [NAME, STATUS, field("flowmachinegroupid", label("Machine group", "Computergruppe")), field("hostingtype", label("Hosting", "Bereitstellung")), DESCRIPTION, OWNER],
      },
      {
        key: "state", label: label("State", "Zustand"),
        content: [field("sessioncapacity", label("Sessions at once", "Gleichzeitige Sitzungen")), field("agentversion", label("Version", "Version")), field("lastheartbeatdate", label("Last heartbeat", "Letztes Lebenszeichen")), CREATED, MODIFIED],
      },
    ),
  ],
};

const MACHINE_GROUP_FORM: FormModel = {
  key: "flowmachinegroup/group",
  table: "flowmachinegroup",
  name: label("Machine Group (Timeline)", "Computergruppe (Zeitleiste)"),
  description: label("A machine group with its runs on a timeline", "Eine Computergruppe mit ihren Läufen auf einer Zeitleiste"),
  tabs: [
    runsBy("flowmachinegroup_flowsession_MachineGroupId"),
    summary(
      { key: "group", label: label("Machine group", "Computergruppe"), content: [NAME, STATUS, DESCRIPTION, OWNER] },
      { key: "times", label: label("Times", "Zeiten"), content: [CREATED, MODIFIED] },
    ),
  ],
};

/** Process, owner and record of a session are not valid for forms: the list has them. */
const SESSION_FORM: FormModel = {
  key: "processsession/session",
  table: "processsession",
  name: label("Session (Timeline)", "Sitzung (Zeitleiste)"),
  description: label("A process session and the sessions that follow it on a timeline", "Eine Prozesssitzung und die auf sie folgenden auf einer Zeitleiste"),
  tabs: [
    summary(
      {
        key: "session", label: label("Session", "Sitzung"), content: [
          NAME, STATUS,
          field("activityname", label("Activity", "Aktivität")),
          field("stepname", label("Step", "Schritt")),
          field("errorcode", label("Error code", "Fehlercode")),
          field("previouslinkedsessionid", label("Session before", "Vorige Sitzung")),
          field("nextlinkedsessionid", label("Session after", "Folgende Sitzung")),
        ],
      },
      {
        key: "times", label: label("Times", "Zeiten"), content: [
          CREATED,
          field("startedon", label("Started", "Gestartet")),
          field("executedon", label("Executed", "Ausgeführt")),
          field("completedon", label("Completed", "Abgeschlossen")),
          field("canceledon", label("Canceled", "Abgebrochen")),
          MODIFIED,
        ],
      },
    ),
    timeline({
      key: "linked", label: label("Sessions that follow this one", "Sitzungen, die auf diese folgen"),
      content: { key: "linked", relationship: "lk_processsession_previouslinkedsessionid", target: "processsession", view: "processsession/linked", timeline: { firstWindow: "all", firstLayout: "tree" } },
    }),
  ],
};

export const SESSION_FORMS: readonly FormModel[] = [MACHINE_FORM, MACHINE_GROUP_FORM, SESSION_FORM];
