/** The page as a whole: settings, data, shell and the shown page, kept in step. */
import { createSession, createTable, type EmulatedHost, type EmulatedServer, type EmulatedTable, type EmulatedView, type HostEvents, type OpenDialog, type OpenedRecord, type Strings } from "../../emulator";
import { flowsessionOf } from "../data/serverTable";
import type { ViewName } from "../data/storedViews";
import type { Change } from "../worker/runServer";
import { csvMessage } from "./csvMessage";
import { pageSizeOf, type DataSource, type LoadedData } from "./data";
import { DemoServer } from "./demoServer";
import { showHostDialog } from "./dialogs";
import { showForm } from "./formPage";
import { showBare, showGrid, showPhone } from "./gridPage";
import type { Kit } from "./kit";
import { showMachine } from "./machinePage";
import { Messages } from "./messages";
import type { OrgData } from "./orgData";
import type { FormRecord, PageContext, ShownPage, ViewChoice } from "./page";
import { DemoPanel } from "./panel";
import { busiestParent, machineOf, ServerRuns, TableRuns, type Runs } from "./runs";
import { usesServer, views, type Settings } from "./settings";
import { Shell } from "./shell";
import { Stage, type StageData, type StageEvent, type StageListener } from "./stage";
import { viewNames, viewOf } from "./views";

/** The most that a page of Dataverse holds. */
const LARGEST_PAGE = 5_000;

export class App implements StageListener {
  public readonly messages = new Messages();
  public readonly events: StageEvent[] = [];
  public passes = 0;
  private readonly panel: DemoPanel;
  private readonly shell: Shell;
  private readonly stage: Stage;
  private held: EmulatedTable = createTable(flowsessionOf("current"));
  private demoServer: DemoServer | null = null;
  private loaded: LoadedData = { kind: "generated", name: null, rows: [], count: 0, problems: [] };
  private shown: ShownPage = { selection: () => undefined };
  private previous: Settings | null = null;
  private strings: Strings = {};

  /** @param org in place of all data of the page; null: there is none. @param navigate another address of this page. */
  public constructor(private readonly kit: Kit, private readonly source: DataSource, private readonly org: OrgData | null, root: HTMLElement, private readonly navigate: (changes: Partial<Settings>) => void) {
    this.panel = new DemoPanel({ navigate, openFile: file => void this.openFile(file) });
    this.shell = new Shell(root, this.messages, this.panel.element, { navigate });
    this.stage = new Stage(kit, createSession(), this);
  }

  public get hosts(): readonly EmulatedHost[] { return this.stage.hosts; }
  /** With a server it has the columns alone. */
  public get table(): EmulatedTable { return this.held; }
  /** Undefined where the app is offline. */
  public get server(): EmulatedServer | undefined { return this.org ? this.org.server : this.previous && usesServer(this.previous) ? this.demoServer?.server : undefined; }

  /** Shows a state: in place where the real host would, else with the control mounted afresh. */
  public async show(settings: Settings): Promise<void> {
    const { previous } = this;
    this.previous = settings;
    const changed = (...names: readonly (keyof Settings)[]): boolean => !previous || names.some(name => previous[name] !== settings[name]);
    if (changed("data", "size", "seed", "server", "age")) await this.load(settings);
    this.demoServer?.apply(settings);
    if (changed("lang")) this.strings = await this.kit.strings(settings.lang);
    this.shell.update(settings, this.dataText());
    this.panel.update({ ...settings, data: this.loaded.kind }, this.source.csvName, this.org?.acceptance ?? null);
    const inPlace: readonly (keyof Settings)[] = ["theme", "panel", "latency", "fault", ...(settings.place === "form" || settings.place === "machine" ? [] : ["view" as const, "orgView" as const])];
    const others = (Object.keys(settings) as (keyof Settings)[]).filter(name => !inPlace.includes(name));
    if (changed(...others) || this.hosts.length === 0) await this.render(settings);
    else for (const host of this.hosts) {
      if (changed("theme")) host.setTheme(settings.theme);
      if (changed("view", "orgView")) host.setView(this.viewOf(settings.view, settings));
    }
    this.count();
  }

  public unmountAll(): void { this.stage.clear(); }

  /** Shows a CSV of the user's. */
  public async openFile(file: File): Promise<void> {
    if (this.org) return this.messages.show("data", "warning", "This page shows an environment. Start the demo without --org to see a CSV.");
    await this.source.take(file);
    this.previous = null;
    this.navigate({ data: "csv", place: "grid", view: "all", run: null });
  }

