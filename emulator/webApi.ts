/** `context.webAPI`: reading stored views and FetchXML, and the one action; anything else is not modelled. */
import type { ServerAccess } from "./access";
import type { HostOptions } from "./contract";
import { gatedMethods } from "./gate";
import { HttpCode, httpError } from "./server/httpErrors";
import type { HostServices } from "./services";
import { notModelled } from "./strict";

const PATH = "context.webAPI";
const MEMBERS = ["createRecord", "deleteRecord", "updateRecord", "retrieveMultipleRecords", "retrieveRecord", "execute", "executeMultiple"] as const;
const LARGEST_PAGE = 5000;

/** The cookie is there for FetchXML and not in the typings; `nextLink` is for OData and absent here. */
export interface RowsResponse { readonly entities: ComponentFramework.WebApi.Entity[]; readonly fetchXmlPagingCookie?: string }

/** Of `execute`, which is untyped and on the host's class all the same: a bound action without parameters. */
export interface ActionRequest {
  readonly entity: { readonly entityType: string; readonly id: string };
  getMetadata(): { readonly boundParameter: string; readonly operationType: number; readonly operationName: string };
}
/** As far as `fetch` and the host agree. */
export interface ActionResponse { readonly ok: boolean; readonly status: number }

export interface ExtendedWebApi {
  retrieveRecord(table: string, id: string, options?: string): Promise<ComponentFramework.WebApi.Entity>;
  retrieveMultipleRecords(table: string, options?: string, maxPageSize?: number): Promise<RowsResponse>;
  execute(request: ActionRequest): Promise<ActionResponse>;
}
type WebApi = ComponentFramework.WebApi & Pick<ExtendedWebApi, "execute"> & { executeMultiple: unknown };

const plainId = (id: string): string => id.replace(/[{}]/g, "").toLowerCase();

export function createWebApi({ manifest, execute = "present" }: HostOptions, access: ServerAccess, services: HostServices): WebApi {
  const { recorder } = services;
  const modelled: ExtendedWebApi = {
    retrieveRecord: async (table, id, options = "") => {
      services.called("webAPI.retrieveRecord", table, id, options);
      if (table !== "savedquery" && table !== "userquery") notModelled(`${PATH}.retrieveRecord of ${table}`, recorder);
      if (!options.startsWith("?$select=")) notModelled(`${PATH}.retrieveRecord with the options "${options}"`, recorder);
      return { ...await access.ask("record", { table, id: plainId(id), options }) };
    },
    retrieveMultipleRecords: async (table, options = "", maxPageSize = LARGEST_PAGE) => {
      services.called("webAPI.retrieveMultipleRecords", table, options, maxPageSize);
      if (!options.startsWith("?fetchXml=")) notModelled(`${PATH}.retrieveMultipleRecords with the options "${options.slice(0, 80)}"`, recorder);
      if (!Number.isInteger(maxPageSize) || maxPageSize < 1 || maxPageSize > LARGEST_PAGE) notModelled(`${PATH}.retrieveMultipleRecords with a page of ${maxPageSize} rows`, recorder);
      const { entities, cookie } = await access.ask("rows", { table, options, maxPageSize });
      return { entities: [...entities], ...(cookie === null ? {} : { fetchXmlPagingCookie: cookie }) };
    },
    execute: async request => {
      const { operationName, operationType, boundParameter } = request.getMetadata();
      services.called("webAPI.execute", operationName, request.entity);
      if (operationType !== 0 || boundParameter !== "entity") notModelled(`${PATH}.execute of anything but a bound action`, recorder);
      if (execute === "rejecting") throw httpError(403, HttpCode.privilegeMissing, `The user may not call ${operationName}.`);
      await access.ask("action", { table: request.entity.entityType, id: plainId(request.entity.id), name: operationName });
      return { ok: true, status: 204 };
    },
  };
  // The typings promise a nextLink that FetchXML answers do not have, and an Entity type without its own index.
  return gatedMethods<WebApi>(PATH, "WebAPI", MEMBERS, manifest.features, recorder, modelled as unknown as Partial<WebApi>, execute === "absent" ? ["execute", "executeMultiple"] : []);
}
