import { PackedId } from "./packedId";
import { placeSpan } from "./span";
import { NO_STATUS, StatusTable } from "./status";

/**
 * One row in the numbers of a store's columns and tables. A reader writes all of it for every row, so that reading makes no objects.
 * Times are epoch ms, NaN for none.
 */
export class RunDraft {
  public id = new PackedId();
  public startedOn = NaN;
  public completedOn = NaN;
  public createdOn = NaN;
  public modifiedOn = NaN;
  public statusCode = NO_STATUS;
  /** Row problems as bits (problem.ts). */
  public problems = 0;
  /** Index in `RunTables.parents`. */
  public parent = 0;
  /** This and the next three: indices in `RunTables.references`. */
  public machine = 0;
  public machineGroup = 0;
  public flow = 0;
  public owner = 0;
  /** This and the next four: indices in `RunTables.strings`. */
  public name = 0;
  public errorCode = 0;
  public errorMessage = 0;
  public innerError = 0;
  public sessionUser = 0;
  /** This and the next three: indices in `RunTables.choices`. */
  public runMode = 0;
  public trigger = 0;
  public sessionMode = 0;
  public subCategory = 0;
  /** What follows from times and status (`settle`): an index in STATUS_FAMILIES, one in SHAPES, and the span. */
  public family = 0;
  public shape = 0;
  public fromMs = NaN;
  public toMs = NaN;
  public waitFromMs = NaN;

  /** Works out what follows from the times and the status. */
  public settle(statuses: StatusTable): void {
    this.family = statuses.familyIndex(this.statusCode);
    placeSpan(this, statuses.isOpen(this.statusCode));
  }

  /** The same row in an object of its own. */
  public copy(): RunDraft {
    const id = new PackedId();
    id.words.set(this.id.words);
    id.text = this.id.text;
    id.isNone = this.id.isNone;
    return Object.assign(new RunDraft(), this, { id });
  }

  /** What tells this row from others if it has no id. */
  public content(): string {
    const times = [this.startedOn, this.completedOn, this.createdOn, this.modifiedOn];
    const references = [this.parent, this.machine, this.machineGroup, this.flow, this.owner];
    const texts = [this.name, this.errorCode, this.errorMessage, this.innerError, this.sessionUser];
    return [...times, this.statusCode, ...references, ...texts, this.runMode, this.trigger, this.sessionMode, this.subCategory].join();
  }
}
