import type { ControlConstructor, HostLibraries } from "../../emulator";

type Control = InstanceType<ControlConstructor>;
type HostContext = Parameters<Control["updateView"]>[0];
/** As much of a dataset as is read here. */
interface Rows {
  readonly loading: boolean;
  readonly sortedRecordIds: readonly string[];
  readonly records: Readonly<Record<string, { getValue(column: string): unknown }>>;
}

/** Bubbles from the control's element when every cell has been read. */
export const READ_EVENT = "bench-read";

/** Every column that the view has for the control. Formatted texts are not asked for: the control needs one per distinct choice or lookup only. */
const COLUMNS = [
  "startedon", "completedon", "createdon", "modifiedon", "parentdesktopflowrunid", "statuscode", "name", "machineid", "machinegroupid", "regardingobjectid",
  "runmode", "triggertype", "ownerid", "errorcode", "errormessage", "errorinnererror", "sessionusername", "subcategory",
];
/** As in the control: rows between two looks at the clock, and how long a slice may be in ms. */
const ROWS_PER_STEP = 200;
const SLICE_MS = 24;

/** @param page where the platform's React is */
export function nullControl(page: object): ControlConstructor {
  const { React } = page as { readonly React: HostLibraries["React"] };

  return class NullControl implements Control {
    /** Kept, so that no reading can be left out as useless. */
    public read = 0;
    private records: Rows["records"] | undefined;
    private turn = 0;

    public init(context: HostContext): void {
      context.mode.trackContainerResize(true);
    }

    public updateView(context: HostContext): ReturnType<Control["updateView"]> {
      const rows = (context.parameters as { readonly sessions: Rows }).sessions;
      if (!rows.loading && rows.records !== this.records) {
        this.records = rows.records;
        this.readFrom(0, rows, ++this.turn);
      }
      return React.createElement("div", { className: "bench-null" });
    }

    public getOutputs(): object {
      return {};
    }

    public destroy(): void {
      this.turn++;
    }

    private readFrom(first: number, rows: Rows, turn: number): void {
      if (turn !== this.turn) return;
      const ids = rows.sortedRecordIds;
      const until = performance.now() + SLICE_MS;
      let at = first;
      while (at < ids.length && performance.now() < until) {
        for (const end = Math.min(ids.length, at + ROWS_PER_STEP); at < end; at++) this.readRow(rows.records[ids[at] ?? ""]);
      }
      if (at < ids.length) setTimeout(() => this.readFrom(at, rows, turn), 0);
      else setTimeout(() => document.querySelector(".bench-null")?.dispatchEvent(new Event(READ_EVENT, { bubbles: true })), 0);
    }

    private readRow(record: Rows["records"][string] | undefined): void {
      if (!record) return;
      for (const column of COLUMNS) if (record.getValue(column) !== null) this.read++;
    }
  };
}
