/** Members that need `<uses-feature>` in the manifest: without it they exist, and throw. */
import { notModelled, strictObject, type ViolationReport } from "./strict";

type Method = (...args: never[]) => unknown;

/**
 * @param feature the manifest's name of it; @param members names of the methods.
 * @returns an object whose methods throw: the host's own error where the feature is not declared, else "not modelled".
 */
export function gatedMethods<T extends object>(
  path: string, feature: string, members: readonly (keyof T & string)[], declared: readonly string[], report: ViolationReport,
): T {
  const methods = members.map((member): [string, Method] => [member, () => {
    if (!declared.includes(feature)) {
      const message = `Feature '${feature}.${member}' is required to be specified in the <uses-feature> section in ControlManifest.xml before use.`;
      report.violation(message);
      throw new Error(message);
    }
    return notModelled(`${path}.${member}`, report);
  }]);
  // Every method of T that callers may use is listed in `members`.
  return strictObject(path, Object.fromEntries(methods) as T, report);
}
