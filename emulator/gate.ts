/** Members that need `<uses-feature>` in the manifest: without it they exist, and throw. */
import { notModelled, strictObject, type ViolationReport } from "./strict";

type Method = (...args: never[]) => unknown;

/**
 * @param feature the manifest's name of it; @param members names of the methods. @param modelled those that do something.
 * @param absent members that this host does not have.
 * @returns an object whose methods throw where the feature is not declared, with the host's own error; else those that are not modelled do.
 */
export function gatedMethods<T extends object>(
  path: string, feature: string, members: readonly (keyof T & string)[], declared: readonly string[], report: ViolationReport,
  modelled: Partial<T> = {}, absent: readonly (keyof T & string)[] = [],
): T {
  const present = members.filter(member => !absent.includes(member));
  const methods = present.map((member): [string, Method] => [member, (...args) => {
    if (!declared.includes(feature)) {
      const message = `Feature '${feature}.${member}' is required to be specified in the <uses-feature> section in ControlManifest.xml before use.`;
      report.violation(message);
      throw new Error(message);
    }
    const method: unknown = modelled[member];
    return typeof method === "function" ? Reflect.apply(method, undefined, args) : notModelled(`${path}.${member}`, report);
  }]);
  // Every method of T that callers may use is listed in `members`.
  return strictObject(path, Object.fromEntries(methods) as T, report, absent);
}
