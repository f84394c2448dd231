/** Runs for the engine: deterministic, made in portions, with as few names as a real table has. */
import { epochMs, EpochMs } from "../../FlowSessionTimeline/base/brand";
import { ParsedRow } from "../../FlowSessionTimeline/domain/runRows";
import { Choice, NO_CHOICE, NO_REFERENCE, Reference, Run } from "../../FlowSessionTimeline/domain/run";
import { STATUS_CODES } from "../host/sessions";
import { DAY, HOUR, NOW, STATUS_NAMES } from "../page/contract";
import { duration, guid, Random, seeded, statusIndex } from "../page/dataset";

const FLOWS = 300;
const MACHINES = 40;
const OWNERS = 12;
const ERRORS = 24;
const CHILD_SHARE = 0.3;
const MAX_DEPTH = 4;
/** A child's parent is one of the latest so many runs. */
const RECENT = 500;
const DAYS = 30;

const some = <T>(count: number, make: (n: number) => T): readonly T[] => Array.from({ length: count }, (_, n) => make(n));
const lookup = (table: string, name: string, n: number): Reference => ({ id: `${String(n).padStart(8, "0")}-0000-4000-a000-${table.length.toString(16).padStart(12, "0")}`, name: `${name} ${n}`, table });

const flows = some(FLOWS, (n) => lookup("workflow", "Flow", n));
const machines = some(MACHINES, (n) => lookup("flowmachine", "VM", n));
const groups = some(MACHINES / 10, (n) => lookup("flowmachinegroup", "Robots", n));
const owners = some(OWNERS, (n) => lookup("systemuser", "Owner", n));
const errors = some(ERRORS, (n) => ({ code: `ERR-${n}`, message: `Element ${n} of the page was not found` }));
const modes: readonly Choice[] = [{ value: 1, label: "Attended" }, { value: 2, label: "Unattended" }];
const triggers: readonly Choice[] = [{ value: 0, label: "ApiFlow" }, { value: 1, label: "DesktopFlow" }];
const FAILED: ReadonlySet<number> = new Set([8, 9, 10]);

interface Recent { readonly id: string; readonly start: number; readonly length: number; readonly depth: number }

export class RunMaker {
  private readonly random: Random;
  private readonly recent: Recent[] = [];
  private made = 0;

  /** @param total how many there will be: they are spread over thirty days */
  public constructor(private readonly total: number, seed = 20260105) {
    this.random = seeded(seed);
  }

  /** The next runs, in the order in which they were requested. */
  public next(count: number): ParsedRow[] {
    return Array.from({ length: Math.min(count, this.total - this.made) }, () => ({ run: this.one(), problems: 0 }));
  }

  private one(): Run {
    const { random } = this;
    const parent = this.parent();
    const at = NOW - DAYS * DAY + (this.made++ / this.total) * (DAYS * DAY - 6 * HOUR);
    const start = Math.floor(parent ? Math.min(parent.start + random() * parent.length, NOW - HOUR) : at);
    const length = duration(random);
    const id = guid(random);
    this.recent[this.made % RECENT] = { id, start, length, depth: parent ? parent.depth + 1 : 0 };
    return aRun(random, id, parent?.id ?? "", start, length);
  }

  private parent(): Recent | undefined {
    if (this.random() >= CHILD_SHARE) return undefined;
    const found = this.recent[Math.floor(this.random() * this.recent.length)];
    return found && found.depth < MAX_DEPTH ? found : undefined;
  }
}

function aRun(random: Random, id: string, parentId: string, start: number, length: number): Run {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const status = STATUS_NAMES[statusIndex(random)] ?? "Unknown";
  const statusCode = STATUS_CODES[status];
  const isOpen = status === "Running" && start + length > NOW - HOUR;
  const error = FAILED.has(statusCode) ? pick(errors) : undefined;
  const flow = Math.floor(random() * random() * FLOWS);
  const machine = Math.floor(random() * MACHINES);
  const end: EpochMs | null = isOpen ? null : epochMs(start + length);
  return {
    id, parentId, statusCode, name: `Session ${flow % 20}`,
    startedOn: epochMs(start), completedOn: end, createdOn: epochMs(start - Math.floor(random() * 60) * 1000), modifiedOn: end ?? epochMs(start),
    flow: flows[flow] ?? NO_REFERENCE, machine: machines[machine] ?? NO_REFERENCE, machineGroup: groups[machine % groups.length] ?? NO_REFERENCE, owner: owners[flow % OWNERS] ?? NO_REFERENCE,
    runMode: modes[machine % 2] ?? NO_CHOICE, trigger: triggers[parentId === "" ? 0 : 1] ?? NO_CHOICE,
    errorCode: error?.code ?? "", errorMessage: error?.message ?? "", innerError: "", sessionUser: "svc-rpa", sessionMode: NO_CHOICE, subCategory: NO_CHOICE,
  };
}

/** The same run some time later: another end, so that its bar is another one. */
export function later(run: Run, step: number): Run {
  const end = epochMs((run.startedOn ?? NOW) + (8 + (step % 5) * 3) * HOUR);
  return { ...run, completedOn: end, modifiedOn: epochMs(Math.max(end, run.modifiedOn ?? 0) + step) };
}
