/** Errors of the Web API as the host hands them to a control: plain objects with the code of Dataverse as a signed number. */
import type { ServerError } from "./contract";

const signed = (code: number): number => code | 0;

/** Codes that come before or beside a query; those of queries are in serverError.ts. */
export const HttpCode = {
  unexpected: signed(0x80040216),
  recordMissing: signed(0x80040217),
  privilegeMissing: signed(0x80040220),
  unauthorised: signed(0x80040257),
  malformedAddress: signed(0x80060888),
  tooManyRequests: signed(0x80072322),
} as const;

/** @param status of the HTTP answer, which the host hands on beside the code. */
export function httpError(status: number, errorCode: number, message: string, headers: Readonly<Record<string, string>> = {}): ServerError {
  return {
    errorCode, message, title: "An error has occurred", httpStatus: status,
    raw: JSON.stringify({ status, headers, error: { code: `0x${(errorCode >>> 0).toString(16).padStart(8, "0")}`, message } }),
  };
}

/** No answer came at all: nothing of Dataverse is in it. */
export const offlineError = (): ServerError => ({ errorCode: 0, message: "Failed to fetch", title: "Network is unavailable" });

/** @param access such as `Read`. */
export function privilegeError(table: string, access: string, userId: string): ServerError {
  return httpError(403, HttpCode.privilegeMissing, `Principal user (Id=${userId}, type=8) is missing prv${access}${table} privilege for entity '${table}'.`);
}

export const recordMissing = (table: string, id: string): ServerError => httpError(404, HttpCode.recordMissing, `${table} With Id = ${id} Does Not Exist`);

/** Whether something thrown is an error of the server, not a mistake of the emulator. */
export const isServerError = (error: unknown): error is ServerError =>
  typeof error === "object" && error !== null && !(error instanceof Error) && "errorCode" in error && "message" in error;
