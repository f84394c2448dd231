/** Keeps account of everything in a page that could still happen: listeners, timers, animation frames, observers. */

/** What is pending, told in words ("listener scroll of div.fst-scrollbar, by bundle.js"), and how often. */
export type Pending = Readonly<Record<string, number>>;

export interface Ledger {
  pending(): Pending;
}

declare global {
  interface Window { fstLedger?: Ledger }
}

/** What `after` has more (or, negative, less) of than `before`. */
export function difference(before: Pending, after: Pending): Pending {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return Object.fromEntries(keys.map((key) => [key, (after[key] ?? 0) - (before[key] ?? 0)] as const).filter(([, count]) => count !== 0));
}

/** Only what the control's own bundle asked for. */
export const ofTheControl = (pending: Pending): Pending => Object.fromEntries(Object.entries(pending).filter(([key]) => key.endsWith("by bundle.js")));

/** Runs in the page before any of its scripts, and so may use nothing from outside itself. */
export function installLedger(): void {
  interface Entry {
    readonly what: string;
    /** The node that it hangs on; null for what lives as long as the page. */
    readonly node: Node | null;
    readonly by: string;
  }
  const entries = new Set<Entry>();

  /** The script that asked, by its file's name. */
  const caller = (): string => /\/([\w.-]+\.js):\d+:\d+/.exec(new Error().stack ?? "")?.[1] ?? "the page";

  const nameOf = (target: EventTarget): string => {
    if (!(target instanceof Element)) return target.constructor.name;
    return [target.tagName.toLowerCase(), ...target.classList].slice(0, 2).join(".");
  };

  const enter = (what: string, target: EventTarget | null): Entry => {
    const entry: Entry = { what: target ? `${what} of ${nameOf(target)}` : what, node: target instanceof Node ? target : null, by: caller() };
    entries.add(entry);
    return entry;
  };

  const listeners = new WeakMap<EventTarget, Map<string, Map<unknown, Entry>>>();
  const listenersOf = (target: EventTarget, type: string, options: boolean | EventListenerOptions | undefined): Map<unknown, Entry> => {
    const all = listeners.get(target) ?? new Map<string, Map<unknown, Entry>>();
    listeners.set(target, all);
    const key = `${type} ${typeof options === "boolean" ? options : options?.capture === true}`;
    const found = all.get(key) ?? new Map<unknown, Entry>();
    all.set(key, found);
    return found;
  };
  const drop = (target: EventTarget, type: string, listener: unknown, options: boolean | EventListenerOptions | undefined): void => {
    const of = listenersOf(target, type, options);
    const entry = of.get(listener);
    if (entry) entries.delete(entry);
    of.delete(listener);
  };
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (this: EventTarget | undefined, type, listener, options): void {
    const target = this ?? window;
    const of = listenersOf(target, type, options);
    if (listener && !of.has(listener)) {
      of.set(listener, enter(`listener ${type}`, target));
      const { once, signal } = typeof options === "object" ? options : {};
      const end = (): void => drop(target, type, listener, options);
      if (once) addEventListener.call(target, type, end, { once: true, capture: typeof options === "object" && options.capture === true });
      if (signal) addEventListener.call(signal, "abort", end, { once: true });
    }
    addEventListener.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (this: EventTarget | undefined, type, listener, options): void {
    drop(this ?? window, type, listener, options);
    removeEventListener.call(this ?? window, type, listener, options);
  };

  const pendingCalls = new Map<string, Entry>();
  const finish = (key: string): void => {
    const entry = pendingCalls.get(key);
    if (entry) entries.delete(entry);
    pendingCalls.delete(key);
  };
  const { setTimeout: timeout, setInterval: interval, clearTimeout: clear, requestAnimationFrame: request, cancelAnimationFrame: cancel } = window;
  window.setTimeout = ((handler: TimerHandler, delay?: number, ...values: unknown[]): number => {
    const id: number = timeout(() => {
      finish(`timer ${id}`);
      if (typeof handler === "function") handler(...values);
    }, delay);
    pendingCalls.set(`timer ${id}`, enter("timer", null));
    return id;
  }) as typeof window.setTimeout;
  window.setInterval = ((handler: TimerHandler, delay?: number, ...values: unknown[]): number => {
    const id: number = interval(handler, delay, ...values);
    pendingCalls.set(`timer ${id}`, enter("interval", null));
    return id;
  }) as typeof window.setInterval;
  window.clearTimeout = window.clearInterval = (id): void => {
    finish(`timer ${String(id)}`);
    clear(id);
  };
  window.requestAnimationFrame = (callback): number => {
    const id: number = request((time) => {
      finish(`frame ${id}`);
      callback(time);
    });
    pendingCalls.set(`frame ${id}`, enter("animation frame", null));
    return id;
  };
  window.cancelAnimationFrame = (id): void => {
    finish(`frame ${id}`);
    cancel(id);
  };

  interface Observer {
    observe(target: Node, ...rest: unknown[]): void;
    disconnect(): void;
    unobserve?(target: Node): void;
  }
  for (const name of ["ResizeObserver", "MutationObserver", "IntersectionObserver"] as const) {
    const prototype = window[name].prototype as unknown as Observer;
    const { observe, disconnect, unobserve } = prototype;
    const observed = new WeakMap<Observer, Map<Node, Entry>>();
    const of = (observer: Observer): Map<Node, Entry> => {
      const found = observed.get(observer) ?? new Map<Node, Entry>();
      observed.set(observer, found);
      return found;
    };
    const release = (observer: Observer, target: Node): void => {
      const entry = of(observer).get(target);
      if (entry) entries.delete(entry);
      of(observer).delete(target);
    };
    prototype.observe = function (target, ...rest): void {
      if (!of(this).has(target)) of(this).set(target, enter(name, target));
      observe.call(this, target, ...rest);
    };
    prototype.disconnect = function (): void {
      for (const target of [...of(this).keys()]) release(this, target);
      disconnect.call(this);
    };
    if (!unobserve) continue;
    prototype.unobserve = function (target): void {
      release(this, target);
      unobserve.call(this, target);
    };
  }

  window.fstLedger = {
    pending: () => {
      const counts: Record<string, number> = {};
      for (const { what, node, by } of entries) {
        // What React and Fluent hang on elements that are no longer part of the page ends with them; of the control itself, also that counts.
        if (by !== "bundle.js" && node && !node.isConnected) continue;
        const key = `${what}, by ${by}`;
        counts[key] = (counts[key] ?? 0) + 1;
      }
      return counts;
    },
  };
}
