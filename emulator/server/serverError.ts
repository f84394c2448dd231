/** Faults of the emulated Dataverse: plain objects with the platform's number, as the Web API hands them to a control. */
import type { ServerError } from "./contract";

const code = (hex: number): number => hex | 0;

export const ErrorCode = {
  invalidXml: code(0x80040201),
  invalidArgument: code(0x80040203),
  noEntity: code(0x80041102),
  noAttribute: code(0x80041103),
  badPagingCookie: code(0x80041129),
  aggregateLimit: code(0x8004e023),
} as const;

export function serverError(errorCode: number, message: string): ServerError {
  return { errorCode, message };
}

/** The number and words with which Dataverse refuses a column that a table does not have. */
export function unknownAttribute(table: string, attribute: string): ServerError {
  return serverError(ErrorCode.noAttribute, `'${table}' entity doesn't contain attribute with Name = '${attribute}' and NameMapping = 'Logical'.`);
}
