/** The demo panel: every switch of the page, and what the emulated host counts. */
import type { EmulatedHost, EmulatedServer } from "../../emulator";
import { element, icon } from "./dom";
import type { Settings } from "./settings";
import { pageSwitches, switchesFor, type Switch } from "./switches";

export interface PanelActions {
  navigate(changes: Partial<Settings>): void;
  openFile(file: File): void;
}

export class DemoPanel {
  public readonly element = element("aside", "demo-panel", [], { attributes: { "aria-label": "Demo", hidden: true } });
  private readonly facts = element("dl", "panel-facts");

  public constructor(private readonly actions: PanelActions) {}

  /**
   * @param effective the settings, with what is automatic filled in for the data.
   * @param org what is to be said of a real environment; null: the page shows none.
   */
  public update(effective: Settings, csvName: string | null, org: string | null): void {
    const focused = document.activeElement?.getAttribute("data-switch");
    const close = element("button", "icon-button", [icon("close")], { attributes: { type: "button", "aria-label": "Close the demo panel" }, on: { click: () => this.actions.navigate({ panel: false }) } });
    this.element.replaceChildren(
      element("div", "panel-heading", [element("h2", "", ["Demo"]), close]),
      ...(org === null ? [] : [element("p", "", [org])]),
      ...(org === null ? switchesFor(effective, csvName) : pageSwitches(effective)).map(entry => this.field(entry, effective)),
      ...(org === null ? [this.fileField()] : []), this.facts,
    );
    if (focused) this.element.querySelector<HTMLElement>(`[data-switch="${focused}"]`)?.focus();
  }

  /** Counts of the hosts on the page. @param rows null: nobody knows. @param server undefined: the app is offline. */
  public count(rows: number | null, hosts: readonly EmulatedHost[], server: EmulatedServer | undefined): void {
    if (this.element.hidden) return;
    const sum = (of: (host: EmulatedHost) => number): string => hosts.reduce((total, host) => total + of(host), 0).toLocaleString("en-US");
    const violations = hosts.flatMap(host => host.violations);
    const counts: Readonly<Record<string, string>> = {
      ...(rows === null ? {} : { "Rows in the table": rows.toLocaleString("en-US") }), Passes: sum(host => host.passes), Fetches: sum(host => host.fetches), ...serverCounts(server), Violations: String(violations.length),
    };
    this.facts.replaceChildren(
      ...Object.entries(counts).flatMap(([name, value]) => [element("dt", "", [name]), element("dd", "", [value])]),
      ...violations.slice(-5).map(violation => element("dd", "violation", [violation])),
    );
  }

  private field({ label, choices: entries }: Switch, settings: Settings): HTMLElement {
    const isCurrent = (change: Partial<Settings>): boolean => Object.entries(change).every(([name, value]) => settings[name as keyof Settings] === value);
    const options = entries.map(({ text, change }, index) => element("option", "", [text], { attributes: { value: String(index), selected: isCurrent(change) } }));
    const select = element("select", "field-input", options, {
      attributes: { "data-switch": label }, on: { change: (_, target) => this.actions.navigate(entries[Number(target.value)]?.change ?? {}) },
    });
    return element("label", "panel-field", [label, select]);
  }

  private fileField(): HTMLElement {
    const input = element("input", "field-input", [], {
      attributes: { type: "file", accept: ".csv,text/csv,text/plain" }, on: { change: (_, target) => { const file = target.files?.[0]; if (file) this.actions.openFile(file); } },
    });
    return element("label", "panel-field", ["Show a CSV (or drop it on the page)", input]);
  }
}

/** What the control has asked the server, its dataset left out. */
function serverCounts(server: EmulatedServer | undefined): Readonly<Record<string, string>> {
  if (!server) return {};
  const { requests, rows, bytes } = server.ledger.sum("record", "rows", "metadata", "action");
  return {
    Requests: requests.toLocaleString("en-US"), "Rows answered": rows.toLocaleString("en-US"), "Kilobytes answered": Math.round(bytes / 1000).toLocaleString("en-US"),
  };
}
