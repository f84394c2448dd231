/** The page as a whole: settings, data, shell and the shown page, kept in step. */
import { createSession, createTable, type EmulatedHost, type EmulatedTable, type HostEvents, type OpenDialog, type OpenedRecord, type Strings } from "../../emulator";
import { flowsession } from "../data/flowsession";
import { csvMessage } from "./csvMessage";
import { pageSizeOf, type DataSource, type LoadedData } from "./data";
import { showHostDialog } from "./dialogs";
import { showForm } from "./formPage";
import { showBare, showGrid, showPhone } from "./gridPage";
import type { Kit } from "./kit";
import { Messages } from "./messages";
import type { PageContext, ShownPage } from "./page";
import { DemoPanel } from "./panel";
import type { Settings } from "./settings";
import { Shell } from "./shell";
import { Stage, type StageEvent, type StageListener } from "./stage";
import { viewOf } from "./views";

export class App implements StageListener {
  public readonly messages = new Messages();
  public readonly table: EmulatedTable = createTable(flowsession);
  public readonly events: StageEvent[] = [];
  public passes = 0;
  private readonly panel: DemoPanel;
  private readonly shell: Shell;
  private readonly stage: Stage;
  private loaded: LoadedData = { kind: "generated", name: null, rows: [], problems: [] };
  private shown: ShownPage = { selection: () => undefined };
  private previous: Settings | null = null;
  private strings: Strings = {};

  /** @param navigate another address of this page. */
  public constructor(private readonly kit: Kit, private readonly source: DataSource, root: HTMLElement, private readonly navigate: (changes: Partial<Settings>) => void) {
    this.panel = new DemoPanel({ navigate, openFile: file => void this.openFile(file) });
    this.shell = new Shell(root, this.messages, this.panel.element, { navigate });
    this.stage = new Stage(kit, this.table, createSession(), this);
  }

  public get hosts(): readonly EmulatedHost[] { return this.stage.hosts; }

  /** Shows a state: in place where the real host would, else with the control mounted afresh. */
  public async show(settings: Settings): Promise<void> {
    const { previous } = this;
    this.previous = settings;
    const changed = (...names: readonly (keyof Settings)[]): boolean => !previous || names.some(name => previous[name] !== settings[name]);
    if (changed("data", "size", "seed")) await this.load(settings);
    if (changed("lang")) this.strings = await this.kit.strings(settings.lang);
    this.shell.update(settings, this.loaded.name, this.loaded.rows.length);
    this.panel.update({ ...settings, data: this.loaded.kind }, this.source.csvName);
    const inPlace: readonly (keyof Settings)[] = ["theme", "panel", ...(settings.place === "form" ? [] : ["view" as const])];
    const others = (Object.keys(settings) as (keyof Settings)[]).filter(name => !inPlace.includes(name));
    if (changed(...others) || this.hosts.length === 0) this.render(settings);
    else for (const host of this.hosts) {
      if (changed("theme")) host.setTheme(settings.theme);
      if (changed("view")) host.setView(viewOf(settings.view));
    }
    this.panel.count(this.table.rows.length, this.hosts);
  }

  public unmountAll(): void { this.stage.clear(); }

  /** Shows a CSV of the user's. */
  public async openFile(file: File): Promise<void> {
    await this.source.take(file);
    this.previous = null;
    this.navigate({ data: "csv", place: "grid", view: "all", run: null });
  }

  public event<K extends StageEvent["type"]>(type: K, detail: HostEvents[K]): void {
    this.events.push({ type, detail, at: Date.now() });
    if (type === "recordOpened") this.recordOpened(detail as OpenedRecord);
    else if (type === "dialogOpened") showHostDialog(detail as OpenDialog);
    else if (type === "urlOpened") this.messages.show("opened", "info", `The app would open ${(detail as HostEvents["urlOpened"]).url}`);
    else if (type === "selectionChanged") this.shown.selection();
    else if (type === "error") this.failed((detail as HostEvents["error"]).error);
    else if (type === "violation") console.warn(`The control did what the host forbids: ${(detail as HostEvents["violation"]).message}`);
  }

  public passed(): void {
    this.passes++;
    this.shown.selection();
    this.panel.count(this.table.rows.length, this.hosts);
  }

  private async load(settings: Settings): Promise<void> {
    this.loaded = await this.source.load(settings);
    this.table.setRows(this.loaded.rows);
    this.messages.dismiss("data");
    const message = csvMessage(this.loaded);
    if (message) this.messages.show("data", message.kind, message.text, message.details);
    else if (settings.data === "csv" && this.loaded.kind === "generated") this.messages.show("data", "warning", "No CSV is loaded, so generated runs are shown. Drop a CSV on the page, or start with --data FILE.csv.");
  }

  private render(settings: Settings): void {
    this.stage.clear();
    this.shell.workspace.replaceChildren();
    const context: PageContext = {
      settings, table: this.table, workspace: this.shell.workspace, pageSize: pageSizeOf(settings, this.loaded),
      navigate: this.navigate, place: placing => this.stage.place(placing, settings, this.strings),
    };
    const show = settings.place === "form" ? showForm : !settings.chrome ? showBare : settings.place === "phone" ? showPhone : showGrid;
    this.shown = show(context);
  }

  private recordOpened({ table, id, name, inPlace }: OpenedRecord): void {
    if (table === "flowsession" && inPlace) return this.navigate({ place: "form", run: id });
    this.messages.show("opened", "info", `The app would open the form of ${table} "${name ?? id}"${inPlace ? "" : " in a new window"}.`);
    // The emulated host has torn the control down, as the real one does when it leaves the page.
    if (inPlace && this.previous) this.render(this.previous);
  }

  private failed(error: unknown): void {
    console.error(error);
    this.messages.show("error", "error", `The control failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}
