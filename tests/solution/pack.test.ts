import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { checkSolution } from "../../Solution/check/checkSolution";
import { compareVariants } from "../../Solution/check/compareVariants";
import { readPackedZip } from "../../Solution/check/packedZip";
import { readArchive, toText, writeArchive, toBytes } from "../../Solution/pack/archive";
import { readBuiltControl } from "../../Solution/pack/builtControl";
import { packSolution } from "../../Solution/pack/packSolution";
import { readSources } from "../../Solution/pack/sources";
import { packageVersion } from "../../Solution/pack/version";
import { CONTROL, ROOT, SolutionName, context, fakeControl, packFake, sourceFolder, sources } from "./fixture";

let folder: string;
beforeEach(() => { folder = mkdtempSync(path.join(tmpdir(), "solution-")); });
afterEach(() => rmSync(folder, { recursive: true }));

test("the same sources give the same bytes", () => {
  const [first, second] = [packFake(), packFake()];
  expect(Buffer.compare(first.unmanaged, second.unmanaged)).toBe(0);
  expect(Buffer.compare(first.managed, second.managed)).toBe(0);
});

test("an archive depends on names and contents, not on their order", () => {
  const files = [["b.xml", toBytes("b")], ["a/c.xml", toBytes("c")]] as const;
  expect(Buffer.compare(writeArchive(new Map(files)), writeArchive(new Map([...files].reverse())))).toBe(0);
});

test("every entry carries the zip format's first time, in every zone", () => {
  const zip = Buffer.from(packFake().unmanaged);
  // A local header is PK\3\4 and six more bytes, then the DOS time and date; 1980-01-01 00:00 is 0 and 0x21.
  expect(zip.readUInt32LE(0)).toBe(0x04034b50);
  expect([zip.readUInt16LE(10), zip.readUInt16LE(12)]).toEqual([0, 0x21]);
});

test("the zip has the manifest, the customizations, the content types, the control and the icons, and nothing else", () => {
  const files = [...readArchive(packFake().unmanaged).keys()];
  const icons = files.filter((file) => file.startsWith("WebResources/"));
  expect(icons.map((file) => file.replace(/svg[0-9A-F-]{36}$/, ".svg"))).toEqual(["failed", "mine", "open", "timeline"].map((name) => `WebResources/fst_${name}.svg`));
  expect(files.filter((file) => !icons.includes(file))).toEqual([
    ...["ControlManifest.xml", "bundle.js", "css/FlowSessionTimeline.css", "strings/FlowSessionTimeline.1031.resx", "strings/FlowSessionTimeline.1033.resx"].map((file) => `Controls/${CONTROL}/${file}`),
    "[Content_Types].xml", "customizations.xml", "solution.xml",
  ]);
});

test.each<[SolutionName, boolean]>([["FlowSessionTimeline", true], ["FlowSessionTimeline_Control", true], ["FlowSessionTimeline_Sessions", false]])("%s brings the control: %s", (name, isThere) => {
  const files = [...readArchive(packFake(name).managed).keys()];
  expect([packFake(name).uniqueName, files.some((file) => file.startsWith("Controls/"))]).toEqual([name, isThere]);
});

test("a file without an extension has a content type of its own", () => {
  const types = toText(readArchive(packFake().unmanaged).get("[Content_Types].xml") ?? new Uint8Array());
  expect(types).toMatch(/<Override PartName="\/WebResources\/fst_opensvg[0-9A-F-]{36}" ContentType="application\/octet-stream" \/>/);
  expect(types).not.toMatch(/Extension="[^"]*fst_/);
});

test("the packed XML has neither the sources' comments nor their indentation, but keeps their text", () => {
  cpSync(sourceFolder("FlowSessionTimeline"), folder, { recursive: true });
  writeFileSync(path.join(folder, "Other", "Relationships.xml"), "<EntityRelationships>\n  <!-- why -->\n  <EntityRelationship Name=\"r\"> a  b </EntityRelationship>\n</EntityRelationships>");
  const customizations = toText(readArchive(packSolution(readSources(folder), [fakeControl()], packageVersion(ROOT)).managed).get("customizations.xml") ?? new Uint8Array());
  expect(customizations).toContain('<EntityRelationships><EntityRelationship Name="r"> a  b </EntityRelationship></EntityRelationships>');
});

test("a control that was not built is said, with the remedy", () => {
  expect(() => readBuiltControl(path.join(folder, "none"))).toThrow(/The control is not built: .*ControlManifest\.xml is missing\. Run `npm run build` first\./);
});

test("a built control without one of its resources is said", () => {
  writeFileSync(path.join(folder, "ControlManifest.xml"), fakeControl().files.get("ControlManifest.xml") ?? "");
  expect(() => readBuiltControl(folder)).toThrow(/bundle\.js is missing/);
});

test("what lies beside the built control, but is no resource, is not packed", () => {
  for (const [file, bytes] of fakeControl().files) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), bytes);
  }
  writeFileSync(path.join(folder, "bundle.js.LICENSE.txt"), "licences");
  expect([...readBuiltControl(folder).files.keys()]).not.toContain("bundle.js.LICENSE.txt");
});

test("a built control of another version is refused", () => {
  expect(() => packSolution(sources(), [{ ...fakeControl(), version: "9.9.9" }], packageVersion(ROOT))).toThrow(/has version 9\.9\.9, but package\.json has/);
});

test("a solution of another version is refused", () => {
  expect(() => packSolution(sources(), [], "9.9.9")).toThrow(/Other\/Solution\.xml has version .*, but package\.json has 9\.9\.9/);
});

test.each([["Dialogs/dialog.xml"], ["WebResources/fst_left.svg"], ["Entities/flowsession/RibbonDiff.xml"], ["Other/More.xml"]])("a source that the packer would leave out is refused: %s", (file) => {
  cpSync(sourceFolder("FlowSessionTimeline"), folder, { recursive: true });
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), "<x/>");
  expect(() => readSources(folder)).toThrow(/lies in the solution's sources, but the packer does not know where it belongs/);
});

test("a broken source is named", () => {
  cpSync(sourceFolder("FlowSessionTimeline"), folder, { recursive: true });
  writeFileSync(path.join(folder, "Other", "Solution.xml"), "<ImportExportXml>");
  expect(() => readSources(folder)).toThrow(/^Other\/Solution\.xml is not well-formed XML/);
});

test("nothing is wrong in the zips of the real control", () => {
  const built = path.join(ROOT, "out", "controls", "FlowSessionTimeline");
  if (!existsSync(built)) return console.warn("SKIPPED: the real control was not packed and checked, because out/controls/FlowSessionTimeline is absent. Run `npm run build` first.");
  const packed = packSolution(sources(), [readBuiltControl(built)], packageVersion(ROOT));
  for (const zip of [packed.unmanaged, packed.managed]) expect(checkSolution(readPackedZip(zip), context())).toEqual([]);
  expect(compareVariants(readArchive(packed.unmanaged), readArchive(packed.managed))).toEqual([]);
});
