/** What is used of the host's Web API. Answers are of any shape until they are read; errors are thrown or rejected with. */
export interface WebApi {
  retrieveMultiple(table: string, options: string, maxPageSize: number): Promise<unknown>;
  retrieveRecord(table: string, id: string, options: string): Promise<unknown>;
}

type WithWebApi = Pick<ComponentFramework.Context<unknown>, "webAPI">;

/**
 * The host's Web API, asked for anew with each request; null where it lacks one of the methods. That a method is there proves nothing yet:
 * one whose feature the manifest does not declare throws when it is called (host facts 4).
 */
export function webApiOf(context: () => WithWebApi): WebApi | null {
  const api: Partial<ComponentFramework.WebApi> | undefined = context().webAPI;
  if (typeof api?.retrieveMultipleRecords !== "function" || typeof api.retrieveRecord !== "function") return null;
  return {
    retrieveMultiple: (table, options, maxPageSize) => context().webAPI.retrieveMultipleRecords(table, options, maxPageSize),
    retrieveRecord: (table, id, options) => context().webAPI.retrieveRecord(table, id, options),
  };
}
