/** The runs of the comparison: deterministic, the same for a seed and a size on every machine. */
import { BenchRow, DAY, HOUR, STATUS_NAMES, T0 } from "./contract";

export type Random = () => number;

/** Mulberry32: small, fast and good enough. @returns numbers in [0, 1) */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const VERBS = ["Sync", "Import", "Export", "Validate", "Merge", "Publish", "Archive", "Notify", "Transform", "Reconcile"];
const NOUNS = ["accounts", "contacts", "invoices", "orders", "assets", "tickets", "contracts", "prices", "stock", "audit log"];
const MAX_DEPTH = 4;

const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;

/** Log-normal, median 2 min, from 1 s to 3 h; in ms. */
export function duration(random: Random): number {
  const gauss = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.round(Math.min(10_800, Math.max(1, Math.exp(Math.log(120) + 1.8 * gauss))) * 1000);
}

/** A GUID of version 4. */
export function guid(random: Random): string {
  const hex = (length: number): string => Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join("");
  return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
}

/** Index in STATUS_NAMES: mostly succeeded, one in eight failed, a few of everything. */
export function statusIndex(random: Random): number {
  const share = random();
  return share < 0.62 ? 7 : share < 0.74 ? 9 : share < 0.78 ? 8 : share < 0.8 ? 6 : share < 0.82 ? 10 : Math.floor(random() * STATUS_NAMES.length);
}

/** @returns rows in the order of their start; 60 % are roots, the others lie up to four deep and start inside their parents */
export function makeRows(count: number, seed = 20260105): BenchRow[] {
  const random = seeded(seed ^ count);
  const roots = Math.round(count * 0.6);
  const start = new Float64Array(count);
  const length = new Float64Array(count);
  const parent = new Int32Array(count).fill(-1);
  const depth = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    if (i < roots) start[i] = T0 + Math.floor(random() * (7 * DAY - 10 * HOUR));
    else {
      let p: number;
      do p = Math.floor(random() * i); while (depth[p] >= MAX_DEPTH);
      parent[i] = p;
      depth[i] = depth[p] + 1;
      start[i] = Math.min(T0 + 7 * DAY - 3 * HOUR, Math.floor(start[p] + random() * length[p]));
    }
    length[i] = duration(random);
  }
  const ids = Array.from({ length: count }, () => guid(random));
  const rows = ids.map((id, i): BenchRow => {
    const status = statusIndex(random);
    // A few still run: their bars go to now.
    const isOpen = STATUS_NAMES[status] === "Running" && random() < 0.02;
    return {
      id, parentId: parent[i] < 0 ? null : ids[parent[i]] ?? null, name: `${pick(random, VERBS)} ${pick(random, NOUNS)} #${i}`,
      status: STATUS_NAMES[status] ?? "Unknown", startedon: start[i], completedon: isOpen ? null : start[i] + length[i],
    };
  });
  return rows.sort((a, b) => a.startedon - b.startedon || (a.id < b.id ? -1 : 1)).map(asReceived);
}

/** As parsed from a response: strings that are put together would change their size in memory when they are first read. */
export const asReceived = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** A live refresh: a new array of new objects. @param changed the row that differs, none if -1; @param step another change for each */
export function refreshed(rows: readonly BenchRow[], changed: number, step: number): BenchRow[] {
  return rows.map((row, index) => {
    if (index !== changed) return { ...row };
    const status = STATUS_NAMES[(STATUS_NAMES.indexOf(row.status) + 1 + step * 4) % STATUS_NAMES.length] ?? row.status;
    // Long enough to be seen when the whole week is shown.
    return { ...row, status, completedon: row.startedon + (8 + (step % 5) * 3) * HOUR };
  });
}
