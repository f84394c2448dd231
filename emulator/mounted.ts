/** One mount of a control: from `init` to `destroy`. */
import type * as ReactTypes from "react";
import { ServerAccess } from "./access";
import { ControlErrors } from "./controlErrors";
import { createContext, type ExtendedContext } from "./context";
import type { ControlConstructor, ControlInstance, EmulatedView, HostOptions, HostSession, ThemeName } from "./contract";
import { createDataSet } from "./dataSet";
import { DataSetState } from "./dataSetState";
import type { PassCause } from "./events";
import { Frame } from "./frame";
import { Inputs } from "./inputs";
import { createMode } from "./mode";
import { Navigator } from "./navigation";
import { PassSchedule } from "./passes";
import type { HostServices } from "./services";
import { TextFormat } from "./textFormat";
import { fluentDesignLanguage } from "./theme";
import { createUserSettings } from "./userSettings";
import { AllocatedWidth } from "./width";
import { createWrapper, type WrapperProps } from "./wrapper";

const DEFAULT_PAGE_SIZE = { mainGrid: 50, dashboard: 50, subgrid: 4 } as const;
const USER_EVENTS = ["pointerdown", "wheel", "keydown"] as const;

export interface MountOptions {
  readonly control: ControlConstructor;
  readonly container: HTMLElement;
  readonly options: HostOptions & Required<Pick<HostOptions, "controlId" | "placement" | "theme" | "user">>;
  readonly session: HostSession;
  readonly services: Omit<HostServices, "called" | "requestPass">;
  /** The control opened a record in place. */
  leave(): void;
}

export class MountedControl {
  readonly navigator: Navigator;
  readonly inputs: Inputs;
  readonly width: AllocatedWidth;
  state: DataSetState;
  fullScreen = false;
  passes = 0;

  private readonly services: HostServices;
  private readonly access: ServerAccess;
  private readonly errors: ControlErrors;
  private readonly schedule: PassSchedule;
  private readonly frame: Frame;
  private readonly format: TextFormat;
  private readonly control: ControlInstance;
  private readonly context: ExtendedContext;
  private readonly Wrapper: ReactTypes.ComponentClass<WrapperProps>;
  private readonly userActed = (): void => this.schedule.userActed();
  private theme: ComponentFramework.FluentDesignState | undefined;
  private dataSet: ComponentFramework.PropertyTypes.DataSet;
  private updatedProperties: readonly string[] = [];
  private destroyed = false;

  constructor(private readonly mount: MountOptions) {
    const { options, services, container } = mount;
    this.errors = new ControlErrors(services.recorder);
    this.services = { ...services, called: (member, ...args) => this.called(member, args), requestPass: (cause, updated) => this.schedule.request(cause, updated) };
    this.schedule = new PassSchedule({
      clock: services.clock, limit: options.passLimit ?? 50, noise: services.quirks.extraPasses,
      run: (cause, updated) => this.pass(cause, updated),
      halt: message => {
        services.recorder.violation(message);
        this.errors.report(new Error(message));
        this.errors.throwUncaught();
      },
    });
    this.access = new ServerAccess(options.server, options.user);
    this.format = new TextFormat(options.user);
    this.inputs = new Inputs(options.manifest, options.inputs ?? {}, services.recorder);
    this.theme = fluentDesignLanguage(options.theme, services.recorder);
    this.navigator = new Navigator(this.services, options.table.definition, mount.leave);
    this.width = new AllocatedWidth(options.placement.kind, this.services);
    this.state = this.bind(options.view, "");
    this.dataSet = this.snapshot();
    this.context = this.createContext();
    this.Wrapper = createWrapper(options.libraries);
    this.control = new mount.control();
    this.frame = new Frame(container, options.placement, services.quirks.shrinkToFit);
    for (const event of USER_EVENTS) this.frame.element.addEventListener(event, this.userActed, { capture: true, passive: true });
  }

  start(): void {
    const { options, session, services } = this.mount;
    if (options.width !== undefined) this.width.set(options.width);
    else this.frame.follow(width => this.width.set(width));
    const ready = this.errors.guard(() => {
      this.control.init(this.context, () => this.called("notifyOutputChanged", []), session.get(options.controlId));
      return true;
    });
    if (!ready) {
      this.schedule.dispose();
      return this.errors.throwUncaught();
    }
    this.state.pages.restart({ reason: "first fetch", by: "host" });
    if (!services.quirks.emptyFirstPass) return;
    this.schedule.run({ reason: "mount", by: "host" }, []);
    this.schedule.addNoise();
  }

