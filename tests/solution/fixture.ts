import { readFileSync } from "node:fs";
import path from "node:path";
import { toBytes } from "../../Solution/pack/archive";
import { BuiltControl } from "../../Solution/pack/builtControl";
import { packSolution, PackedSolution } from "../../Solution/pack/packSolution";
import { readSources } from "../../Solution/pack/sources";
import { packageVersion } from "../../Solution/pack/version";
import { packedZipOf, PackedZip, readPackedZip } from "../../Solution/check/packedZip";
import { readContext } from "../../Solution/check/readContext";
import { CheckContext } from "../../Solution/check/rule";
import { TableReference } from "../../Solution/check/tableReference";

export const ROOT = path.resolve(__dirname, "..", "..");
/** The shared facts, which lie beside the repository where there are any. */
export const SHARED = path.resolve(ROOT, "..", "shared");
export const CONTROL = "fst_FlowSessionTimeline.FlowSessionTimeline";

export const sources = () => readSources(path.join(ROOT, "Solution", "src"));

/** A control as small as one can be: the real manifest, with files of one line. */
export function fakeControl(): BuiltControl {
  const version = packageVersion(ROOT);
  const input = readFileSync(path.join(ROOT, "FlowSessionTimeline", "ControlManifest.Input.xml"), "utf8");
  const resources = [...input.matchAll(/<(?:css|resx)\s[^>]*path="([^"]*)"/g)].map((match) => match[1] ?? "");
  const manifest = input.replace('path="index.ts"', 'path="bundle.js"');
  return { name: "FlowSessionTimeline.FlowSessionTimeline", version, files: new Map([["ControlManifest.xml", manifest], ["bundle.js", "0;"], ...resources.map((file) => [file, "x"] as const)].map(([file, text]) => [file ?? "", toBytes(text ?? "")])) };
}

export function packFake(): PackedSolution {
  return packSolution(sources(), [fakeControl()], packageVersion(ROOT));
}

/** What the rules need to know of flowsession, by hand, so that they are tried also where the shared reference is absent. */
const FLOW_SESSION: TableReference = {
  primaryId: "flowsessionid",
  primaryName: "name",
  columns: new Map([
    ["flowsessionid", { type: "Uniqueidentifier", validForForm: false }],
    ...typed("DateTime", "startedon completedon createdon modifiedon"),
    ...typed("Lookup", "parentdesktopflowrunid machineid machinegroupid regardingobjectid"),
    ...typed("Picklist", "runmode triggertype runsessionmode subcategory"),
    ...typed("String", "name errorcode sessionusername"),
    ...typed("Memo", "errormessage errorinnererror"),
    ...typed("Status", "statuscode"),
    ...typed("Owner", "ownerid"),
    ["callbackurl", { type: "String", validForForm: false }],
  ]),
  oneToMany: new Map([["flowsession_flowsession_parentdesktopflowrunid", "flowsession"], ["flowsession_flowsessionbinary_FlowSessionId", "flowsessionbinary"]]),
};

function typed(type: string, names: string): [string, { type: string; validForForm: boolean }][] {
  return names.split(" ").map((name) => [name, { type, validForForm: true }]);
}

/** The repository's context, with the table by hand. */
export function context(): CheckContext {
  return { ...readContext(ROOT, "no such folder"), references: new Map([["flowsession", FLOW_SESSION]]) };
}

/** A packed zip in which one text of one file is another. Throws if the text is not there: a mutation that changes nothing proves nothing. */
export function mutated(zip: PackedZip, file: string, from: string | RegExp, to: string): PackedZip {
  const text = Buffer.from(zip.files.get(file) ?? []).toString("utf8");
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${file} has no ${String(from)}`);
  return packedZipOf(new Map([...zip.files, [file, toBytes(changed)]]));
}

export function packedFake(): PackedZip {
  return readPackedZip(packFake().unmanaged);
}
