import { APP, AppModel, APP_DESCRIPTION, APP_NAME, GroupModel, PageModel } from "../model/app";
import { descriptions, localizedNames, titles } from "./labelMarkup";
import { LockedIds } from "./lockedIds";
import { element, Markup, texts } from "./markup";
import { INTRODUCED } from "./version";

/** The platform's own roles that may open every app: System Administrator and System Customizer have these ids everywhere. */
const PLATFORM_ROLES = ["{627090ff-40a3-4053-8790-584edc5be201}", "{119f245c-3cc8-4b62-b31c-d1a046ced15d}"];
const EVERYWHERE = { Client: "All,Outlook,OutlookLaptopClient,OutlookWorkstationClient,Web", AvailableOffline: "true", PassParams: "false", Sku: "All,OnPremise,Live,SPLA" };

/** AppModule.xml: what the app shows, and who may open it. */
export function appMarkup(app: AppModel, ids: LockedIds): Markup {
  const withId = (type: string, kind: string, keys: readonly string[]): Markup[] => keys.map((key) => element("AppModuleComponent", { type, id: ids.get(`${kind}/${key}`) }));
  return element("AppModule", { "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance" }, [
    ...texts({
      UniqueName: APP, IntroducedVersion: INTRODUCED, WebResourceId: ids.get("icon/fst_timeline.svg").slice(1, -1), OptimizedFor: "", statecode: "0", statuscode: "1",
      FormFactor: "1", ClientType: "4", NavigationType: "0",
    }),
    element("AppModuleComponents", {}, [
      ...app.tables.map((schemaName) => element("AppModuleComponent", { type: "1", schemaName })),
      ...withId("26", "view", app.views), ...withId("60", "form", app.forms),
      element("AppModuleComponent", { type: "62", schemaName: APP }),
    ]),
    element("AppModuleRoleMaps", {}, [ids.get("role/viewer"), ids.get("role/operator"), ...PLATFORM_ROLES].map((id) => element("Role", { id }))),
    localizedNames(APP_NAME),
    descriptions(APP_DESCRIPTION),
  ]);
}

/** AppModuleSiteMap.xml: the pages of the app. */
export function siteMapMarkup(app: AppModel, ids: LockedIds): Markup {
  const area = element("Area", { Id: "fst_area", ShowGroups: "true", IntroducedVersion: INTRODUCED }, [titles(APP_NAME), ...app.groups.map((group) => groupMarkup(group, ids))]);
  return element("AppModuleSiteMap", { "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance" }, [
    ...texts({ SiteMapUniqueName: APP, EnableCollapsibleGroups: "False", ShowHome: "True", ShowPinned: "True", ShowRecents: "True" }),
    element("SiteMap", { IntroducedVersion: INTRODUCED }, [area]),
    localizedNames(APP_NAME),
  ]);
}

function groupMarkup(group: GroupModel, ids: LockedIds): Markup {
  return element("Group", { Id: group.id, IntroducedVersion: INTRODUCED, IsProfile: "false" }, [titles(group.label), ...group.pages.map((page) => pageMarkup(page, ids))]);
}

/** A table's page opens the view that the platform chooses; a page for one view has to be an address. */
function pageMarkup(page: PageModel, ids: LockedIds): Markup {
  const { shows } = page;
  const target: Record<string, string> = "table" in shows ? { Entity: shows.table } : { Url: viewAddress(shows.view, ids) };
  return element("SubArea", { Id: page.id, VectorIcon: `$webresource:${page.icon}`, Icon: `$webresource:${page.icon}`, ...target, ...EVERYWHERE }, [titles(page.label)]);
}

/** 1039 is the type of a view of everybody. */
function viewAddress(key: string, ids: LockedIds): string {
  const table = key.slice(0, key.indexOf("/"));
  return `/main.aspx?pagetype=entitylist&etn=${table}&viewid=%7b${ids.get(`view/${key}`).slice(1, -1)}%7d&viewtype=1039`;
}
