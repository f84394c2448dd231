/** The switches of the demo panel. */
import { ages } from "../data/serverTable";
import { denials, faults, firstLayouts, firstWindows, languages, sizes, themes, usesServer, zones, type Settings } from "./settings";

/** A switch: what it may be set to, with the change that each choice makes. */
export interface Switch {
  readonly label: string;
  readonly choices: readonly { readonly text: string; readonly change: Partial<Settings> }[];
}

const labels: Readonly<Record<string, string>> = {
  light: "Light", dark: "Dark", none: "None (classic look)", en: "English", de: "Deutsch", pseudo: "Pseudo-locale",
  auto: "Automatic", hour1: "1 hour", hours6: "6 hours", hours24: "24 hours",
  days7: "7 days", days30: "30 days", all: "All", tree: "Tree", machine: "Tracks by machine", flow: "Tracks by flow", status: "Tracks by status",
};

/** Of switches whose values mean something else elsewhere. */
const serverLabels: Readonly<Record<string, string>> = {
  none: "None", busy: "Too many requests (429)", down: "Unavailable (503)", signedOut: "Signed out (401)", forbidden: "Forbidden (403)", offline: "No network",
  slow: "No answer for ten minutes", truncated: "Short pages", nothing: "Nothing", views: "Views", runs: "Runs", machines: "Machines",
  current: "Of today", old: "Old: columns missing", new: "New: columns added",
};
const serverText = (value: unknown): string => serverLabels[String(value)] ?? String(value);

const choices = <K extends keyof Settings>(name: K, values: readonly Settings[K][], text: (value: Settings[K]) => string = value => labels[String(value)] ?? String(value)): Switch["choices"] =>
  values.map(value => ({ text: text(value), change: { [name]: value } }));

const pageSizeText = (size: Settings["pageSize"]): string => (size === null ? "Automatic" : size === "all" ? "All" : size.toLocaleString("en-US"));

const known = <T>(values: readonly T[], current: T): readonly T[] => (values.includes(current) ? values : [...values, current]);

const look: readonly Switch[] = [
  { label: "Theme", choices: choices("theme", themes) },
  { label: "Time zone of the user", choices: choices("zone", zones) },
  { label: "Language", choices: choices("lang", languages) },
  { label: "Direction", choices: choices("rtl", [false, true], rtl => (rtl ? "Right to left" : "Left to right")) },
];
const react: Switch = { label: "React", choices: choices("react", [16, 17], version => (version === 16 ? "16.14.0" : "17.0.2")) };

const grid = ({ pageSize }: Settings): readonly Switch[] => [
  { label: "Rows per page", choices: choices("pageSize", known<Settings["pageSize"]>([null, 4, 50, 250, 5_000, "all"], pageSize), pageSizeText) },
  { label: "First window", choices: choices("window", firstWindows) },
  { label: "First layout", choices: choices("layout", firstLayouts) },
];

/** @param csvName of a file that can be shown; null: there is none. */
export function switchesFor(settings: Settings, csvName: string | null): readonly Switch[] {
  const data: Switch["choices"] = [{ text: "Generated", change: { data: "generated" } }, ...(csvName === null ? [] : [{ text: csvName, change: { data: "csv" as const } }])];
  return [
    ...look,
    { label: "Data", choices: data },
    { label: "Generated runs", choices: choices("size", known<number>(sizes, settings.size), size => size.toLocaleString("en-US")) },
    ...grid(settings),
    { label: "Dataverse", choices: choices("server", [true, false], server => (server ? "Online" : "Offline: the page's rows only")) },
    ...(usesServer(settings) ? serverSwitches(settings) : []),
    react,
  ];
}

/** Those that say nothing of the data: all that there is for a real environment. */
export const pageSwitches = (settings: Settings): readonly Switch[] => [...look, ...grid(settings), react];

function serverSwitches({ latency }: Settings): readonly Switch[] {
  return [
    { label: "Latency", choices: choices("latency", known<number>([0, 80, 300, 2_000], latency), ms => `${ms.toLocaleString("en-US")} ms`) },
    { label: "Fault of every request", choices: choices("fault", faults, serverText) },
    { label: "The user may not read", choices: choices("denied", denials, serverText) },
    { label: "Environment", choices: choices("age", ages, serverText) },
  ];
}
