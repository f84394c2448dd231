/** `context.navigation`, and what happens when a record is opened. */
import type { TableDefinition } from "./contract";
import { Dialogs } from "./dialogs";
import type { OpenDialog, OpenedRecord } from "./events";
import type { HostServices } from "./services";
import { notModelled, strictObject } from "./strict";

type Navigation = ComponentFramework.Navigation;

/** Milliseconds until a form is there, measured on a real app. */
const NAVIGATION_TIME = 300;
const PATH = "context.navigation";

const plainId = (id: string): string => id.replace(/[{}]/g, "").toLowerCase();

/** Leaves members out that are undefined, as `exactOptionalPropertyTypes` wants them. */
type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
function given<T extends object>(members: T): Given<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Given<T>;
}

export class Navigator {
  readonly dialogs: Dialogs;
  readonly api: Navigation;
  private readonly underWay = new Set<() => void>();

  /** @param leave the page goes to another form: the control is torn down. */
  constructor(private readonly services: HostServices, private readonly table: TableDefinition, private readonly leave: () => void) {
    this.dialogs = new Dialogs(services);
    this.api = this.createApi();
  }

  /** Runs the command that opens a record; nothing tells the control when it is done. */
  openDatasetItem(reference: ComponentFramework.EntityReference): void {
    this.services.called("dataset.openDatasetItem", reference);
    const id = plainId(reference.id.guid);
    this.arrive({ table: reference.etn ?? this.table.logicalName, id, name: reference.name, via: "openDatasetItem", inPlace: true }, () => undefined);
  }

  private openForm(options: ComponentFramework.NavigationApi.EntityFormOptions): ReturnType<Navigation["openForm"]> {
    this.services.called("navigation.openForm", options);
    if (!options.entityName) return Promise.reject({ errorCode: 2147746305, message: "openForm: entityName is missing" });
    const inPlace = !options.openInNewWindow && !options.useQuickCreateForm && options.windowPosition !== 2;
    const id = plainId(options.entityId ?? "");
    return new Promise(resolve => this.arrive({ table: options.entityName, id, via: "openForm", inPlace }, () =>
      resolve({ savedEntityReference: id === "" ? [] : [{ entityType: options.entityName, id, name: "" }] })));
  }

  /** The promise of `openForm` resolves on navigation, when the control is gone already. */
  private arrive(record: OpenedRecord, done: () => void): void {
    const cancel = this.services.clock.after(NAVIGATION_TIME, () => {
      this.underWay.delete(cancel);
      if (record.inPlace && this.services.quirks.openingUnmounts) this.leave();
      this.services.recorder.emit("recordOpened", record);
      done();
    });
    this.underWay.add(cancel);
  }

  /** Navigations under way end nowhere. */
  dispose(): void {
    for (const cancel of this.underWay) cancel();
    this.underWay.clear();
  }

  private ask(member: string, argument: unknown, dialog: Omit<OpenDialog, "close">): Promise<boolean> {
    this.services.called(`navigation.${member}`, argument);
    return this.dialogs.ask(dialog);
  }

  private createApi(): Navigation {
    const { recorder } = this.services;
    return strictObject<Navigation>(PATH, {
      openAlertDialog: async strings => {
        await this.ask("openAlertDialog", strings, { kind: "alert", text: strings.text, ...given({ confirmLabel: strings.confirmButtonLabel }) });
      },
      openConfirmDialog: async strings => {
        const { title, text, confirmButtonLabel: confirmLabel, cancelButtonLabel: cancelLabel } = strings;
        return { confirmed: await this.ask("openConfirmDialog", strings, { kind: "confirm", text, ...given({ title, confirmLabel, cancelLabel }) }) };
      },
      openErrorDialog: async options => {
        const { message, details, errorCode } = options;
        if (message === undefined && errorCode === undefined) throw { errorCode: 2147746305, message: "openErrorDialog: message or errorCode is needed" };
        await this.ask("openErrorDialog", options, { kind: "error", text: message ?? `Error ${errorCode}`, ...given({ details }) });
      },
      openForm: options => this.openForm(options),
      openUrl: url => {
        this.services.called("navigation.openUrl", url);
        recorder.emit("urlOpened", { url });
      },
      openFile: () => notModelled(`${PATH}.openFile`, recorder),
      openWebResource: () => notModelled(`${PATH}.openWebResource`, recorder),
    }, recorder);
  }
}
