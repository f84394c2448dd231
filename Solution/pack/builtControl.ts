import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { PackError } from "./packError";
import { childrenOf, elementAt, parseXml, rootOf } from "./xml";

const MANIFEST = "ControlManifest.xml";
const BUILD_FIRST = "Run `npm run build` first.";

/** A control as pcf-scripts leaves it: what goes into the solution. */
export interface BuiltControl {
  /** Namespace.Constructor, without the publisher's prefix. */
  readonly name: string;
  readonly version: string;
  /** Path inside the control's folder, with forward slashes, to its bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Reads a built control: its manifest and exactly the resources that the manifest names, as an exported solution has them (the licence
 * list that webpack writes beside the bundle is no resource, and the platform does not keep it).
 * @param folder out/controls/NAME
 * @throws PackError if the control was not built, or not completely
 */
export function readBuiltControl(folder: string): BuiltControl {
  const read = (file: string): Uint8Array => {
    const full = path.join(folder, file);
    if (!existsSync(full)) throw new PackError(`The control is not built: ${full} is missing. ${BUILD_FIRST}`);
    return new Uint8Array(readFileSync(full));
  };
  const manifest = read(MANIFEST);
  const control = elementAt(rootOf(parseXml(new TextDecoder().decode(manifest), MANIFEST)), "control");
  const resources = control && elementAt(control, "resources");
  const name = [control?.getAttribute("namespace"), control?.getAttribute("constructor")];
  const version = control?.getAttribute("version");
  if (!resources || !name.every(Boolean) || !version) throw new PackError(`${path.join(folder, MANIFEST)} does not describe a control. ${BUILD_FIRST}`);
  const named = childrenOf(resources).map((resource) => resource.getAttribute("path")).filter((file) => file !== null);
  return { name: name.join("."), version, files: new Map([[MANIFEST, manifest], ...named.map((file) => [file, read(file)] as const)]) };
}
