import { Result, fail, ok } from "../../base/result";
import { bindColumns } from "../columnBinding";
import { TableProfile } from "../../domain/tableProfile";
import { IInputs } from "../../generated/ManifestTypes";
import { SourceLimit } from "../../view/ports";
import { Fault } from "./contract";
import { FetchClient } from "./fetchClient";
import { formRecordOf, metadataOf } from "./hostAccess";
import { ListFacts } from "./listFacts";
import { attributesOf, parentCandidates, primaryIdOf, resolveParent } from "./parentColumn";
import { columnsOf, RecordColumns } from "./recordColumns";
import { placingColumns } from "./runTimes";
import { readViewQuestion, ViewQuestion, withParent } from "./viewQuestion";
import { readViewXml } from "./viewXml";

type Context = ComponentFramework.Context<IInputs>;

/** What may be asked in place of the list, the likeliest first; and the columns that the table really has. */
export interface OpenQuestion {
  readonly candidates: readonly ViewQuestion[];
  readonly columns: RecordColumns;
}

/** Why a question cannot be asked: never with this host, or not now. */
export type Refusal = { readonly limit: SourceLimit } | { readonly fault: Fault };

/** Roles of the table's own columns: those that the maker mapped, else the profile's. A column of another table has no place in the question. */
export function mappedProfile(profile: TableProfile, available: readonly ComponentFramework.PropertyHelper.DataSetApi.Column[]): TableProfile {
  const mapped = [...bindColumns(available, profile).columns].filter(([, name]) => !name.includes("."));
  return { ...profile, columns: { ...profile.columns, ...Object.fromEntries(mapped) } };
}

/** Reads the view and the table's description at once, then what of the question is hidden. @param list resolves when the first page has come */
export async function openQuestion(
  context: () => Context, client: FetchClient, profile: TableProfile, list: () => Promise<ListFacts>, signal: AbortSignal
): Promise<Result<OpenQuestion, Refusal>> {
  const { parameters } = context();
  const table = parameters.sessions.getTargetEntityType();
  const form = formRecordOf(context());
  const [xml, metadata, facts] = await Promise.all([
    readViewXml(client, parameters.sessions.getViewId(), signal),
    metadataOf(context(), table, Object.values(profile.columns)),
    list(),
  ]);
  if (!xml.ok) return fail(xml.error);
  const primaryId = primaryIdOf(metadata, table);
  const view = readViewQuestion(xml.value, table, primaryId);
  if (!view.ok) return fail({ limit: "viewUnreadable" });
  const whole = mappedProfile(profile, context().parameters.sessions.columns);
  const columns = columnsOf(whole, primaryId, attributesOf(metadata), { withDetails: true });
  if (placingColumns(columns).length === 0) return fail({ limit: "noTimes" });
  if (!form) return ok({ candidates: [view.value], columns });
  const links = parentCandidates(metadata, form.table);
  const parent = resolveParent({ candidates: links, parentId: form.id, ...facts });
  const isCounted = facts.total !== null;
  const related = parent !== null ? [parent] : isCounted ? links : [];
  // A grid on a form may also show all rows, whatever the form's record: where the list is counted, the counts tell which it is.
  const candidates = [...related.map((column) => withParent(view.value, column, form.id)), ...(isCounted ? [view.value] : [])];
  return candidates.length > 0 ? ok({ candidates, columns }) : fail({ limit: "parentUnknown" });
}