  /** Other runs on the server or in the page; a host sees them at its next fetch. */
  public async change(change: Change): Promise<void> { await this.runs().change(change); }

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
    this.count();
  }

  private count(): void { this.panel.count(this.org ? null : this.loaded.count, this.hosts, this.server); }

  private dataText(): string {
    const { name, count } = this.loaded;
    return this.org ? `runs of ${this.org.name}, read only` : `${count.toLocaleString("en-US")} runs, ${name === null ? "made up" : `from ${name}`}`;
  }

  private viewOf(name: ViewName, settings: Settings): EmulatedView {
    return this.org ? this.org.viewOf(settings) : viewOf(name, this.table.definition);
  }

  private viewChoices(settings: Settings): readonly ViewChoice[] {
    if (!this.org) return views.map(view => ({ key: view, name: viewNames[view], isCurrent: view === settings.view, change: { view } }));
    const { id: current } = this.org.viewOf(settings);
    return this.org.views.map(({ id, name }) => ({ key: id, name, isCurrent: id === current, change: { orgView: id } }));
  }

  private async load(settings: Settings): Promise<void> {
    if (this.org) return void (this.held = this.org.table);
    const definition = flowsessionOf(settings.age);
    this.loaded = await this.source.load(settings);
    const online = usesServer(settings);
    this.held = createTable(definition, online ? [] : this.loaded.rows);
    if (online) this.loaded = { ...this.loaded, count: await this.loadServer(settings) };
    this.messages.dismiss("data");
    const message = csvMessage(this.loaded);
    if (message) this.messages.show("data", message.kind, message.text, message.details);
    else if (settings.data === "csv" && this.loaded.kind === "generated") this.messages.show("data", "warning", "No CSV is loaded, so generated runs are shown. Drop a CSV on the page, or start with --data FILE.csv.");
  }

  /** @returns how many runs the server has. */
  private loadServer({ size, seed, age }: Settings): Promise<number> {
    this.demoServer ??= new DemoServer(new Worker("/page/worker.js"));
    const { kind, rows } = this.loaded;
    if (kind === "csv") return this.demoServer.load({ kind: "rows", rows, age });
    this.messages.show("data", "info", `Making ${size.toLocaleString("en-US")} runs …`);
    return this.demoServer.load({ kind: "generated", size, seed, nowMs: Date.now(), age });
  }

  private runs(): Runs {
    if (this.org) return this.org.runs;
    return this.server && this.demoServer ? new ServerRuns(this.demoServer, Object.keys(this.table.definition.columns)) : new TableRuns(this.table);
  }

  private async render(settings: Settings): Promise<void> {
    const { runs, record } = await this.prepare(settings);
    this.stage.clear();
    this.shell.workspace.replaceChildren();
    const { table, server, org } = this;
    const data: StageData = { table, ...(server ? { server } : {}), ...(org ? { userId: org.userId, execute: "absent" } : {}) };
    const context: PageContext = {
      settings, runs, record, table: table.definition, workspace: this.shell.workspace, pageSize: pageSizeOf(settings, org ? { kind: "generated", count: LARGEST_PAGE } : this.loaded),
      view: name => this.viewOf(name, settings), views: this.viewChoices(settings),
      navigate: this.navigate, place: placing => this.stage.place(placing, settings, this.strings, data),
    };
    const show = settings.place === "form" ? showForm : settings.place === "machine" ? showMachine : !settings.chrome ? showBare : settings.place === "phone" ? showPhone : showGrid;
    this.shown = show(context);
  }

  private async prepare({ place, run, machine }: Settings): Promise<{ readonly runs: Runs; readonly record: FormRecord }> {
    const runs = this.runs();
    if (place === "form") return { runs, record: { run: run === null ? busiestParent(await runs.recent()) : await runs.run(run) } };
    return { runs, record: place === "machine" ? { machine: machineOf(await runs.recent(), machine) } : {} };
  }

  private recordOpened({ table, id, name, inPlace }: OpenedRecord): void {
    if (table === "flowsession" && inPlace) return this.navigate({ place: "form", run: id });
    if (table === "flowmachine" && inPlace) return this.navigate({ place: "machine", machine: id });
    this.messages.show("opened", "info", `The app would open the form of ${table} "${name ?? id}"${inPlace ? "" : " in a new window"}.`);
    // The emulated host has torn the control down, as the real one does when it leaves the page.
    if (inPlace && this.previous) void this.render(this.previous);
  }

  private failed(error: unknown): void {
    console.error(error);
    this.messages.show("error", "error", `The control failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}
