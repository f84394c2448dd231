import { CellRows } from "../../domain/cellReader";
import { normaliseId } from "../../domain/recordId";
import { Entity } from "./contract";

const FORMATTED = "@OData.Community.Display.V1.FormattedValue";
const TABLE = "@Microsoft.Dynamics.CRM.lookuplogicalname";

/** Under which keys a record holds a column's cell and what belongs to it. */
interface CellKeys {
  readonly text: string;
  /** Where the column is a lookup. */
  readonly id: string;
  readonly name: string;
  readonly table: string;
}

/** A lookup in the shape in which the dataset gives it. */
interface Lookup {
  readonly id: string;
  readonly etn: string;
  readonly name: string;
}

/** A record's id, lower-case and without braces; "" if it has none. */
export function idOf(entity: Entity, primaryId: string): string {
  const id = entity[primaryId];
  return typeof id === "string" ? normaliseId(id) : "";
}

/** Records of a Web API answer, cell by cell: lookups as `{id, etn, name}`, choices as numbers, dates as ISO texts. */
export class RecordRows implements CellRows {
  private entity: Entity | undefined;
  private readonly keys = new Map<string, CellKeys>();
  /** One object for each distinct lookup. */
  private readonly lookups = new Map<string, Lookup>();

  public constructor(private readonly entities: readonly Entity[], private readonly primaryId: string) {}

  public get length(): number {
    return this.entities.length;
  }

  public seek(row: number): boolean {
    this.entity = this.entities[row];
    return this.entity !== undefined;
  }

  public id(): string {
    return this.entity ? idOf(this.entity, this.primaryId) : "";
  }

  /** The ids of all rows, in their order. */
  public ids(): readonly string[] {
    return this.entities.map((entity) => idOf(entity, this.primaryId));
  }

  /** undefined for a blank cell and for a column that was not asked for: an answer leaves both out. */
  public value(column: string): unknown {
    const { entity } = this;
    if (entity === undefined) return undefined;
    const plain = entity[column];
    return plain === undefined ? this.lookup(entity, this.keysOf(column)) : plain;
  }

  public text(column: string): string {
    const { text, name } = this.keysOf(column);
    const formatted = this.entity?.[text] ?? this.entity?.[name];
    return typeof formatted === "string" ? formatted : "";
  }

  private lookup(entity: Entity, keys: CellKeys): Lookup | undefined {
    const id = entity[keys.id];
    if (typeof id !== "string" || id === "") return undefined;
    const [name, etn] = [textOf(entity[keys.name]), textOf(entity[keys.table])];
    const known = this.lookups.get(id);
    if (known?.name === name && known.etn === etn) return known;
    const lookup = { id: normaliseId(id), etn, name };
    this.lookups.set(id, lookup);
    return lookup;
  }

  private keysOf(column: string): CellKeys {
    let keys = this.keys.get(column);
    if (keys === undefined) {
      const id = `_${column}_value`;
      this.keys.set(column, (keys = { text: column + FORMATTED, id, name: id + FORMATTED, table: id + TABLE }));
    }
    return keys;
  }
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
