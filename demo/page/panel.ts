/** The demo panel: every switch of the page, and what the emulated host counts. */
import type { EmulatedHost } from "../../emulator";
import { element, icon } from "./dom";
import { firstLayouts, firstWindows, languages, sizes, themes, zones, type Settings } from "./settings";

export interface PanelActions {
  navigate(changes: Partial<Settings>): void;
  openFile(file: File): void;
}

/** A switch: what it may be set to, with the change that each choice makes. */
interface Switch {
  readonly label: string;
  readonly choices: readonly { readonly text: string; readonly change: Partial<Settings> }[];
}

const labels: Readonly<Record<string, string>> = {
  light: "Light", dark: "Dark", none: "None (classic look)", en: "English", de: "Deutsch", pseudo: "Pseudo-locale",
  auto: "Automatic", hour1: "1 hour", hours6: "6 hours", hours24: "24 hours",
  days7: "7 days", days30: "30 days", all: "All", tree: "Tree", machine: "Tracks by machine", flow: "Tracks by flow", status: "Tracks by status",
};

const choices = <K extends keyof Settings>(name: K, values: readonly Settings[K][], text: (value: Settings[K]) => string = value => labels[String(value)] ?? String(value)): Switch["choices"] =>
  values.map(value => ({ text: text(value), change: { [name]: value } }));

const pageSizeText = (size: Settings["pageSize"]): string => (size === null ? "Automatic" : size === "all" ? "All" : size.toLocaleString("en-US"));

function switchesFor(settings: Settings, csvName: string | null): readonly Switch[] {
  const known = <T>(values: readonly T[], current: T): readonly T[] => (values.includes(current) ? values : [...values, current]);
  const data: Switch["choices"] = [{ text: "Generated", change: { data: "generated" } }, ...(csvName === null ? [] : [{ text: csvName, change: { data: "csv" as const } }])];
  return [
    { label: "Theme", choices: choices("theme", themes) },
    { label: "Time zone of the user", choices: choices("zone", zones) },
    { label: "Language", choices: choices("lang", languages) },
    { label: "Direction", choices: choices("rtl", [false, true], rtl => (rtl ? "Right to left" : "Left to right")) },
    { label: "Data", choices: data },
    { label: "Generated runs", choices: choices("size", known<number>(sizes, settings.size), size => size.toLocaleString("en-US")) },
    { label: "Rows per page", choices: choices("pageSize", known<Settings["pageSize"]>([null, 4, 50, 250, 5_000, "all"], settings.pageSize), pageSizeText) },
    { label: "First window", choices: choices("window", firstWindows) },
    { label: "First layout", choices: choices("layout", firstLayouts) },
    { label: "React", choices: choices("react", [16, 17], version => (version === 16 ? "16.14.0" : "17.0.2")) },
  ];
}

export class DemoPanel {
  public readonly element = element("aside", "demo-panel", [], { attributes: { "aria-label": "Demo", hidden: true } });
  private readonly facts = element("dl", "panel-facts");

  public constructor(private readonly actions: PanelActions) {}

  /** @param effective the settings, with what is automatic filled in for the data. */
  public update(effective: Settings, csvName: string | null): void {
    const focused = document.activeElement?.getAttribute("data-switch");
    const close = element("button", "icon-button", [icon("close")], { attributes: { type: "button", "aria-label": "Close the demo panel" }, on: { click: () => this.actions.navigate({ panel: false }) } });
    this.element.replaceChildren(
      element("div", "panel-heading", [element("h2", "", ["Demo"]), close]),
      ...switchesFor(effective, csvName).map(entry => this.field(entry, effective)),
      this.fileField(), this.facts,
    );
    if (focused) this.element.querySelector<HTMLElement>(`[data-switch="${focused}"]`)?.focus();
  }

  /** Counts of the hosts on the page. */
  public count(rows: number, hosts: readonly EmulatedHost[]): void {
    if (this.element.hidden) return;
    const sum = (of: (host: EmulatedHost) => number): string => hosts.reduce((total, host) => total + of(host), 0).toLocaleString("en-US");
    const violations = hosts.flatMap(host => host.violations);
    const counts: Readonly<Record<string, string>> = {
      "Rows in the table": rows.toLocaleString("en-US"), Passes: sum(host => host.passes), Fetches: sum(host => host.fetches), Violations: String(violations.length),
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
