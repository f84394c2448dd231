import { AppModel, MORE_GROUP, RUNS_GROUP } from "./app";
import { FormModel } from "./form";
import { RUN_FORM } from "./runForm";
import { RUN_DETAIL_VIEWS, RUN_VIEWS } from "./runViews";
import { SESSION_FORMS } from "./sessionForms";
import { SESSION_VIEWS } from "./sessionViews";
import { ViewModel } from "./view";

/** What is generated into the sources of one solution. */
export interface SolutionModel {
  readonly name: string;
  readonly views: readonly ViewModel[];
  readonly forms: readonly FormModel[];
  readonly app: AppModel | null;
}

const keys = (list: readonly { readonly key: string }[]): string[] => list.map(({ key }) => key);

export const SOLUTIONS: readonly SolutionModel[] = [
  {
    name: "FlowSessionTimeline",
    views: [...RUN_VIEWS, ...RUN_DETAIL_VIEWS],
    forms: [RUN_FORM],
    app: { groups: [RUNS_GROUP], tables: ["flowsession", "flowsessionbinary", "flowlog"], views: keys(RUN_VIEWS), forms: [RUN_FORM.key] },
  },
  { name: "FlowSessionTimeline_Control", views: [], forms: [], app: null },
  {
    name: "FlowSessionTimeline_Sessions",
    views: SESSION_VIEWS,
    forms: SESSION_FORMS,
    // The groups of the solution below are repeated, so that the order is right whichever way the layers are merged.
    app: { groups: [RUNS_GROUP, MORE_GROUP], tables: ["flowmachine", "flowmachinegroup", "processsession"], views: keys(SESSION_VIEWS), forms: keys(SESSION_FORMS) },
  },
];
