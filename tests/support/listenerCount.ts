/** Counts the listeners on window, document and body that are added and not taken away again; what sits on an element goes with it. */
export class ListenerCount {
  private readonly alive = new Map<string, number>();
  private readonly restore: () => void;

  public constructor() {
    const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
    const { alive } = this;
    const known = new WeakMap<EventTarget, Map<unknown, Set<string>>>();
    const setOf = (target: EventTarget, listener: unknown): Set<string> => {
      const of = known.get(target) ?? new Map<unknown, Set<string>>();
      known.set(target, of);
      const set = of.get(listener) ?? new Set();
      of.set(listener, set);
      return set;
    };
    const key = (type: string, options: unknown): string => `${type}${options === true || (typeof options === "object" && options !== null && Reflect.get(options, "capture") === true) ? " capture" : ""}`;
    const lasts = (target: EventTarget): boolean => target === window || target === document || target === document.body;
    EventTarget.prototype.addEventListener = function (this: EventTarget | undefined, type, listener, options) {
      const target = this ?? window;
      const set = setOf(target, listener);
      if (listener && lasts(target) && !set.has(key(type, options))) {
        set.add(key(type, options));
        alive.set(type, (alive.get(type) ?? 0) + 1);
      }
      add.call(target, type, listener, options);
    };
    EventTarget.prototype.removeEventListener = function (this: EventTarget | undefined, type, listener, options) {
      const target = this ?? window;
      if (setOf(target, listener).delete(key(type, options))) alive.set(type, (alive.get(type) ?? 0) - 1);
      remove.call(target, type, listener, options);
    };
    this.restore = () => {
      EventTarget.prototype.addEventListener = add;
      EventTarget.prototype.removeEventListener = remove;
    };
  }

  /** Listeners on window, document and body, by type. */
  public get now(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.alive].filter(([, count]) => count !== 0).sort());
  }

  public stop(): void {
    this.restore();
  }
}
