/** All that the demo asks a real Dataverse. The page builds its questions from here, and the local server forwards nothing else. */

/** Where the local server takes questions; behind it stands an address below `API`. */
export const ORG_ROUTE = "/org/";
export const API = "/api/data/v9.2/";

export const TABLE = "flowsession";
export const ENTITY_SET = "flowsessions";

/** Columns that hold secrets, or may: they are not read, whatever a view has. */
export const SECRET_COLUMNS: readonly string[] = ["credentials", "callbackurl", "connectionid", "context", "sessionusersid", "inputs", "outputs", "additionalcontext"];

/** A path below `API`, and its query options as they are meant, not encoded. */
export interface OrgQuestion { readonly path: string; readonly options: Readonly<Record<string, string>> }

export type ViewKind = "savedquery" | "userquery";
export const viewSets: Readonly<Record<ViewKind, string>> = { savedquery: "savedqueries", userquery: "userqueries" };
/** Columns of a view that may be asked for, beside its id. */
export const VIEW_COLUMNS = ["name", "fetchxml", "layoutxml", "returnedtypecode"] as const;

const definition = `EntityDefinitions(LogicalName='${TABLE}')`;
const casts = { Picklist: "OptionSet($select=Options),GlobalOptionSet($select=Options)", State: "OptionSet($select=Options)", Status: "OptionSet($select=Options)", Boolean: "OptionSet($select=TrueOption,FalseOption)" };

/** The questions that are always the same. */
export const fixedQuestions = {
  whoAmI: { path: "WhoAmI", options: {} },
  table: {
    path: definition,
    options: {
      $select: "LogicalName,EntitySetName,PrimaryIdAttribute,PrimaryNameAttribute,IsCustomizable,CanCreateForms,CanCreateViews",
      $expand: "Attributes($select=LogicalName,AttributeType,AttributeOf,DisplayName),ManyToOneRelationships($select=SchemaName,ReferencingAttribute,ReferencedEntity,ReferencedAttribute)",
    },
  },
  targets: { path: `${definition}/Attributes/Microsoft.Dynamics.CRM.LookupAttributeMetadata`, options: { $select: "LogicalName,Targets" } },
  picklists: choicesOf("Picklist"), states: choicesOf("State"), statuses: choicesOf("Status"), booleans: choicesOf("Boolean"),
  // Views that are switched on: those of lists, and those of related rows on a form.
  views: { path: viewSets.savedquery, options: { $select: "savedqueryid,name,fetchxml,layoutxml,isdefault,querytype", $filter: `returnedtypecode eq '${TABLE}' and statecode eq 0 and (querytype eq 0 or querytype eq 2)` } },
  ownViews: { path: viewSets.userquery, options: { $select: "userqueryid,name,fetchxml,layoutxml", $filter: `returnedtypecode eq '${TABLE}' and statecode eq 0` } },
} as const satisfies Readonly<Record<string, OrgQuestion>>;

function choicesOf(type: keyof typeof casts): OrgQuestion {
  return { path: `${definition}/Attributes/Microsoft.Dynamics.CRM.${type}AttributeMetadata`, options: { $select: "LogicalName", $expand: casts[type] } };
}

/** @param id a lower-case GUID. */
export const viewQuestion = (kind: ViewKind, id: string, columns: readonly string[]): OrgQuestion => ({ path: `${viewSets[kind]}(${id})`, options: { $select: columns.join(",") } });

export const rowsQuestion = (fetchXml: string): OrgQuestion => ({ path: ENTITY_SET, options: { fetchXml } });

/** As it stands in an address. The names of options have nothing to encode, and some servers want their `$` as it is. */
export function addressOf({ path, options }: OrgQuestion): string {
  const written = Object.entries(options).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return written.length === 0 ? path : `${path}?${written.join("&")}`;
}
