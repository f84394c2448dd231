/** A record of an answer turned back into a row, for the dataset of a host. */
import type { Cell, EmulatedRow, TableDefinition } from "../contract";
import type { Entity } from "./contract";

const FORMATTED = "@OData.Community.Display.V1.FormattedValue";
const TARGET = "@Microsoft.Dynamics.CRM.lookuplogicalname";

export function rowOfEntity(entity: Entity, table: TableDefinition): EmulatedRow {
  const cells: Record<string, Cell> = {};
  for (const [name, { type }] of Object.entries(table.columns)) {
    const cell = type.startsWith("Lookup") ? lookupOf(entity, `_${name}_value`) : cellOf(entity[name]);
    if (cell !== null) cells[name] = cell;
  }
  return { id: String(entity[table.primaryId]), cells };
}

const cellOf = (value: unknown): Cell => (typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null);

function lookupOf(entity: Entity, key: string): Cell {
  const id = entity[key];
  if (typeof id !== "string") return null;
  const text = (value: unknown): string => (typeof value === "string" ? value : "");
  return { id, table: text(entity[key + TARGET]), name: text(entity[key + FORMATTED]) };
}