  /** Another view, or the same one with another search. */
  show(view: EmulatedView, quickFind: string, reason: string): void {
    this.state.pages.dispose();
    this.state.selection.clear();
    this.state = this.bind(view, quickFind);
    this.state.pages.restart({ reason, by: "host" });
  }

  search(text: string): void {
    this.state.query.quickFind = text;
    this.state.pages.restart({ reason: "quick find", by: "host" });
  }

  setTheme(theme: ThemeName): void {
    this.theme = fluentDesignLanguage(theme, this.services.recorder);
    this.services.requestPass({ reason: "theme", by: "host" });
  }

  setInput(name: string, raw: string | number | boolean | null): void {
    this.inputs.set(name, raw);
    this.services.requestPass({ reason: `input ${name}`, by: "host" }, [name]);
  }

  setFullScreen(open: boolean, by: PassCause["by"]): void {
    if (open === this.fullScreen) return;
    this.fullScreen = open;
    this.frame.setFullScreen(open);
    this.width.setFullScreen(open ? this.frame.element.ownerDocument.defaultView?.innerWidth : undefined);
    this.services.recorder.emit("fullScreenChanged", { fullScreen: open });
    this.services.requestPass({ reason: "full screen", by }, [open ? "fullscreen_open" : "fullscreen_close", "layout"]);
  }

  stop(): void {
    this.schedule.dispose();
    this.state.pages.dispose();
    this.navigator.dispose();
    this.width.dispose();
    for (const event of USER_EVENTS) this.frame.element.removeEventListener(event, this.userActed, { capture: true });
    // Nothing was rendered if the control threw before its first pass.
    if (!this.mount.options.libraries.ReactDOM.unmountComponentAtNode(this.frame.element)) this.destroy();
    this.frame.dispose();
    this.services.recorder.abandoned += this.access.underWay;
    this.errors.throwUncaught();
  }

  private bind(view: EmulatedView, quickFind: string): DataSetState {
    const { options } = this.mount;
    const { placement, table, manifest, propertySets = {}, latency = 80 } = options;
    const state = new DataSetState({
      table, view, propertySets, latency, format: this.format, access: this.access,
      parent: placement.kind === "subgrid" ? placement.parent : undefined,
      pageSize: options.pageSize ?? DEFAULT_PAGE_SIZE[placement.kind],
      tokens: ["dataset", manifest.dataSet, "records"],
      dataArrived: () => this.schedule.addNoise(),
    }, this.services);
    state.query.quickFind = quickFind;
    return state;
  }

  private snapshot(): ComponentFramework.PropertyTypes.DataSet {
    return createDataSet(this.mount.options.manifest.dataSet, this.state, this.services, reference => this.navigator.openDatasetItem(reference));
  }

  private createContext(): ExtendedContext {
    const { options, session } = this.mount;
    const mode = createMode(options, {
      allocatedWidth: () => this.width.value,
      trackContainerResize: track => this.width.track(track),
      setFullScreen: open => this.setFullScreen(open, "control"),
      setControlState: state => void session.set(options.controlId, state),
    }, this.services);
    return createContext({
      options, mode, access: this.access, inputs: this.inputs, format: this.format, navigation: this.navigator.api,
      userSettings: createUserSettings(options.user, this.format.zone, this.services),
      dataSet: () => this.dataSet,
      updatedProperties: () => this.updatedProperties,
      fluentDesignLanguage: () => this.theme,
    }, this.services);
  }

  private pass(cause: PassCause, updated: readonly string[]): void {
    if (this.passes === 0 && !this.services.quirks.emptyFirstPass && this.state.pages.loading) return;
    this.passes++;
    this.dataSet = this.snapshot();
    this.updatedProperties = this.passes === 1 ? [] : updated;
    const element = this.errors.guard(() => this.control.updateView(this.context));
    if (element !== undefined) this.render(element);
    this.services.recorder.emit("pass", { ...cause, passes: this.passes });
    this.errors.throwUncaught();
  }

  private render(element: ReactTypes.ReactElement): void {
    const { libraries: { React, ReactDOM }, controlId } = this.mount.options;
    ReactDOM.render(React.createElement(this.Wrapper, {
      controlId, element, failed: error => this.errors.report(error), leaving: () => this.destroy(),
    }), this.frame.element);
  }

  private destroy(): void {
    this.errors.guard(() => this.control.destroy());
    this.destroyed = true;
  }

  private called(member: string, args: readonly unknown[]): void {
    const { recorder } = this.services;
    recorder.call(member, args);
    if (this.destroyed) recorder.violation(`${member} was called after destroy`);
    this.schedule.controlActed();
  }
}
