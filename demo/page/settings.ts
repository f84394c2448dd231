/** The state of the page, as its address says it: every switch is a parameter, defaults are left out. */
import { ages, type Age } from "../data/serverTable";

export const zones = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"] as const;
export const sizes = [0, 200, 2_000, 10_000, 100_000, 2_000_000] as const;
export const themes = ["light", "dark", "none"] as const;
export const languages = ["en", "de", "pseudo"] as const;
export const places = ["grid", "form", "machine", "phone"] as const;
export const views = ["all", "open", "failed", "roots"] as const;
/** What every request to the server meets. */
export const faults = ["none", "busy", "down", "signedOut", "forbidden", "offline", "slow", "truncated"] as const;
/** What the user may not read. */
export const denials = ["nothing", "views", "runs", "machines"] as const;
/** Values of the control's inputs firstWindow and firstLayout. */
export const firstWindows = ["auto", "hour1", "hours6", "hours24", "days7", "days30", "all"] as const;
export const firstLayouts = ["auto", "tree", "machine", "flow", "status"] as const;

export interface Settings {
  readonly theme: (typeof themes)[number];
  readonly zone: (typeof zones)[number];
  readonly lang: (typeof languages)[number];
  readonly rtl: boolean;
  /** null: the CSV of the server or of a drop where there is one, else generated. */
  readonly data: "generated" | "csv" | null;
  /** Rows to generate. */
  readonly size: number;
  readonly seed: number;
  /** Version of React that the host brings. */
  readonly react: 16 | 17;
  /** Rows per page; null: what suits the place and the data. */
  readonly pageSize: number | "all" | null;
  /** Epoch ms at which the page's clock starts; null: the real time. */
  readonly now: number | null;
  readonly place: (typeof places)[number];
  readonly view: (typeof views)[number];
  /** Id of the view of a real environment, where the page shows one; null: its default. */
  readonly orgView: string | null;
  /** Id of the run on the form; null: the one with most children. */
  readonly run: string | null;
  /** Id of the machine on the machine's form; null: the one with most runs. */
  readonly machine: string | null;
  readonly window: (typeof firstWindows)[number];
  readonly layout: (typeof firstLayouts)[number];
  /** The app has a Dataverse behind it; false: it is offline, with the rows of the page. */
  readonly server: boolean;
  /** Ms until the server answers. */
  readonly latency: number;
  readonly fault: (typeof faults)[number];
  readonly denied: (typeof denials)[number];
  readonly age: Age;
  /** False: nothing but the control. */
  readonly chrome: boolean;
  /** The panel with the switches is open. */
  readonly panel: boolean;
}

export const defaults: Settings = {
  theme: "light", zone: "Europe/Berlin", lang: "en", rtl: false, data: null, size: 2_000, seed: 1, react: 17, pageSize: null, now: null,
  place: "grid", view: "all", orgView: null, run: null, machine: null, window: "auto", layout: "auto",
  server: true, latency: 80, fault: "none", denied: "nothing", age: "current", chrome: true, panel: false,
};

/** From so many generated runs on there is a server whatever the switch says: a page cannot hold them. */
const TOO_MANY = 150_000;

export const usesServer = ({ server, data, size }: Pick<Settings, "server" | "data" | "size">): boolean => server || (data !== "csv" && size >= TOO_MANY);

type Reader<T> = (text: string) => T | undefined;

const oneOf = <T extends string>(values: readonly T[]): Reader<T> => text => values.find(value => value === text);
const flag: Reader<boolean> = text => (text === "1" ? true : text === "0" ? false : undefined);
const wholeFrom = (least: number): Reader<number> => text => (/^\d{1,9}$/.test(text) && Number(text) >= least ? Number(text) : undefined);
const id: Reader<string> = text => (/^[0-9a-f-]{36}$/i.test(text) ? text.toLowerCase() : undefined);
const instant: Reader<number> = text => (Number.isNaN(Date.parse(text)) ? undefined : Date.parse(text));

const readers: { readonly [K in keyof Settings]: Reader<Settings[K]> } = {
  theme: oneOf(themes), zone: oneOf(zones), lang: oneOf(languages), rtl: flag, data: oneOf<"generated" | "csv">(["generated", "csv"]), size: wholeFrom(0), seed: wholeFrom(0),
  react: text => (text === "16" ? 16 : text === "17" ? 17 : undefined),
  pageSize: text => (text === "all" ? "all" : wholeFrom(1)(text)),
  now: instant, place: oneOf(places), view: oneOf(views), orgView: id, run: id, machine: id,
  window: oneOf(firstWindows), layout: oneOf(firstLayouts), server: flag, latency: wholeFrom(0), fault: oneOf(faults), denied: oneOf(denials), age: oneOf(ages), chrome: flag, panel: flag,
};

/** @returns the settings, and the parameters that were not understood (they keep their defaults). */
export function readSettings(search: string): { readonly settings: Settings; readonly unknown: readonly string[] } {
  const settings: Record<string, unknown> = { ...defaults };
  const unknown: string[] = [];
  for (const [name, text] of new URLSearchParams(search)) {
    const value = Object.keys(readers).includes(name) ? readers[name as keyof Settings](text) : undefined;
    if (value === undefined) unknown.push(`${name}=${text}`);
    else settings[name] = value;
  }
  return { settings: settings as unknown as Settings, unknown };
}

/** The part of the address after the path: empty, or beginning with a question mark. */
export function writeSettings(settings: Settings): string {
  const parameters = new URLSearchParams();
  for (const name of Object.keys(defaults) as (keyof Settings)[]) {
    const value = settings[name];
    if (value === null || value === defaults[name]) continue;
    parameters.set(name, typeof value === "boolean" ? String(Number(value)) : name === "now" ? new Date(Number(value)).toISOString() : String(value));
  }
  const text = parameters.toString();
  return text ? `?${text.replace(/%2F/g, "/").replace(/%3A/g, ":")}` : "";
}
