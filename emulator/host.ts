/** The emulated host of one control. */
import { realClock } from "./clock";
import type { ControlConstructor, EmulatedHost, EmulatedView, HostOptions, HostSession, Strings, ThemeName, UserOptions } from "./contract";
import type { HostCall, HostEvents, OpenDialog } from "./events";
import { MountedControl } from "./mounted";
import { measuredQuirks, type Quirks } from "./quirks";
import { Recorder } from "./recorder";

/** A user in a zone with daylight saving that is not the browser's in most places. */
const DEFAULT_USER: UserOptions = { language: "en-US", timeZone: "America/Chicago" };

/** @param control the constructor that the bundle registered. */
export function createHost(control: ControlConstructor, options: HostOptions): EmulatedHost {
  return new Host(control, options);
}

export function createSession(): HostSession {
  return new Map();
}

class Host implements EmulatedHost {
  readonly quirks: Quirks;
  private readonly recorder: Recorder;
  private readonly session: HostSession;
  private current: MountedControl | undefined;
  private container: HTMLElement | undefined;
  private user: UserOptions;
  private theme: ThemeName;
  private strings: Strings;
  private view: EmulatedView;
  private width: number | undefined;
  private readonly raws: Record<string, string | number | boolean | null>;

  constructor(private readonly control: ControlConstructor, private readonly options: HostOptions) {
    this.quirks = { ...measuredQuirks, ...options.quirks };
    this.recorder = new Recorder(options.clock ?? realClock);
    this.session = options.session ?? createSession();
    this.user = options.user ?? DEFAULT_USER;
    this.theme = options.theme ?? "none";
    this.strings = options.strings ?? {};
    this.view = options.view;
    this.width = options.width;
    this.raws = { ...options.inputs };
  }

  get mounted(): boolean { return this.current !== undefined; }
  get fullScreen(): boolean { return this.current?.fullScreen ?? false; }
  get selectedRecordIds(): readonly string[] { return this.current?.state.selection.ids ?? []; }
  get passes(): number { return this.current?.passes ?? 0; }
  get fetches(): number { return this.current?.state.pages.fetches ?? 0; }
  get calls(): readonly HostCall[] { return this.recorder.calls; }
  get violations(): readonly string[] { return this.recorder.violations; }
  get abandonedRequests(): number { return this.recorder.abandoned; }
  get openDialogs(): readonly OpenDialog[] { return this.current?.navigator.dialogs.open ?? []; }

  mount(container: HTMLElement): void {
    if (this.current) throw new Error("this host is mounted already");
    this.container = container;
    const { controlId = "grid", placement = { kind: "mainGrid" }, clock = realClock } = this.options;
    const { width, ...rest } = this.options;
    this.current = new MountedControl({
      control: this.control, container, session: this.session,
      options: {
        ...rest, controlId, placement, user: this.user, theme: this.theme, strings: this.strings, view: this.view, inputs: this.raws,
        ...(this.width === undefined ? {} : { width: this.width }),
      },
      services: { clock, quirks: this.quirks, recorder: this.recorder },
      leave: () => this.unmount(),
    });
    this.current.start();
  }

  unmount(): void {
    const { current } = this;
    this.current = undefined;
    current?.stop();
  }

  resize(width: number): void {
    this.width = width;
    this.current?.width.set(width);
  }

  setTheme(theme: ThemeName): void {
    this.theme = theme;
    this.current?.setTheme(theme);
  }

  setUser(user: UserOptions, strings: Strings = this.strings): void {
    this.user = user;
    this.strings = strings;
    if (!this.current || !this.container) return;
    this.unmount();
    this.mount(this.container);
  }

  setView(view: EmulatedView): void {
    this.view = view;
    this.current?.show(view, "", "view");
  }

  setQuickFind(text: string): void { this.current?.search(text); }

  setInput(name: string, raw: string | number | boolean | null): void {
    this.raws[name] = raw;
    this.current?.setInput(name, raw);
  }

  refresh(): void { this.current?.state.pages.restart({ reason: "command bar", by: "host" }); }

  exitFullScreen(): void { this.current?.setFullScreen(false, "host"); }

  failNextFetch(message: string): void { this.current?.state.pages.failNext(message); }

  on<K extends keyof HostEvents>(event: K, listener: (detail: HostEvents[K]) => void): () => void {
    return this.recorder.on(event, listener);
  }
}
