import { APP } from "../model/app";
import { SOLUTIONS } from "../model/solutions";
import { appMarkup, siteMapMarkup } from "./appMarkup";
import { formMarkup } from "./formMarkup";
import { LockedIds } from "./lockedIds";
import { writeFile } from "./markup";
import { viewMarkup } from "./viewMarkup";

/** Files below Solution/src that are made from the tables in Solution/model, by path. Ids that are new are added to the list. */
export function generateSources(ids: LockedIds): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const { name, views, forms, app } of SOLUTIONS) {
    for (const view of views) {
      const id = ids.get(`view/${view.key}`);
      files.set(`${name}/Entities/${view.table}/SavedQueries/${id}.xml`, writeFile(viewMarkup(view, id)));
    }
    for (const form of forms) files.set(`${name}/Entities/${form.table}/FormXml/main/${ids.get(`form/${form.key}`)}.xml`, writeFile(formMarkup(form, ids)));
    if (!app) continue;
    files.set(`${name}/AppModules/${APP}/AppModule.xml`, writeFile(appMarkup(app, ids)));
    files.set(`${name}/AppModuleSiteMaps/${APP}/AppModuleSiteMap.xml`, writeFile(siteMapMarkup(app, ids)));
  }
  return files;
}

/** Whether a file below Solution/src is one that is generated: one that the tables no longer give is left over. */
export const isGenerated = (path: string): boolean => /\/(SavedQueries|FormXml|AppModules|AppModuleSiteMaps)\//.test(path);
