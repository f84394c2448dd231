/** What a host remembers of its control: calls, violations, dialogs; and who listens. */
import type { HostClock } from "./clock";
import type { HostCall, HostEvents } from "./events";

/** Older calls are forgotten, so that hours of soak do not fill the memory. */
const CALLS_KEPT = 1000;

type Listener<K extends keyof HostEvents> = (detail: HostEvents[K]) => void;
type Listeners = { [K in keyof HostEvents]: Set<Listener<K>> };

export class Recorder {
  readonly calls: HostCall[] = [];
  readonly violations: string[] = [];
  /** Requests to the server that were under way when their control was destroyed. */
  abandoned = 0;
  private readonly listeners: Listeners = {
    recordOpened: new Set(), urlOpened: new Set(), selectionChanged: new Set(), dialogOpened: new Set(),
    fullScreenChanged: new Set(), pass: new Set(), error: new Set(), violation: new Set(),
  };

  constructor(private readonly clock: HostClock) {}

  call(member: string, args: readonly unknown[]): void {
    this.calls.push({ member, args, at: this.clock.now() });
    if (this.calls.length > CALLS_KEPT) this.calls.shift();
  }

  violation(message: string): void {
    this.violations.push(message);
    this.emit("violation", { message });
  }

  on<K extends keyof HostEvents>(event: K, listener: Listener<K>): () => void {
    this.listeners[event].add(listener);
    return () => void this.listeners[event].delete(listener);
  }

  emit<K extends keyof HostEvents>(event: K, detail: HostEvents[K]): void {
    for (const listener of [...this.listeners[event]]) listener(detail);
  }

  hasListener(event: keyof HostEvents): boolean {
    return this.listeners[event].size > 0;
  }
}
