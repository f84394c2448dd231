/** What the page has to know of a real Dataverse before it can show anything. */
import type { Backend, ServerError } from "../../emulator";
import { isServerError } from "../../emulator/server/httpErrors";
import { viewIds } from "../data/storedViews";
import { OrgClient, textIn, type Send } from "./client";
import { orgBackend } from "./orgBackend";
import { fixedQuestions, TABLE } from "./questions";
import { readTable, type Acceptance, type OrgTable } from "./tableReader";
import { readViews, usesSecretColumn, type OrgView } from "./viewReader";

export interface OrgEnvironment {
  /** Lower-case GUID. */
  readonly userId: string;
  readonly table: OrgTable;
  /** At least one of them is a list's. */
  readonly views: readonly OrgView[];
  readonly backend: Backend;
}

/** No view of the environment: what the app around the control asks with, newest first. */
const everyRun: OrgView = {
  kind: "savedquery", use: "list", view: { id: viewIds.all, name: "", columns: [] },
  fetchXml: `<fetch><entity name="${TABLE}"><order attribute="createdon" descending="true"/></entity></fetch>`,
};

/** @throws Error with a sentence that says what is in the way. */
export async function readEnvironment(send: Send): Promise<OrgEnvironment> {
  const client = new OrgClient(send);
  try {
    const [{ json: who }, table] = await Promise.all([client.get(fixedQuestions.whoAmI), readTable(client)]);
    const views = (await readViews(client, table.definition)).filter(({ fetchXml }) => !usesSecretColumn(fetchXml));
    if (!views.some(({ use }) => use === "list")) throw new Error("The table flowsession has no view that this user may read.");
    return { userId: textIn(who.UserId).toLowerCase(), table, views, backend: orgBackend(client, table, [...views, everyRun]) };
  } catch (error) {
    throw isServerError(error) ? new Error(sentenceOf(error)) : error;
  }
}

const sentenceOf = ({ message, httpStatus }: ServerError): string => (httpStatus === undefined ? "The demo's local server does not answer." : message);

/** What an administrator wants to know before importing the solution, as sentences. */
export function acceptanceText({ customisation, views, forms }: Acceptance): string {
  if (customisation === null || views === null || forms === null) return "The environment does not say whether the table Flow Session accepts views and forms.";
  if (!customisation) return "The table Flow Session may not be customised here: import FlowSessionTimeline_Control alone.";
  if (views && forms) return "The table Flow Session accepts views and forms: the solution can bring both.";
  const [taken, refused] = views ? ["views", "forms"] : ["forms", "views"];
  return views || forms
    ? `The table Flow Session accepts ${taken} but no ${refused}: import FlowSessionTimeline_Control alone.`
    : "The table Flow Session accepts neither views nor forms: import FlowSessionTimeline_Control alone.";
}
