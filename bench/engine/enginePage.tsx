/**
 * The control's own sources on a source of runs in memory: what the dataset could never hand over. Imports from the control are allowed
 * in bench/engine only (see .dependency-cruiser.cjs): the store's port has no other way in.
 */
import { DAY, epochMs } from "../../FlowSessionTimeline/base/brand";
import { browserClock } from "../../FlowSessionTimeline/base/clock";
import { ParsedRow } from "../../FlowSessionTimeline/domain/runRows";
import { Run } from "../../FlowSessionTimeline/domain/run";
import { resourceStrings } from "../../FlowSessionTimeline/host/resourceStrings";
import { Commands } from "../../FlowSessionTimeline/view/commands";
import { registerTimelineIcons } from "../../FlowSessionTimeline/view/icons";
import { Ports, Surroundings } from "../../FlowSessionTimeline/view/ports";
import { App } from "../../FlowSessionTimeline/view/shell/App";
import { Timeline } from "../../FlowSessionTimeline/view/timeline";
import * as React from "react";
import * as ReactDOM from "react-dom";
import { readResx } from "../../emulator";
import { plainFormats } from "../../tests/support/plainFormats";
import { HEIGHT, NOW } from "../page/contract";
import { startClockAtNow } from "../page/fixedNow";
import { afterFrame, nextFrame } from "../page/settle";
import { Activity, countActivity } from "./activity";
import { Recorder, replay } from "./replay";
import { later, RunMaker } from "./runs";
import { EngineSource } from "./source";

const PORTION = 20_000;
const SHELL_PX = 120;
/** Row of the tree whose run a delta changes: in view. */
const CHANGED_ROW = 9;

/** What can be asked of a picture, by name. */
export type Wish = "byMachine" | "byFlow" | "tree" | "hideSucceeded" | "showAll" | "search" | "collapseAll" | "expandAll" | "fitAll";

export class EnginePage {
  public readonly activity: Activity = countActivity(window);
  private readonly source = new EngineSource();
  private readonly timeline: Timeline;
  private readonly commands: Commands;
  private readonly samples: Run[] = [];
  private readonly recorder = new Recorder();
  private step = 0;
  private bar: HTMLElement | null = null;

  public constructor(private readonly element: HTMLElement, texts: string) {
    startClockAtNow();
    registerTimelineIcons();
    const strings = readResx(texts);
    const resources = { getString: (key: string) => strings[key] ?? key };
    const formats = plainFormats();
    const ports: Ports = {
      source: this.source, remembered: {}, remember: () => undefined, navigation: { openRun: () => undefined }, selection: { select: (ids) => ids.length, actionable: () => 0 },
      // The rest of the host's resources is never asked for.
      strings: resourceStrings(resources as unknown as Parameters<typeof resourceStrings>[0], (n) => formats.integer(n)),
    };
    const surroundings: Surroundings = {
      formats, theme: { isDark: false, brand: "" }, isRtl: false, place: "page", widthPx: -1, heightPx: HEIGHT + SHELL_PX, isFullScreen: false, firstWindow: "all", firstLayout: "tree",
    };
    this.timeline = new Timeline(ports, browserClock(), surroundings);
    this.timeline.view.set({ allRows: true });
    this.commands = new Commands(this.timeline);
    element.style.height = `${HEIGHT + SHELL_PX}px`;
    ReactDOM.render(<App timeline={this.timeline} surroundings={surroundings} />, element);
  }

