import { DAY, EpochMs, epochMs } from "../base/brand";
import { fail, ok, Result } from "../base/result";

/** A calendar date, perhaps with a clock time, perhaps with a zone: what Dataverse, the Web API and exports write. */
const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?)\s*(Z|[+-]\d\d:?\d\d)?)?$/i;

/** No run is older, and a zone's rules beyond this are not known to any host; 0001-01-01 is how .NET writes "no value". */
const EARLIEST = Date.UTC(1900, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

/**
 * The instant that a cell holds, null if it is empty. Takes an ISO 8601 text, a Date or epoch ms (host-facts.md section 2).
 * A text without a zone is UTC, as Dataverse stores it. Fails on anything else, and on years before 1900 or after 2199.
 */
export function parseTime(cell: unknown): Result<EpochMs | null, "badDate"> {
  if (cell === null || cell === undefined) return ok(null);
  if (typeof cell === "string" && cell.trim() === "") return ok(null);
  const instant = instantOf(cell);
  return instant >= EARLIEST && instant < LATEST ? ok(epochMs(instant)) : fail("badDate");
}

function instantOf(cell: unknown): number {
  if (typeof cell === "number") return Math.trunc(cell);
  if (cell instanceof Date) return cell.getTime();
  return typeof cell === "string" ? instantOfText(cell.trim()) : NaN;
}

function instantOfText(text: string): number {
  const parts = ISO.exec(text);
  if (parts === null) return NaN;
  const [, date, clock = "00:00", zone = "Z"] = parts;
  const midnight = Date.parse(`${date}T00:00:00Z`);
  // Engines disagree about 30 February: some refuse it, some read 2 March.
  if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== date) return NaN;
  return midnight + (Date.parse(`1970-01-01T${clock.replace(",", ".")}Z`) - offsetOf(zone));
}

/** Milliseconds that a zone is ahead of UTC. */
function offsetOf(zone: string): number {
  if (/^z$/i.test(zone)) return 0;
  const ahead = Date.parse(`1970-01-01T${zone.slice(1, 3)}:${zone.slice(-2)}:00Z`);
  return ahead < DAY ? ahead * (zone.startsWith("-") ? -1 : 1) : NaN;
}
