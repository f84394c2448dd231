import { Element } from "@xmldom/xmldom";
import { TableReference } from "../model/platformTable";
import { descendantsOf, textAt } from "../pack/xml";
import { NATIVE_GRID } from "./bindingRules";
import { Finding, findingAt } from "./finding";
import { PackedTable, PackedZip } from "./packedZip";
import { CheckContext, Rule, withBase } from "./rule";
import { SECRET_COLUMNS } from "./secretColumns";

const LOOKUP = "{270BD3DB-D9AF-4782-9025-509E298DEC0A}";
/** Column type to the classid of the native control that shows it, as real forms write them (their case varies). */
const CLASS_IDS: Readonly<Record<string, string>> = {
  String: "{4273EDBD-AC1D-40D3-9FB2-095C621B552D}",
  Memo: "{E0DECE4B-6FC8-4A8F-A065-082708572369}",
  Integer: "{C6D124CA-7EDA-4A60-AEA9-7FB8D318B68F}",
  DateTime: "{5B773807-9FB2-42DB-97C3-7A91EFF8ADFF}",
  Lookup: LOOKUP,
  Owner: LOOKUP,
  Picklist: "{3EF39988-22BB-4F0B-BBBE-64B5A3748AEE}",
  Status: "{5D68B988-0661-4DB2-BC3E-17598AD3BE6C}",
};

/** Each field of a form is a column of the table, allowed on forms, in the control for its type. */
const fields: Rule = function* (zip, context) {
  for (const table of zip.tables) {
    const reference = context.tables.get(table.name);
    if (!reference) {
      yield findingAt(table.entity, "table.known", `Nothing is known of the table ${table.name}: describe it in Solution/model/platformTable.ts.`);
      continue;
    }
    for (const control of table.forms.flatMap((form) => descendantsOf(form, "control"))) {
      if (control.hasAttribute("datafieldname")) yield* field(control, reference);
    }
  }
};

function* field(control: Element, reference: TableReference): Iterable<Finding> {
  const name = control.getAttribute("datafieldname") ?? "";
  const column = reference.columns.get(name);
  if (SECRET_COLUMNS.includes(name)) yield findingAt(control, "form.secret", `${name} may hold secrets: no form shows it.`);
  if (!column) yield findingAt(control, "form.columnExists", `The table has no column ${name}.`);
  else if (!column.validForForm) yield findingAt(control, "form.columnValid", `${name} is not valid for forms.`);
  else if (control.getAttribute("classid")?.toUpperCase() !== CLASS_IDS[column.type]) yield findingAt(control, "form.classId", `${name} is a ${column.type}: its control must be ${CLASS_IDS[column.type] ?? "one that this check does not know"}.`);
}

/** The table's first form and the one for people without any other stay the platform's. */
const afterPlatforms: Rule = function* (zip) {
  for (const form of zip.tables.flatMap((table) => table.forms)) {
    for (const conditions of descendantsOf(form, "DisplayConditions")) {
      if (!(Number(conditions.getAttribute("Order")) > 0) || conditions.getAttribute("FallbackForm") !== "false") yield findingAt(conditions, "form.afterPlatforms", "The form must come after the platform's own, and not be the fallback.");
    }
  }
};

/** Each subgrid follows a relationship of the form's table, to the table on its many side, in a view of the package. */
const subgrids: Rule = function* (zip, context) {
  for (const table of zip.tables) {
    for (const control of table.forms.flatMap((form) => descendantsOf(form, "control")).filter((one) => one.getAttribute("indicationOfSubgrid") === "true")) {
      if (control.getAttribute("classid")?.toUpperCase() !== NATIVE_GRID) yield findingAt(control, "subgrid.classId", `A subgrid's classid must be ${NATIVE_GRID}.`);
      if (textAt(control, "parameters", "IsUserView") !== "false") yield findingAt(control, "subgrid.everybodysView", "The view of a subgrid must be one of everybody: IsUserView must be false.");
      yield* rows(control, table, zip, context);
    }
  }
};

function* rows(control: Element, table: PackedTable, zip: PackedZip, context: CheckContext): Iterable<Finding> {
  const [relationship, target, view] = ["RelationshipName", "TargetEntityType", "ViewId"].map((name) => textAt(control, "parameters", name)) as [string, string, string];
  const reference = context.tables.get(table.name);
  if (reference) {
    const manySide = reference.oneToMany.get(relationship);
    if (!manySide) yield findingAt(control, "subgrid.relationship", `${table.name} is not the one side of a relationship ${relationship}.`);
    else if (manySide !== target) yield findingAt(control, "subgrid.target", `${relationship} leads to ${manySide}, not to ${target}.`);
  }
  const views = withBase(zip, context).flatMap((one) => one.tables).filter((other) => other.name === target).flatMap((other) => other.views);
  if (!views.some((one) => textAt(one, "savedqueryid") === view)) yield findingAt(control, "subgrid.view", `There is no view ${view} of ${target}.`);
}

export const FORM_RULES: readonly Rule[] = [fields, afterPlatforms, subgrids];
