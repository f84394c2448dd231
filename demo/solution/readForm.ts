/** Forms and views of a packed table. */
import type { Binding, PackedForm, PackedSection, PackedSubgrid, PackedView } from "./packed";
import { all, attribute, child, children, labelsIn, plainId, text } from "./xml";

const serialized = (element: Element | undefined): string => (element ? new XMLSerializer().serializeToString(element) : "");

/** What is bound on a desktop; the checker proves that the other devices have the same. */
function bindingOf(description: Element | undefined): Binding | null {
  const control = children(description, "customControl").find(one => attribute(one, "formFactor") === "0");
  if (!control) return null;
  const inputs = children(child(control, "parameters")).filter(one => one.nodeName !== "data-set");
  return { inputs: Object.fromEntries(inputs.map(input => [input.nodeName, input.textContent ?? ""])) };
}

export function readView(view: Element, table: string): PackedView {
  const grid = child(view, "layoutxml", "grid");
  const fetch = child(view, "fetchxml", "fetch");
  return {
    id: plainId(text(view, "savedqueryid")), table, labels: labelsIn(view, "LocalizedNames"),
    columns: children(child(grid, "row"), "cell").map(cell => ({ name: attribute(cell, "name"), width: Number(attribute(cell, "width")) })),
    order: children(child(fetch, "entity"), "order").map(order => ({ column: attribute(order, "attribute"), descending: attribute(order, "descending") === "true" })),
    fetchXml: serialized(fetch), layoutXml: serialized(grid),
    binding: bindingOf(child(grid, "controlDescriptions", "controlDescription")),
  };
}

export function readForm(form: Element, table: string): PackedForm {
  const descriptions = children(child(form, "form", "controlDescriptions"), "controlDescription");
  return {
    id: plainId(text(form, "formid")), table, labels: labelsIn(form, "LocalizedNames"),
    tabs: children(child(form, "form", "tabs"), "tab").map(tab => ({
      labels: labelsIn(tab, "labels"),
      columns: children(child(tab, "columns"), "column").map(column => children(child(column, "sections"), "section").map(section => readSection(section, descriptions))),
    })),
  };
}

function readSection(section: Element, descriptions: readonly Element[]): PackedSection {
  const cells = all(section, "cell").map(cell => ({ cell, control: child(cell, "control") }));
  return {
    labels: labelsIn(section, "labels"),
    fields: cells.filter(({ control }) => control?.hasAttribute("datafieldname")).map(({ cell, control }) => ({ column: attribute(control, "datafieldname"), labels: labelsIn(cell, "labels") })),
    subgrids: cells.flatMap(({ control }) => (control && attribute(control, "indicationOfSubgrid") === "true" ? [readSubgrid(control, descriptions)] : [])),
  };
}

function readSubgrid(control: Element, descriptions: readonly Element[]): PackedSubgrid {
  const parameters = child(control, "parameters");
  return {
    name: attribute(control, "id"), viewId: plainId(text(parameters, "ViewId")), relationship: text(parameters, "RelationshipName"), table: text(parameters, "TargetEntityType"),
    binding: bindingOf(descriptions.find(one => attribute(one, "forControl") === attribute(control, "uniqueid"))),
  };
}
