/** `context.utils`: metadata and privileges. */
import type { ServerAccess } from "./access";
import type { HostOptions } from "./contract";
import { gatedMethods } from "./gate";
import { metadataObject } from "./metadata";
import type { HostServices } from "./services";

const MEMBERS = ["getEntityMetadata", "hasEntityPrivilege", "lookupObjects", "loadDependency"] as const;

export function createUtility({ manifest }: HostOptions, access: ServerAccess, services: HostServices): ComponentFramework.Utility {
  return gatedMethods<ComponentFramework.Utility>("context.utils", "Utility", MEMBERS, manifest.features, services.recorder, {
    getEntityMetadata: async (table, columns) => {
      services.called("utils.getEntityMetadata", table, columns);
      return metadataObject(await access.ask("metadata", { table, columns: columns ?? null }), services.recorder);
    },
    hasEntityPrivilege: (table, type, depth) => {
      services.called("utils.hasEntityPrivilege", table, type, depth);
      // Offline, the rows that are there may be read.
      return access.server?.privileges.hasType(table, type) ?? true;
    },
  });
}
