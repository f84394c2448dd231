/** The context: one object for the life of the control, whose getters always show the host's present. */
import type { ServerAccess } from "./access";
import type { HostOptions } from "./contract";
import { gatedMethods } from "./gate";
import { Inputs } from "./inputs";
import type { ExtendedMode } from "./mode";
import type { HostServices } from "./services";
import { notModelled, strictObject } from "./strict";
import type { TextFormat } from "./textFormat";
import type { ExtendedUserSettings } from "./userSettings";
import { createUtility } from "./utility";
import { createWebApi } from "./webApi";

type Context = ComponentFramework.Context<object>;

/** With the members that real hosts have and the typings do not. */
export interface ExtendedContext extends Context {
  readonly mode: ExtendedMode;
  readonly userSettings: ExtendedUserSettings;
  readonly accessibility: { readonly isHighContrastEnabled: boolean };
  readonly page: {
    readonly appId: string; readonly entityTypeName: string; readonly entityId?: string; readonly isPageReadOnly: boolean; getClientUrl(): string;
  };
}

export interface ContextParts {
  readonly options: HostOptions;
  readonly access: ServerAccess;
  readonly inputs: Inputs;
  readonly mode: ExtendedMode;
  readonly userSettings: ExtendedUserSettings;
  readonly navigation: ComponentFramework.Navigation;
  readonly format: TextFormat;
  dataSet(): ComponentFramework.PropertyTypes.DataSet;
  updatedProperties(): readonly string[];
  fluentDesignLanguage(): ComponentFramework.FluentDesignState | undefined;
}

const FORM_FACTORS = { desktop: 1, tablet: 2, phone: 3 } as const;
const DEVICE = ["captureAudio", "captureImage", "captureVideo", "getBarcodeValue", "getCurrentPosition", "pickFile"] as const;

export function createContext(parts: ContextParts, services: HostServices): ExtendedContext {
  const { options, userSettings, mode, navigation } = parts;
  const { recorder } = services;
  const { features } = options.manifest;
  return strictObject<ExtendedContext>("context", {
    parameters: createParameters(parts, services),
    get updatedProperties() { return [...parts.updatedProperties()]; },
    // Undefined is how a getter says absent, which exactOptionalPropertyTypes tells apart.
    get fluentDesignLanguage() { return parts.fluentDesignLanguage() as ComponentFramework.FluentDesignState; },
    mode, userSettings, navigation,
    client: createClient(options, parts.access, services),
    device: gatedMethods<ComponentFramework.Device>("context.device", "Device", DEVICE, features, recorder),
    factory: createFactory(services),
    formatting: createFormatting(parts.format, services),
    resources: createResources(options, services),
    utils: createUtility(options, parts.access, services),
    webAPI: createWebApi(options, parts.access, services),
    events: strictObject("context.events", {}, recorder),
    copilot: gatedMethods<ComponentFramework.Copilot>("context.copilot", "Copilot", ["executeEvent", "executePrompt"], features, recorder),
    accessibility: strictObject("context.accessibility", { isHighContrastEnabled: userSettings.isHighContrastEnabled }, recorder),
    page: createPage(options, services),
  }, recorder);
}

function createParameters({ options, inputs, dataSet }: ContextParts, { recorder }: HostServices): object {
  const parameters: object = {};
  Object.defineProperty(parameters, options.manifest.dataSet, { enumerable: true, get: dataSet });
  inputs.addTo(parameters);
  return strictObject("context.parameters", parameters, recorder);
}

/** Without a server the app has gone offline with the rows that it took along. */
function createClient({ formFactor = "desktop" }: HostOptions, access: ServerAccess, { recorder }: HostServices): ComponentFramework.Client {
  return strictObject("context.client", {
    disableScroll: false,
    getClient: () => (formFactor === "desktop" ? "Web" : "Mobile"),
    getFormFactor: () => FORM_FACTORS[formFactor],
    isOffline: () => access.server === undefined,
    isNetworkAvailable: () => access.online,
  }, recorder);
}

function createFactory(services: HostServices): ComponentFramework.Factory {
  return strictObject<ComponentFramework.Factory>("context.factory", {
    getPopupService: () => notModelled("context.factory.getPopupService", services.recorder),
    requestRender: () => {
      services.called("factory.requestRender");
      services.requestPass({ reason: "factory.requestRender", by: "control" });
    },
  }, services.recorder);
}

/** Only what is settled: the zone in which the real host formats dates is not. */
function createFormatting(format: TextFormat, { recorder }: HostServices): ComponentFramework.Formatting {
  const missing = (member: string) => (): never => notModelled(`context.formatting.${member}`, recorder);
  return strictObject<ComponentFramework.Formatting>("context.formatting", {
    formatInteger: value => format.integer(value),
    formatDecimal: (value, precision = 2) => format.decimal(value, precision),
    formatCurrency: missing("formatCurrency"),
    formatDateAsFilterStringInUTC: missing("formatDateAsFilterStringInUTC"),
    formatDateLong: missing("formatDateLong"),
    formatDateLongAbbreviated: missing("formatDateLongAbbreviated"),
    formatDateShort: missing("formatDateShort"),
    formatDateYearMonth: missing("formatDateYearMonth"),
    formatLanguage: missing("formatLanguage"),
    formatTime: missing("formatTime"),
    getWeekOfYear: missing("getWeekOfYear"),
  }, recorder);
}

function createResources({ strings = {}, strictStrings = false }: HostOptions, { recorder }: HostServices): ComponentFramework.Resources {
  return strictObject<ComponentFramework.Resources>("context.resources", {
    getResource: () => notModelled("context.resources.getResource", recorder),
    getString: id => {
      const text = strings[id];
      if (text === undefined && strictStrings) {
        recorder.violation(`context.resources.getString: no text for "${id}"`);
        throw new Error(`no text for "${id}" in the resx`);
      }
      return text ?? id;
    },
  }, recorder);
}

function createPage({ placement, table }: HostOptions, { recorder }: HostServices): ExtendedContext["page"] {
  const shared = { appId: "5f0c2d8e-0000-4000-8000-000000000001", getClientUrl: () => "https://emulated.crm.example" };
  const page: ExtendedContext["page"] = placement?.kind === "subgrid"
    ? { ...shared, entityTypeName: placement.parent.table, entityId: placement.parent.id, isPageReadOnly: placement.readOnly === true }
    : { ...shared, entityTypeName: table.definition.logicalName, isPageReadOnly: false };
  return strictObject("context.page", page, recorder, ["entityId"]);
}
