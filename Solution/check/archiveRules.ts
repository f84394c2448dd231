import { Element } from "@xmldom/xmldom";
import { toText } from "../pack/archive";
import { extensionOf } from "../pack/contentTypes";
import { descendantsOf, parseXml, rootOf, textAt } from "../pack/xml";
import { ControlManifest, parseControlManifest } from "./controlManifest";
import { Finding, findingAt } from "./finding";
import { CONTENT_TYPES, CUSTOMIZATIONS, PackedZip, SOLUTION } from "./packedZip";
import { CheckContext, Rule } from "./rule";

/** Every extension in the zip has a content type, or the platform's reader does not see the file. */
const contentTypes: Rule = function* (zip) {
  const types = toText(zip.files.get(CONTENT_TYPES) ?? new Uint8Array());
  const known = (element: string, attribute: string): (string | null)[] => (types ? descendantsOf(rootOf(parseXml(types, CONTENT_TYPES)), element).map((type) => type.getAttribute(attribute)) : []);
  const [extensions, names] = [known("Default", "Extension"), known("Override", "PartName")];
  for (const name of zip.files.keys()) {
    if (name !== CONTENT_TYPES && !extensions.includes(extensionOf(name)) && !names.includes(`/${name}`)) {
      yield { rule: "archive.contentType", file: CONTENT_TYPES, node: "Types", message: `${name} has no content type.` };
    }
  }
};

/** Nothing lies in the zip but what one of its parts names. */
const everyFileNamed: Rule = function* (zip) {
  const folders = zip.controls.map((control) => `Controls/${control}/`);
  const named = [CONTENT_TYPES, SOLUTION, CUSTOMIZATIONS, ...zip.webResources.map(fileOf)];
  for (const file of zip.files.keys()) {
    if (!named.includes(file) && !folders.some((folder) => file.startsWith(folder))) yield { rule: "archive.named", file, node: "", message: "Nothing in the solution names this file." };
  }
};

/** Each web resource carries the publisher's prefix, and its file lies in the zip. */
const webResources: Rule = function* (zip) {
  const prefix = `${textAt(zip.manifest, "Publisher", "CustomizationPrefix")}_`;
  for (const resource of zip.webResources) {
    if (!textAt(resource, "Name").startsWith(prefix)) yield findingAt(resource, "resource.prefix", `The name must begin with ${prefix}.`);
    if (!zip.files.has(fileOf(resource))) yield findingAt(resource, "resource.packed", `${fileOf(resource)} is not in the zip.`);
  }
};

const fileOf = (resource: Element): string => textAt(resource, "FileName").replace(/^\//, "");

/** Each control of customizations.xml lies in the zip, whole, under the name that the publisher's prefix and its manifest make. */
const controlFiles: Rule = function* (zip, context) {
  const prefix = textAt(zip.manifest, "Publisher", "CustomizationPrefix");
  for (const element of descendantsOf(zip.customizations, "CustomControl")) {
    const file = textAt(element, "FileName").replace(/^\//, "");
    const bytes = zip.files.get(file);
    if (!bytes) {
      yield findingAt(element, "control.manifestPacked", `${file} is not in the zip.`);
      continue;
    }
    const manifest = parseControlManifest(toText(bytes), file);
    if (textAt(element, "Name") !== `${prefix}_${manifest.name}`) {
      yield findingAt(element, "control.name", `The name is ${textAt(element, "Name")}, but publisher and manifest make ${prefix}_${manifest.name}.`);
    }
    for (const resource of manifest.resources) {
      if (!zip.files.has(file.replace(/[^/]*$/, resource))) yield at(file, "control.resourcePacked", `${resource} is named, but not in the zip.`);
    }
    yield* sameAsInput(manifest, context, file);
  }
};

/** The built manifest offers what ControlManifest.Input.xml offers: a stale build is not shipped. */
function* sameAsInput(manifest: ControlManifest, { control }: CheckContext, file: string): Iterable<Finding> {
  if (manifest.name !== control.name) return;
  const offered = (of: ControlManifest): string => JSON.stringify([[...of.dataSets], [...of.inputs]]);
  if (offered(manifest) !== offered(control)) yield at(file, "control.asDeclared", "Data-sets or inputs differ from ControlManifest.Input.xml: build again.");
}

/** package.json, manifest, built control and solution have one version. */
const versions: Rule = function* (zip, { version, control }) {
  const solution = textAt(zip.manifest, "Version");
  if (solution !== `${version}.0`) yield findingAt(zip.manifest, "version.solution", `The solution has version ${solution}, package.json ${version}.`);
  if (control.version !== version) yield at("ControlManifest.Input.xml", "version.manifest", `The manifest has version ${control.version}, package.json ${version}.`);
  for (const { file, manifest } of controlManifests(zip)) {
    if (manifest.version !== version) yield at(file, "version.control", `The built control has version ${manifest.version}, package.json ${version}.`);
  }
};

function controlManifests(zip: PackedZip): { file: string; manifest: ControlManifest }[] {
  return [...zip.files].filter(([file]) => file.endsWith("/ControlManifest.xml")).map(([file, bytes]) => ({ file, manifest: parseControlManifest(toText(bytes), file) }));
}

function at(file: string, rule: string, message: string): Finding {
  return { rule, file, node: "manifest/control", message };
}

export const ARCHIVE_RULES: readonly Rule[] = [contentTypes, everyFileNamed, webResources, controlFiles, versions];
