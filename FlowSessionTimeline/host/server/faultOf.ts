import { Fault, FaultKind } from "./contract";

/** Dataverse's own codes, unsigned. */
const KIND_BY_CODE: ReadonlyMap<number, FaultKind> = new Map<number, FaultKind>([
  // Service protection: requests, execution time, concurrency.
  [0x80072322, "busy"], [0x80072321, "busy"], [0x80072326, "busy"],
  [0x8004e023, "tooMany"],
  [0x80040220, "forbidden"], [0x80048306, "forbidden"],
  // The database did not answer in time.
  [0x80044151, "down"],
  // No such record, column or table; arguments, XML and addresses that cannot be read.
  [0x80040217, "invalid"], [0x80041103, "invalid"], [0x80041102, "invalid"], [0x80040203, "invalid"], [0x80040201, "invalid"],
  [0x80041129, "invalid"], [0x80060888, "invalid"],
]);

/** Words of browsers and hosts where there is neither a code nor a status. */
const KIND_BY_WORDS: readonly (readonly [RegExp, FaultKind])[] = [
  [/AggregateQueryRecordLimit/i, "tooMany"],
  [/failed to fetch|networkerror|network error|network is unavailable|load failed|err_internet|\boffline\b/i, "offline"],
  [/missing prv\w+ privilege|CheckPrivilege failed/i, "forbidden"],
  [/timed? ?out/i, "down"],
  // A feature that the manifest does not declare.
  [/<uses-feature>/i, "invalid"],
];

const MISSING_COLUMN = [/doesn't contain attribute with Name\s*=\s*'([^']+)'/i, /could not find a property named '([^']+)'/i];
const RETRY_AFTER = /retry-?after["']?\s*[:=]\s*["']?(\d+)/i;
const STATUS_IN_TEXT = /\b(?:HTTP(?: Error)?|status(?: ?code)?)["']?[ :=]+(\d{3})\b/i;
const CODE_IN_TEXT = /\b0x8[0-9a-f]{7}\b/i;

/** What an error of the host's Web API means: it comes as a plain object, as an Error, as text or as nothing (host facts 4). Never throws. */
export function faultOf(error: unknown): Fault {
  const texts = ["message", "raw", "title"].map((key) => textOf(member(error, key)));
  const nested = member(error, "error");
  const message = textOf(error) || texts[0] || textOf(nested) || textOf(member(nested, "message"));
  const all = [message, ...texts].join("\n");
  return { kind: kindOf(error, nested, all), message, retryAfterMs: retryAfterOf(error, all) * 1000 };
}

/** The column that the server says it does not have; null for any other fault. */
export function missingColumn({ message }: Fault): string | null {
  for (const pattern of MISSING_COLUMN) {
    const name = pattern.exec(message)?.[1];
    if (name !== undefined) return name.toLowerCase();
  }
  return null;
}

function kindOf(error: unknown, nested: unknown, text: string): FaultKind {
  const codes = [member(error, "errorCode"), member(error, "code"), member(nested, "code"), CODE_IN_TEXT.exec(text)?.[0]];
  const statuses = [member(error, "httpStatus"), member(error, "status"), member(error, "statusCode"), member(nested, "status"), STATUS_IN_TEXT.exec(text)?.[1]];
  const byCode = codes.map((code) => KIND_BY_CODE.get(unsigned(code))).find((kind) => kind !== undefined);
  return byCode ?? kindOfStatus(statuses) ?? KIND_BY_WORDS.find(([words]) => words.test(text))?.[1] ?? "unknown";
}

function kindOfStatus(statuses: readonly unknown[]): FaultKind | undefined {
  const status = statuses.map(Number).find((one) => one >= 400 && one < 600);
  switch (status) {
    case undefined: return undefined;
    case 401: return "signedOut";
    case 403: return "forbidden";
    case 408: return "down";
    case 429: return "busy";
    default: return status >= 500 ? "down" : "invalid";
  }
}

/** A code as a number, negative number, or either or hex as text; NaN for anything else. */
function unsigned(code: unknown): number {
  const number = typeof code === "number" || (typeof code === "string" && code.trim() !== "") ? Number(code) : NaN;
  return Number.isInteger(number) && Math.abs(number) <= 0xffffffff ? number >>> 0 : NaN;
}

/** Seconds, 0 where nothing is said. */
function retryAfterOf(error: unknown, text: string): number {
  const headers = member(error, "headers");
  const said = [member(error, "retryAfter"), member(headers, "Retry-After"), member(headers, "retry-after"), RETRY_AFTER.exec(text)?.[1]];
  return said.map((one) => (one === undefined || one === null || one === "" ? NaN : Number(one))).find((seconds) => seconds > 0 && Number.isFinite(seconds)) ?? 0;
}

/** A member of anything; undefined if there is none or if reading it throws. */
function member(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  try {
    return (value as Readonly<Record<string, unknown>>)[key];
  } catch {
    return undefined; // a getter of a foreign object
  }
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
