import { EpochMs } from "../base/brand";
import { PackedId } from "./packedId";
import { RowSource } from "./rowSource";
import { Run } from "./run";
import { RunDraft } from "./runDraft";
import { RunTables } from "./runTables";
import { StatusTable } from "./status";

/** A row that is a run already. */
export interface ParsedRow {
  readonly run: Run;
  /** Bits of problem.ts. */
  readonly problems: number;
}

const cellOf = (time: EpochMs | null): number => time ?? NaN;

/** Rows that are runs already. */
export class RunRows implements RowSource {
  private readonly parentId = new PackedId();
  private row = 0;

  public constructor(private readonly rows: readonly ParsedRow[], private readonly tables: RunTables, private readonly statuses: StatusTable) {}

  public readonly isOneFetch = false;

  public get length(): number {
    return this.rows.length;
  }

  public seek(row: number, draft: RunDraft): boolean {
    this.row = row;
    draft.id.set(this.rows[row].run.id);
    return true;
  }

  public repeats(): boolean {
    return false;
  }

  public read(draft: RunDraft): void {
    const { run, problems } = this.rows[this.row];
    const { parents, references, strings, choices } = this.tables;
    this.parentId.set(run.parentId);
    draft.parent = parents.indexOf(this.parentId, draft.parent);
    draft.startedOn = cellOf(run.startedOn);
    draft.completedOn = cellOf(run.completedOn);
    draft.createdOn = cellOf(run.createdOn);
    draft.modifiedOn = cellOf(run.modifiedOn);
    draft.statusCode = run.statusCode;
    draft.problems = problems;
    draft.machine = references.indexOf(run.machine);
    draft.machineGroup = references.indexOf(run.machineGroup);
    draft.flow = references.indexOf(run.flow);
    draft.owner = references.indexOf(run.owner);
    draft.name = strings.indexOf(run.name);
    draft.errorCode = strings.indexOf(run.errorCode);
    draft.errorMessage = strings.indexOf(run.errorMessage);
    draft.innerError = strings.indexOf(run.innerError);
    draft.sessionUser = strings.indexOf(run.sessionUser);
    draft.runMode = choices.indexOf(run.runMode);
    draft.trigger = choices.indexOf(run.trigger);
    draft.sessionMode = choices.indexOf(run.sessionMode);
    draft.subCategory = choices.indexOf(run.subCategory);
    draft.settle(this.statuses);
  }
}
