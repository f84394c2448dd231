import { moved } from "./column";
import { numberOf, parseChoice } from "./parseChoice";
import { parseReference, rawIdOf } from "./parseReference";
import { parseText } from "./parseText";
import { parseTime } from "./parseTime";
import { PackedId } from "./packedId";
import { problemBit } from "./problem";
import { quickTime } from "./quickTime";
import { Role } from "./role";
import { RowSource } from "./rowSource";
import { RunDraft } from "./runDraft";
import { RunTables } from "./runTables";
import { NO_SHAPE } from "./span";
import { NO_STATUS, STATUS_FAMILIES, StatusTable } from "./status";

/** Rows as a host holds them: one at a time, cell by cell. Nothing of it throws. */
export interface CellRows {
  readonly length: number;
  /** Goes to a row; false if there is none. */
  seek(row: number): boolean;
  id(): unknown;
  /** What the host gives for a cell, of any shape. */
  value(column: string): unknown;
  /** The formatted value, or "". */
  text(column: string): string;
}

/** What is known about where rows come from. */
export interface RowOrigin {
  /** Every cell is the row's own and none is written without its `modifiedon`. */
  readonly isStamped: boolean;
  /** They were fetched at one time. */
  readonly isOneFetch: boolean;
}

const UNKNOWN_ORIGIN: RowOrigin = { isStamped: false, isOneFetch: false };

/** Statuses are small non-negative numbers; what else a cell may hold is no status. */
const MAX_STATUS = 0x7fffffff;
/** A text that begins with a character between these is not blank. */
const BLANK = 32;
const BEYOND_ASCII = 128;
const IS_FINISHED = STATUS_FAMILIES.map((family) => family === "ok" || family === "failed" || family === "stopped");

/**
 * Makes runs of a host's rows, whatever their cells are, and says what is odd about them. A blank value is a blank cell: its text is not
 * asked for. Of lookups and choices each distinct one is taken apart once.
 */
export class CellReader implements RowSource {
  protected problems = 0;
  protected readonly column: Readonly<Partial<Record<Role, string>>>;
  /** Problems that are told of rows: a view without the column is one note about the view, not one about each of its rows. */
  private readonly told: number;
  private readonly parentId = new PackedId();
  /** Numbers of references by their ids as the host writes them. */
  private readonly lookups = new Map<unknown, number>();
  /** By number: 1 for references of which a row has shown that they are there still. */
  private confirmed: Uint8Array;
  /** Numbers of choices by value. */
  private readonly runModes = new Map<unknown, number>();
  private readonly triggers = new Map<unknown, number>();
  private readonly sessionModes = new Map<unknown, number>();
  private readonly subCategories = new Map<unknown, number>();

  public constructor(
    private readonly rows: CellRows, columns: ReadonlyMap<Role, string>, private readonly tables: RunTables, private readonly statuses: StatusTable,
    private readonly origin = UNKNOWN_ORIGIN,
  ) {
    this.column = Object.fromEntries(columns);
    this.confirmed = new Uint8Array(tables.references.size);
    this.told = ~((columns.has("runStatus") ? 0 : problemBit("badStatus")) | (columns.has("completedOn") ? 0 : problemBit("finishedWithoutEnd")));
  }

  public get length(): number {
    return this.rows.length;
  }

  public get isOneFetch(): boolean {
    return this.origin.isOneFetch;
  }

  public seek(row: number, draft: RunDraft): boolean {
    if (!this.rows.seek(row)) return false;
    draft.id.set(rawIdOf(this.rows.id()));
    return true;
  }

  /** Lookups may change without the row, with the record that they name: each of these is looked at in one row (docs/decisions/0014). */
  public repeats(draft: RunDraft): boolean {
    const { column } = this;
    if (!this.origin.isStamped || this.time(column.modifiedOn) !== draft.modifiedOn || this.status(column.runStatus) !== draft.statusCode) return false;
    if (draft.parent !== 0 && isBlank(this.value(column.parentRun))) return false;
    if (!this.isStillCalled(column.machine, draft.machine) || !this.isStillCalled(column.machineGroup, draft.machineGroup)) return false;
    return this.isStillCalled(column.flow, draft.flow) && this.isStillCalled(column.owner, draft.owner);
  }

  public read(draft: RunDraft): void {
    const { column, parentId } = this;
    this.problems = 0;
    draft.startedOn = this.timeOr(column.startedOn, column.executedOn);
    draft.completedOn = this.timeOr(column.completedOn, column.canceledOn);
    draft.createdOn = this.time(column.createdOn);
    const parentCell = this.value(column.parentRun);
    if (isBlank(parentCell)) parentId.clear();
    else parentId.set(rawIdOf(parentCell));
    draft.parent = this.tables.parents.indexOf(parentId, draft.parent);
    draft.statusCode = this.status(column.runStatus);
    this.settle(draft, this.problems);
    const { problems } = draft;
    this.readRest(draft);
    draft.problems |= problems;
  }

  /** Works out what follows from times and status. @param problems of single cells */
  protected settle(draft: RunDraft, problems: number): void {
    draft.settle(this.statuses);
    draft.problems = (problems | oddities(draft)) & this.told;
  }

