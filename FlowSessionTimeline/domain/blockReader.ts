import { CellReader, CellRows, RowOrigin } from "./cellReader";
import { rawIdOf } from "./parseReference";
import { quickTime } from "./quickTime";
import { ID_WORDS, normaliseId, packGuid } from "./recordId";
import { Role } from "./role";
import { RowBlock } from "./rowBlock";
import { PartedRows } from "./rowSource";
import { RunDraft } from "./runDraft";
import { RunTables } from "./runTables";
import { StatusTable } from "./status";

/** Rows of which many can be read at a time. */
export interface CellBlocks extends CellRows {
  /** Goes to the rows from one up to another. @returns how many of them are there before one that is not */
  seekAll(from: number, to: number): number;
  /** The id of one of these rows. */
  idAt(at: number): unknown;
  /** What the host gives for a cell of each of these rows. */
  readCells(column: string, cells: unknown[]): void;
}

/** Reads what places runs for many rows at a time, each column in a loop of its own that calls little (docs/decisions/0029). */
export class BlockReader extends CellReader implements PartedRows {
  private readonly cells: unknown[] = [];

  public constructor(private readonly blocks: CellBlocks, columns: ReadonlyMap<Role, string>, tables: RunTables, statuses: StatusTable, origin?: RowOrigin) {
    super(blocks, columns, tables, statuses, origin);
  }

  public readBlock(from: number, to: number, block: RowBlock): void {
    const { column } = this;
    this.readIds(this.blocks.seekAll(from, to), block);
    block.problems.fill(0);
    this.readTimes([column.startedOn, column.executedOn], block.startedOn, block);
    this.readTimes([column.completedOn, column.canceledOn], block.completedOn, block);
    this.readTimes([column.createdOn], block.createdOn, block);
    this.readParents(block);
    this.readStatuses(block);
  }

  public placeOf(block: RowBlock, at: number, draft: RunDraft): void {
    draft.startedOn = block.startedOn[at];
    draft.completedOn = block.completedOn[at];
    draft.createdOn = block.createdOn[at];
    draft.statusCode = block.statusCode[at];
    this.settle(draft, block.problems[at]);
  }

  /** Up to a row whose id is no GUID. */
  private readIds(rows: number, block: RowBlock): void {
    for (block.count = 0; block.count < rows; block.count++) {
      const id = rawIdOf(this.blocks.idAt(block.count));
      const word = block.count * ID_WORDS;
      if (!packGuid(id, block.ids, word) && !packGuid(normaliseId(id), block.ids, word)) return;
    }
  }

  /** @param columns each is read of the rows that have no time in those before it */
  private readTimes(columns: readonly (string | undefined)[], times: Float64Array, { count, problems }: RowBlock): void {
    const { cells } = this;
    times.fill(NaN, 0, count);
    for (const column of columns) {
      if (column === undefined) continue;
      this.seeCells(column);
      for (let at = 0; at < count; at++) {
        if (!Number.isNaN(times[at])) continue;
        const quick = quickTime(cells[at]);
        times[at] = Number.isNaN(quick) ? this.slowTime(cells[at], problems, at) : quick;
      }
    }
  }

  private slowTime(cell: unknown, problems: Int32Array, at: number): number {
    this.problems = 0;
    const time = this.slowTimeOf(cell);
    problems[at] |= this.problems;
    return time;
  }

  private readParents(block: RowBlock): void {
    const { cells } = this;
    const { count, child, parentId } = block;
    this.seeCells(this.column.parentRun);
    block.children = 0;
    for (let at = 0; at < count; at++) {
      const cell = cells[at];
      if (cell === null || cell === undefined) continue;
      parentId[block.children].set(rawIdOf(cell));
      child[block.children++] = at;
    }
  }

  private readStatuses({ count, statusCode, problems }: RowBlock): void {
    const { cells } = this;
    this.seeCells(this.column.runStatus);
    for (let at = 0; at < count; at++) {
      this.problems = 0;
      statusCode[at] = this.statusOf(cells[at]);
      problems[at] |= this.problems;
    }
  }

  /** Fetches cells of the block; none of a role without a column. */
  private seeCells(column: string | undefined): void {
    this.cells.length = 0;
    if (column !== undefined) this.blocks.readCells(column, this.cells);
  }
}
