import { toBytes, writeArchive } from "./archive";
import { BuiltControl } from "./builtControl";
import { contentTypes } from "./contentTypes";
import { packCustomizations } from "./customizations";
import { PackError } from "./packError";
import { SolutionSources } from "./sources";
import { childrenOf, copyOf, elementAt, rootOf, textAt, writeXml } from "./xml";
import { solutionVersion } from "./version";

/** A control: type 66 of the root components. */
const CONTROL = "66";

/** The two zips that one set of sources gives. */
export interface PackedSolution {
  readonly uniqueName: string;
  readonly unmanaged: Uint8Array;
  readonly managed: Uint8Array;
}

/**
 * Packs a solution, with those of the controls that it names as its own.
 * @param built controls of which a solution may name any
 * @param version of package.json, three numbers: all others must agree with it
 * @throws PackError if a version disagrees or a source is incomplete
 */
export function packSolution(sources: SolutionSources, built: readonly BuiltControl[], version: string): PackedSolution {
  const prefix = manifestText(sources, "Publisher", "CustomizationPrefix");
  const packedName = (control: BuiltControl): string => `${prefix}_${control.name}`;
  const controls = built.filter((control) => namesControl(sources, packedName(control)));
  checkVersions(sources, controls, version);
  const shared = new Map([["customizations.xml", toBytes(writeXml(packCustomizations(sources, controls.map(packedName))))]]);
  for (const control of controls) for (const [file, bytes] of control.files) shared.set(`Controls/${packedName(control)}/${file}`, bytes);
  for (const { description, bytes } of sources.webResources) shared.set(textAt(rootOf(description), "FileName").replace(/^\//, ""), bytes);
  shared.set("[Content_Types].xml", toBytes(contentTypes([...shared.keys(), "solution.xml"])));
  const pack = (managed: boolean): Uint8Array => writeArchive(new Map([...shared, ["solution.xml", toBytes(solutionXml(sources, managed))]]));
  return { uniqueName: manifestText(sources, "UniqueName"), unmanaged: pack(false), managed: pack(true) };
}

/** solution.xml: the sources say 2, which means both; a zip is one of them. */
function solutionXml(sources: SolutionSources, managed: boolean): string {
  const solution = copyOf(sources.solution);
  const flag = elementAt(rootOf(solution), "SolutionManifest", "Managed");
  if (!flag) throw new PackError("Other/Solution.xml has no <Managed>.");
  flag.textContent = managed ? "1" : "0";
  return writeXml(solution);
}

function namesControl(sources: SolutionSources, name: string): boolean {
  const roots = elementAt(rootOf(sources.solution), "SolutionManifest", "RootComponents");
  return roots !== undefined && childrenOf(roots).some((root) => root.getAttribute("type") === CONTROL && root.getAttribute("schemaName") === name);
}

function checkVersions(sources: SolutionSources, controls: readonly BuiltControl[], version: string): void {
  const written = manifestText(sources, "Version");
  if (written !== solutionVersion(version)) {
    throw new PackError(`Other/Solution.xml has version ${written}, but package.json has ${version}. Run \`node scripts/run-ts.mjs scripts/stampVersion.ts\`.`);
  }
  for (const control of controls) {
    if (control.version !== version) throw new PackError(`The built ${control.name} has version ${control.version}, but package.json has ${version}. Run \`npm run build\` again.`);
  }
}

function manifestText(sources: SolutionSources, ...path: readonly string[]): string {
  const text = textAt(rootOf(sources.solution), "SolutionManifest", ...path);
  if (!text) throw new PackError(`Other/Solution.xml has no ${path.join("/")}.`);
  return text;
}
