/** What stands in the address of a request: read strictly, since a browser would cut or change what is not encoded. */
import type { ServerError } from "./contract";
import { HttpCode, httpError } from "./httpErrors";

/** Longest address of a GET request, in characters. */
export const ADDRESS_LIMIT = 32_768;

/** Any host name of the usual length. */
const BASE = "https://organisation0000.crm4.dynamics.com/api/data/v9.0/";

const malformed = (message: string): ServerError => httpError(400, HttpCode.malformedAddress, message);

/**
 * The value of the one parameter that these options may have. Raw and percent-encoded values are taken; a raw `&` or `#` ends the value
 * in a browser and a raw `+` becomes a space there, so all three are refused.
 * @param path of the request, such as `flowsessions`.
 * @throws ServerError
 */
export function optionOf(path: string, options: string, parameter: string): string {
  const length = new URL(`${path}${options}`, BASE).href.length;
  if (length > ADDRESS_LIMIT) throw httpError(414, HttpCode.malformedAddress, `The length of the URL for this request (${length}) exceeds the configured maximum of ${ADDRESS_LIMIT} characters.`);
  const lead = `?${parameter}=`;
  if (!options.startsWith(lead)) throw malformed(`The query option ${lead} is expected, not "${options.slice(0, 80)}".`);
  const value = options.slice(lead.length);
  const raw = /[&#+]/.exec(value)?.[0];
  if (raw !== undefined) throw malformed(`The value of ${parameter} has a "${raw}" that is not encoded: the server would not see it.`);
  try {
    return decodeURIComponent(value);
  } catch {
    throw malformed(`The value of ${parameter} has a "%" that begins no escape.`);
  }
}
