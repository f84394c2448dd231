/** Puts the control into the page, on an emulated host, and tells what the host reports. */
import { createHost, type EmulatedHost, type EmulatedView, type HostEvents, type HostOptions, type HostSession, type Strings, type UserOptions } from "../../emulator";
import type { Kit } from "./kit";
import type { Settings } from "./settings";
import { propertySets } from "./views";

export interface StageEvent {
  readonly type: Exclude<keyof HostEvents, "pass">;
  readonly detail: HostEvents[Exclude<keyof HostEvents, "pass">];
  /** Epoch ms. */
  readonly at: number;
}

export interface StageListener {
  event<K extends StageEvent["type"]>(type: K, detail: HostEvents[K], host: EmulatedHost): void;
  passed(host: EmulatedHost): void;
}

export interface Placing extends Pick<HostOptions, "placement" | "formFactor" | "inputs"> {
  readonly container: HTMLElement;
  readonly view: EmulatedView;
  readonly pageSize: number;
  readonly controlId: string;
}

/** @property userId default: the emulator's. */
export interface StageData extends Pick<HostOptions, "table" | "server" | "execute"> { readonly userId?: string }

const reported = ["recordOpened", "urlOpened", "selectionChanged", "dialogOpened", "fullScreenChanged", "error", "violation"] as const;

export class Stage {
  private readonly mounted: EmulatedHost[] = [];

  /** @param session what `setControlState` kept, for all mounts of this page. */
  public constructor(private readonly kit: Kit, private readonly session: HostSession, private readonly listener: StageListener) {}

  public get hosts(): readonly EmulatedHost[] { return this.mounted; }

  /** @param data the table, the server that it is on, and who the user is there. */
  public place({ container, inputs, ...placing }: Placing, settings: Settings, strings: Strings, { userId, ...data }: StageData): EmulatedHost {
    const { manifest, libraries, control } = this.kit;
    const host = createHost(control, {
      ...placing, ...data, manifest, libraries, strings, propertySets, session: this.session,
      theme: settings.theme, user: { ...userOf(settings), ...(userId === undefined ? {} : { userId }) }, inputs: { firstWindow: settings.window, firstLayout: settings.layout, ...inputs },
    });
    container.lang = settings.lang === "de" ? "de" : "en";
    for (const type of reported) this.listen(host, type);
    host.on("pass", () => this.listener.passed(host));
    this.mounted.push(host);
    host.mount(container);
    return host;
  }

  /** Destroys every control; nothing of them is left. */
  public clear(): void {
    for (const host of this.mounted.splice(0)) host.unmount();
  }

  private listen<K extends StageEvent["type"]>(host: EmulatedHost, type: K): void {
    host.on(type, detail => this.listener.event(type, detail, host));
  }
}

function userOf({ lang, zone, rtl }: Settings): UserOptions {
  return { language: lang === "de" ? "de-DE" : "en-US", timeZone: zone, isRTL: rtl, userName: "Operator" };
}
