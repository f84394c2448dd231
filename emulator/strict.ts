/**
 * Objects that answer for their own members only. A member is present (listed), absent (reads undefined, listed too),
 * or unmodelled: touching it throws and is recorded, so that a control cannot lean on what the real host may not have.
 *
 * The guard sits on the prototype: known members are read at native speed, only misses reach the proxy.
 */
export class NotModelledError extends Error {
  override readonly name = "NotModelledError";
}

export interface ViolationReport { violation(message: string): void }

/** Asked of any object by promises, JSON, React and jest; never a sign of a dependency on the host. */
const PROBES = new Set([
  "then", "toJSON", "$$typeof", "nodeType", "tagName", "hasAttribute", "asymmetricMatch", "toAsymmetricMatcher", "_isMockFunction", "inspect",
]);

const isProbe = (key: string): boolean => PROBES.has(key) || key.startsWith("@@");

/** Throws for what the emulator does not know, and remembers it: the control may swallow the error. */
export function notModelled(path: string, report: ViolationReport): never {
  const message = `${path} is not modelled by the emulated host`;
  report.violation(message);
  throw new NotModelledError(message);
}

function assigned(path: string, report: ViolationReport): never {
  const message = `${path} belongs to the host and cannot be assigned`;
  report.violation(message);
  throw new TypeError(message);
}

/** A prototype that knows nothing but `Object.prototype` and the absent members. */
export function strictPrototype(path: string, report: ViolationReport, absent: readonly string[] = []): object {
  const known = new Set(absent);
  return new Proxy({}, {
    get: (target, key, receiver): unknown => {
      if (typeof key === "symbol" || key in target) return Reflect.get(target, key, receiver);
      if (known.has(key) || isProbe(key)) return undefined;
      return notModelled(`${path}.${key}`, report);
    },
    set: (_target, key) => assigned(`${path}.${String(key)}`, report),
  });
}

/**
 * Seals `members` into a strict object. Getters stay live; everything else is read-only.
 * @param path named in errors, such as `context.mode`.
 * @param absent members of the real type that this host does not have: reading them gives undefined.
 */
export function strictObject<T extends object>(path: string, members: T, report: ViolationReport, absent: readonly string[] = []): T {
  const object: object = Object.create(strictPrototype(path, report, absent));
  for (const [key, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(members))) {
    const value: unknown = descriptor.value;
    const get = descriptor.get?.bind(members) ?? ((): unknown => value);
    Object.defineProperty(object, key, { enumerable: true, get, set: () => assigned(`${path}.${key}`, report) });
  }
  // Every member of T was defined above, with T's own getters and values.
  return Object.preventExtensions(object) as T;
}
