import { FieldModel, FormModel, SectionModel, SubgridModel, TabModel } from "../model/form";
import { Label } from "../model/label";
import { PLATFORM_TABLES } from "../model/platformTable";
import { controlDescription, NATIVE_GRID } from "./binding";
import { descriptions, labels, localizedNames } from "./labelMarkup";
import { LockedIds } from "./lockedIds";
import { element, Markup, texts } from "./markup";
import { INTRODUCED } from "./version";

const LOOKUP = "{270BD3DB-D9AF-4782-9025-509E298DEC0A}";
/** Column type to the classid of the native control that shows it, as real forms write it. */
const CLASS_IDS: Readonly<Record<string, string>> = {
  String: "{4273EDBD-AC1D-40d3-9FB2-095C621B552D}",
  Memo: "{E0DECE4B-6FC8-4a8f-A065-082708572369}",
  Integer: "{C6D124CA-7EDA-4a60-AEA9-7FB8D318B68F}",
  DateTime: "{5B773807-9FB2-42db-97C3-7A91EFF8ADFF}",
  Lookup: LOOKUP,
  Owner: LOOKUP,
  Picklist: "{3EF39988-22BB-4f0b-BBBE-64B5A3748AEE}",
  Status: "{5D68B988-0661-4db2-BC3E-17598AD3BE6C}",
};
const SUBGRID_ROWS = 16;

/** The file of a main form: FormXml/main/ID.xml. It comes after Microsoft's own form, which stays the fallback. */
export function formMarkup(form: FormModel, ids: LockedIds): Markup {
  const id = (part: string): string => ids.get(`form/${form.key}${part}`);
  const bindings = subgridsOf(form).flatMap((subgrid) => (subgrid.timeline ? [binding(subgrid, subgrid.timeline, id, ids)] : []));
  return element("forms", { "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance" }, [element("systemform", {}, [
    ...texts({ formid: id(""), IntroducedVersion: INTRODUCED, FormPresentation: "1", FormActivationState: "1" }),
    element("form", {}, [
      element("tabs", {}, form.tabs.map((tab) => tabMarkup(tab, form.table, id, ids))),
      element("controlDescriptions", {}, bindings),
      element("DisplayConditions", { Order: "1", FallbackForm: "false" }, [element("Everyone")]),
    ]),
    ...texts({ IsCustomizable: "1", CanBeDeleted: "1" }),
    localizedNames(form.name),
    descriptions(form.description),
  ])]);
}

type PartId = (part: string) => string;

function subgridsOf(form: FormModel): SubgridModel[] {
  return form.tabs.flatMap((tab) => tab.columns.flat()).flatMap(({ content }) => ("relationship" in content ? [content] : []));
}

function tabMarkup(tab: TabModel, table: string, id: PartId, ids: LockedIds): Markup {
  const width = `${100 / tab.columns.length}%`;
  return element("tab", { name: tab.key, id: id(`/tab/${tab.key}`), IsUserDefined: "1", verticallayout: "true", showlabel: "true", expanded: "true" }, [
    labels(tab.label),
    element("columns", {}, tab.columns.map((sections) => element("column", { width }, [element("sections", {}, sections.map((section) => sectionMarkup(section, table, id, ids)))]))),
  ]);
}

function sectionMarkup(section: SectionModel, table: string, id: PartId, ids: LockedIds): Markup {
  const { content } = section;
  const rows = "relationship" in content ? subgridRows(content, section.label, id, ids) : content.flatMap((one) => fieldRows(one, table, id));
  return element("section", { name: section.key, id: id(`/section/${section.key}`), showlabel: "true", showbar: "false", columns: "1" }, [labels(section.label), element("rows", {}, rows)]);
}

function fieldRows({ column, label, rows }: FieldModel, table: string, id: PartId): Markup[] {
  const type = PLATFORM_TABLES.get(table)?.columns.get(column)?.type ?? "";
  const classid = CLASS_IDS[type];
  if (classid === undefined) throw new Error(`${table}.${column} is of type ${type || "unknown"}, for which there is no field`);
  return spread(rows, element("cell", { id: id(`/cell/${column}`), rowspan: String(rows), colspan: "1" }, [
    labels(label), element("control", { id: column, classid, datafieldname: column, disabled: "true" }),
  ]));
}

function subgridRows(subgrid: SubgridModel, label: Label, id: PartId, ids: LockedIds): Markup[] {
  return spread(SUBGRID_ROWS, element("cell", { id: id(`/cell/${subgrid.key}`), showlabel: "false", rowspan: String(SUBGRID_ROWS), colspan: "1", auto: "false" }, [
    labels(label),
    element("control", { id: subgrid.key, classid: NATIVE_GRID, indicationOfSubgrid: "true", uniqueid: id(`/control/${subgrid.key}`) }, [element("parameters", {}, nativeParameters(subgrid, ids))]),
  ]));
}

/** A cell of several rows stands in the first; the others are there, and empty. */
function spread(rows: number, cell: Markup): Markup[] {
  return [element("row", {}, [cell]), ...Array.from({ length: rows - 1 }, () => element("row"))];
}

function binding(subgrid: SubgridModel, inputs: NonNullable<SubgridModel["timeline"]>, id: PartId, ids: LockedIds): Markup {
  return controlDescription(inputs, id(`/control/${subgrid.key}`), nativeParameters(subgrid, ids), [...rowsOf(subgrid, ids), ...texts({ EnableViewPicker: "false" })]);
}

function rowsOf(subgrid: SubgridModel, ids: LockedIds): Markup[] {
  return texts({ ViewId: ids.get(`view/${subgrid.view}`), IsUserView: "false", RelationshipName: subgrid.relationship, TargetEntityType: subgrid.target });
}

function nativeParameters(subgrid: SubgridModel, ids: LockedIds): Markup[] {
  return [...rowsOf(subgrid, ids), ...texts({
    AutoExpand: "Fixed", EnableQuickFind: "false", EnableViewPicker: "false", ViewIds: "", EnableJumpBar: "false", ChartGridMode: "Grid",
    VisualizationId: "", IsUserChart: "false", EnableChartPicker: "false", RecordsPerPage: "50",
  })];
}