  /** Puts runs into the store; nobody is told. */
  public async fill(count: number): Promise<void> {
    const maker = new RunMaker(count);
    for (let rows = maker.next(PORTION); rows.length > 0; rows = maker.next(PORTION)) {
      this.source.fill(rows);
      if (this.samples.length < 1000) this.samples.push(...rows.slice(0, 50).map((row) => row.run));
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }

  /** The rows are there: draw them. */
  public show(): void {
    performance.mark("step");
    this.source.tell();
  }

  public wish(wish: Wish): void {
    performance.mark("step");
    const { commands } = this;
    const wishes: Readonly<Record<Wish, () => void>> = {
      byMachine: () => commands.setLayout("machine"),
      byFlow: () => commands.setLayout("flow"),
      tree: () => commands.setLayout("tree"),
      hideSucceeded: () => commands.toggleFamily("ok"),
      showAll: () => commands.clearFilter(),
      search: () => commands.setText("Flow 12"),
      collapseAll: () => commands.collapseAll(),
      expandAll: () => commands.expandAll(),
      fitAll: () => commands.fitAll(),
    };
    wishes[wish]();
  }

  /** A delta in which one run in view changed, from its arrival to its paint. @param changed false: the same without a change */
  public async delta(changed: boolean): Promise<void> {
    const rows = changed ? [this.changedRow()] : [];
    await nextFrame();
    performance.mark("step");
    if (changed) {
      this.source.fill(rows);
      this.source.tell();
    }
    do await afterFrame(); while (this.timeline.derived?.storeVersion !== this.source.store.version);
    await afterFrame();
    performance.mark("rest");
    await nextFrame();
  }

  /** Deltas as a loader brings them: some runs changed, none added. */
  public refresh(count: number): void {
    performance.mark("step");
    const first = (this.step * count) % this.samples.length;
    this.step++;
    this.source.fill(this.samples.slice(first, first + count).map((run) => ({ run: later(run, this.step), problems: 0 })));
    this.source.tell();
  }

  /** Moves the window to where now is not in it, or to where it is. */
  public showNow(inSight: boolean): void {
    const middle = inSight ? NOW : NOW - 10 * DAY;
    this.timeline.setWindow({ fromMs: epochMs(middle - DAY), toMs: epochMs(middle + DAY) }, true);
  }

  /** From here on what each gesture draws is kept. */
  public record(): void {
    this.recorder.start();
  }

  /** In place of the control a bare canvas draws what was recorded, gesture by gesture. */
  public replay(): void {
    this.recorder.stop();
    ReactDOM.unmountComponentAtNode(this.element);
    const canvas = replay(this.element, this.recorder.pictures);
    Object.assign(window.contender ?? {}, { focus: () => canvas.focus(), chartLeft: () => canvas.getBoundingClientRect().left + 1 });
  }

  /** By the scrollbar, which stands for all rows by proportion. */
  public scrollTo(y: number): void {
    this.bar ??= this.element.querySelector(".fst-scrollbar")?.shadowRoot?.querySelector<HTMLElement>("[part=bar]") ?? null;
    if (this.bar) this.bar.scrollTop = (y * this.bar.scrollHeight) / this.heightPx();
  }

  public heightPx(): number {
    return this.timeline.derived?.rows.heightPx ?? 0;
  }

  public rows(): number {
    return this.timeline.derived?.rows.count ?? 0;
  }

  private changedRow(): ParsedRow {
    const rows = this.timeline.derived?.rows;
    const { store } = this.source;
    const slot = rows?.node[Math.min(CHANGED_ROW, rows.count - 1)] ?? 0;
    return { run: later(store.run(slot), ++this.step), problems: 0 };
  }
}

declare global {
  interface Window { engine?: EnginePage; engineTexts?: string }
}

const host = document.getElementById("host");
if (host) {
  window.engine = new EnginePage(host, window.engineTexts ?? "");
  window.contender = {
    mount: () => undefined, update: () => undefined, scrollTo: (y) => window.engine?.scrollTo(y), heightPx: () => window.engine?.heightPx() ?? 0,
    focus: () => document.querySelector<HTMLElement>('.fst-row[tabindex="0"]')?.focus(),
    chartLeft: () => (document.querySelector(".fst-plot")?.getBoundingClientRect().left ?? 0) + 1,
  };
}
