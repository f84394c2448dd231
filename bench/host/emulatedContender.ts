import { createHost, createTable, readManifest, readResx, type ControlConstructor, type EmulatedHost, type EmulatedRow, type EmulatedTable, type HostLibraries } from "../../emulator";
import { flowsession } from "../../demo/data/flowsession";
import { propertySets, viewOf } from "../../demo/page/views";
import { BenchRow, Contender, HEIGHT } from "../page/contract";
import { startClockAtNow } from "../page/fixedNow";
import { sessionsOf } from "./sessions";

/** What the server writes into the page, beside the platform libraries' globals. */
interface HostPage {
  readonly React: HostLibraries["React"];
  readonly ReactDOM: HostLibraries["ReactDOM"];
  readonly controlFiles: { readonly manifest: string; readonly strings: string };
}

/** Toolbar, minimap and status line stand above and below the rows that all contenders show, px. */
const SHELL_PX = 120;

/** Tells the trace when the host calls the control. */
const marked = (Control: ControlConstructor): ControlConstructor =>
  class extends Control {
    public override init(...given: Parameters<InstanceType<ControlConstructor>["init"]>): void {
      performance.mark("control");
      super.init(...given);
    }

    public override updateView(...given: Parameters<InstanceType<ControlConstructor>["updateView"]>): ReturnType<InstanceType<ControlConstructor>["updateView"]> {
      performance.mark("control");
      return super.updateView(...given);
    }
  };

/** Tells the trace when the host fetches rows: nobody else reads them. */
const fetched = (table: EmulatedTable): EmulatedTable => ({
  definition: table.definition,
  get rows() {
    performance.mark("host");
    return table.rows;
  },
  setRows: (rows) => table.setRows(rows),
  upsertRows: (rows) => table.upsertRows(rows),
  deleteRows: (ids) => table.deleteRows(ids),
});

/** A control on the emulated host, with all rows in one page. Real input reaches it as it would in an app. */
export class EmulatedContender implements Contender {
  protected readonly page = window as unknown as HostPage;
  protected readonly manifest = readManifest(this.page.controlFiles.manifest);
  protected readonly strings = readResx(this.page.controlFiles.strings);
  protected element: HTMLElement | undefined;
  private readonly table = createTable(flowsession);
  private sessions: EmulatedRow[] = [];
  private host: EmulatedHost | undefined;

  /** @param whole resolves when the control has done all that a mount asks of it */
  public constructor(private readonly control: (name: string) => ControlConstructor, private readonly whole: (element: HTMLElement, rows: number) => Promise<void>) {
    startClockAtNow();
  }

  public prepare(rows: readonly BenchRow[]): void {
    this.sessions = sessionsOf(rows);
  }

  public mount(element: HTMLElement, rows: readonly BenchRow[]): Promise<void> {
    const { React, ReactDOM } = this.page;
    this.element = element;
    element.style.height = `${HEIGHT + SHELL_PX}px`;
    this.table.setRows(this.sessions);
    this.host = createHost(marked(this.control(this.manifest.name)), {
      manifest: this.manifest, libraries: { React, ReactDOM }, table: fetched(this.table), view: { ...viewOf("all"), order: [] }, propertySets, strings: this.strings,
      inputs: { firstWindow: "all", firstLayout: "tree", controlHeight: HEIGHT + SHELL_PX }, pageSize: rows.length, latency: 0, theme: "light",
      user: { language: "en-US", timeZone: "Europe/Berlin" },
    });
    const whole = this.whole(element, rows.length);
    this.host.mount(element);
    return whole;
  }

  public scrollTo(_y: number): void {
    // Nothing to scroll; the control that draws has its own.
  }

  public update(): void {
    this.table.setRows(this.sessions);
    this.host?.refresh();
  }
}
