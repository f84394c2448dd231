import { label, Label } from "./label";

/** The app's and its site map's unique name. */
export const APP = "fst_FlowSessionTimeline";
export const APP_NAME = label("Flow Session Timeline", "Zeitleiste der Desktopflow-Läufe");
export const APP_DESCRIPTION = label("Desktop flow runs on a timeline: what runs, what waits, what failed", "Läufe von Desktopflows auf einer Zeitleiste: was läuft, was wartet, was fehlgeschlagen ist");

/** A page of the app: a view by its key, or a table's own default list. */
export interface PageModel {
  readonly id: string;
  readonly label: Label;
  readonly icon: string;
  readonly shows: { readonly view: string } | { readonly table: string };
}

export interface GroupModel {
  readonly id: string;
  readonly label: Label;
  readonly pages: readonly PageModel[];
}

/** What one solution says about the app. Apps and site maps of several solutions are merged. */
export interface AppModel {
  readonly groups: readonly GroupModel[];
  readonly tables: readonly string[];
  /** Keys. */
  readonly views: readonly string[];
  readonly forms: readonly string[];
}

/** The start page is the first. */
export const RUNS_GROUP: GroupModel = {
  id: "fst_runs",
  label: label("Runs", "Läufe"),
  pages: [
    { id: "fst_timeline", label: label("Timeline", "Zeitleiste"), icon: "fst_timeline.svg", shows: { view: "flowsession/all" } },
    { id: "fst_open", label: label("Open now", "Jetzt offen"), icon: "fst_open.svg", shows: { view: "flowsession/open" } },
    { id: "fst_failed", label: label("Failed", "Fehlgeschlagen"), icon: "fst_failed.svg", shows: { view: "flowsession/failed" } },
    { id: "fst_mine", label: label("My runs", "Meine Läufe"), icon: "fst_mine.svg", shows: { view: "flowsession/mine" } },
  ],
};

export const MORE_GROUP: GroupModel = {
  id: "fst_more",
  label: label("Machines and sessions", "Computer und Sitzungen"),
  pages: [
    { id: "fst_machines", label: label("Machines", "Computer"), icon: "fst_machine.svg", shows: { table: "flowmachine" } },
    { id: "fst_groups", label: label("Machine groups", "Computergruppen"), icon: "fst_group.svg", shows: { table: "flowmachinegroup" } },
    { id: "fst_sessions", label: label("Sessions", "Sitzungen"), icon: "fst_session.svg", shows: { view: "processsession/all" } },
  ],
};