  public readRest(draft: RunDraft): void {
    const { column } = this;
    this.problems = 0;
    draft.modifiedOn = this.time(column.modifiedOn);
    draft.name = this.text(column.runName, draft.name);
    draft.errorCode = this.text(column.errorCode, draft.errorCode);
    draft.errorMessage = this.text(column.errorMessage, draft.errorMessage);
    draft.innerError = this.text(column.innerError, draft.innerError);
    draft.sessionUser = this.text(column.sessionUser, draft.sessionUser);
    draft.machine = this.reference(column.machine, draft.machine);
    draft.machineGroup = this.reference(column.machineGroup, draft.machineGroup);
    draft.flow = this.reference(column.flow, draft.flow);
    draft.owner = this.reference(column.owner, draft.owner);
    draft.runMode = this.choice(column.runMode, this.runModes);
    draft.trigger = this.choice(column.trigger, this.triggers);
    draft.sessionMode = this.choice(column.sessionMode, this.sessionModes);
    draft.subCategory = this.choice(column.subCategory, this.subCategories);
    draft.problems = this.problems & this.told;
  }

  /** Null for a role without a column. */
  private value(column: string | undefined): unknown {
    return column === undefined ? null : this.rows.value(column);
  }

  private time(column: string | undefined): number {
    return this.timeOf(this.value(column));
  }

  private timeOf(cell: unknown): number {
    const quick = quickTime(cell);
    return Number.isNaN(quick) ? this.slowTimeOf(cell) : quick;
  }

  /** Of a cell that `quickTime` does not read. */
  protected slowTimeOf(cell: unknown): number {
    if (isBlank(cell)) return NaN;
    const parsed = parseTime(cell);
    if (!parsed.ok) this.problems |= problemBit("badDate");
    // `+ 0` turns -0 into 0: they are one instant.
    return parsed.ok && parsed.value !== null ? parsed.value + 0 : NaN;
  }

  /** The time of the second column where the first has none. */
  private timeOr(column: string | undefined, standIn: string | undefined): number {
    const time = this.time(column);
    return standIn !== undefined && Number.isNaN(time) ? this.time(standIn) : time;
  }

  private status(column: string | undefined): number {
    return this.statusOf(this.value(column));
  }

  protected statusOf(cell: unknown): number {
    const status = numberOf(cell);
    if (Number.isInteger(status) && status >= 0 && status <= MAX_STATUS) {
      if (!this.statuses.knows(status)) this.problems |= problemBit("unknownStatus");
      return status;
    }
    this.problems |= problemBit("badStatus");
    return NO_STATUS;
  }

  private text(column: string | undefined, guess: number): number {
    if (column === undefined) return 0;
    const cell = this.rows.value(column);
    if (cell === null || cell === undefined) return 0;
    // No blank text is in the table but "", which is 0.
    if (guess > 0 && this.tables.strings.text(guess) === cell) return guess;
    const isPlain = typeof cell === "string" && cell.charCodeAt(0) > BLANK && cell.charCodeAt(0) < BEYOND_ASCII;
    return this.tables.strings.indexOf(isPlain ? cell : parseText(cell, this.rows.text(column)));
  }

  private reference(column: string | undefined, guess: number): number {
    if (column === undefined) return 0;
    const cell = this.rows.value(column);
    if (cell === null || cell === undefined) return 0;
    const known = this.knownLookup(cell, guess);
    if (known >= 0) return known;
    const reference = parseReference(cell, this.rows.text(column));
    const index = this.tables.references.indexOf(reference);
    if (reference.id !== "" && typeof cell === "object") this.lookups.set(rawIdOf(cell), index);
    return index;
  }

  /** The number of a lookup that says what an earlier one with its id said; -1 of any other. */
  private knownLookup(cell: unknown, guess: number): number {
    if (typeof cell !== "object" || cell === null) return -1;
    const { references } = this.tables;
    try {
      const { id, name, etn } = cell as { readonly id?: unknown; readonly name?: unknown; readonly etn?: unknown };
      const raw = typeof id === "object" && id !== null ? (id as { readonly guid?: unknown }).guid : id;
      if (guess > 0 && references.says(guess, raw, name, etn)) return guess;
      const known = this.lookups.get(raw);
      return known !== undefined && references.isCalled(known, name, etn) ? known : -1;
    } catch {
      return -1; // a getter of a foreign object may throw: parseReference asks member by member
    }
  }

  /** Whether a row whose own cells are what they were still names a record that is there and called as it was. */
  private isStillCalled(column: string | undefined, index: number): boolean {
    if (index === 0 || this.confirmed[index] === 1) return true;
    const cell = this.value(column);
    if (typeof cell !== "object" || cell === null) return false;
    try {
      const { name, etn } = cell as { readonly name?: unknown; readonly etn?: unknown };
      if (!this.tables.references.isCalled(index, name, etn)) return false;
    } catch {
      return false; // as in knownLookup
    }
    // More are known by now if the rest of a load before was read meanwhile.
    if (index >= this.confirmed.length) this.confirmed = moved(this.confirmed, new Uint8Array(this.tables.references.size));
    this.confirmed[index] = 1;
    return true;
  }

  private choice(column: string | undefined, known: Map<unknown, number>): number {
    if (column === undefined) return 0;
    const cell = this.rows.value(column);
    if (cell === null || cell === undefined) return 0;
    let index = known.get(cell);
    if (index === undefined) known.set(cell, (index = this.tables.choices.indexOf(parseChoice(cell, this.rows.text(column)))));
    return index;
  }
}

const isBlank = (cell: unknown): boolean => cell === null || cell === undefined;

/** What is odd about a row's times, as bits. */
function oddities(row: RunDraft): number {
  let bits = row.completedOn < row.startedOn ? problemBit("endBeforeStart") : 0;
  if (Number.isNaN(row.completedOn) && IS_FINISHED[row.family]) bits |= problemBit("finishedWithoutEnd");
  return row.shape === NO_SHAPE ? bits | problemBit("noTime") : bits;
}
