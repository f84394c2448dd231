/** What the page shows, as its address says it. */
export interface SolutionState {
  /** Names of zips in Solution/bin. */
  readonly zips: readonly string[];
  readonly language: "en" | "de";
  readonly role: string;
  readonly zone: string;
  /** Epoch ms; null: the real time. */
  readonly now: number | null;
  readonly rows: number;
  /** Id of a page of the site map; null: the first. */
  readonly page: string | null;
  /** Id of the view in the place of the page's; null: the page's. */
  readonly view: string | null;
  /** A record's form. */
  readonly record: { readonly table: string; readonly id: string } | null;
}

const ROWS = 2_000;
export const LCIDS = { en: 1033, de: 1031 } as const;
export const TAGS = { en: "en-US", de: "de-DE" } as const;

/** Null if the address does not ask for a solution. @param administrator the role where the address has none */
export function readState(search: string, administrator: string): SolutionState | null {
  const given = new URLSearchParams(search);
  const zips = (given.get("solution") ?? "").split(",").filter(name => /^[\w.]+\.zip$/.test(name));
  if (zips.length === 0) return null;
  const [table, id] = (given.get("record") ?? "").split("/");
  const now = Date.parse(given.get("now") ?? "");
  return {
    zips, language: given.get("lang") === "de" ? "de" : "en", role: given.get("role") ?? administrator, zone: given.get("zone") ?? "Europe/Berlin",
    now: Number.isNaN(now) ? null : now, rows: Number(given.get("size") ?? ROWS), page: given.get("page"), view: given.get("view"), record: table && id ? { table, id } : null,
  };
}

export function writeState({ zips, language, role, zone, now, rows, page, view, record }: SolutionState): string {
  const given = new URLSearchParams({ solution: zips.join(","), lang: language, role, zone });
  if (now !== null) given.set("now", new Date(now).toISOString());
  if (rows !== ROWS) given.set("size", String(rows));
  if (page !== null) given.set("page", page);
  if (view !== null) given.set("view", view);
  if (record !== null) given.set("record", `${record.table}/${record.id}`);
  return `?${given.toString()}`;
}
