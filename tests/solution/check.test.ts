import { checkSolution } from "../../Solution/check/checkSolution";
import { compareVariants } from "../../Solution/check/compareVariants";
import { packedZipOf } from "../../Solution/check/packedZip";
import { readArchive, toBytes } from "../../Solution/pack/archive";
import { CONTROL, context, mutated, packFake, packedFake } from "./fixture";

const CUSTOMIZATIONS = "customizations.xml";
const SOLUTION = "solution.xml";
const MANIFEST = `Controls/${CONTROL}/ControlManifest.xml`;

test("nothing is wrong in the packed solution", () => {
  expect(checkSolution(packedFake(), context())).toEqual([]);
});

/** One text of one packed file changed, and the rule that must see it. */
const MUTATIONS: readonly (readonly [what: string, rule: string, file: string, from: string | RegExp, to: string])[] = [
  ["a file type without content type", "archive.contentType", "[Content_Types].xml", 'Extension="resx"', 'Extension="png"'],
  ["a control whose manifest is not packed", "control.manifestPacked", CUSTOMIZATIONS, `/Controls/${CONTROL}/`, "/Controls/fst_Other/"],
  ["a control under another publisher's prefix", "control.name", SOLUTION, ">fst<", ">xyz<"],
  ["a resource that is not packed", "control.resourcePacked", MANIFEST, 'path="bundle.js"', 'path="missing.js"'],
  ["a build with other inputs than the manifest declares", "control.asDeclared", MANIFEST, 'name="refreshSeconds"', 'name="refreshMinutes"'],
  ["a solution of another version", "version.solution", SOLUTION, /<Version>[^<]*</, "<Version>9.9.9.0<"],
  ["a control of another version", "version.control", MANIFEST, /(<control[^>]* version=")[^"]*/, "$19.9.9"],
  ["a root component that is not packed", "root.resolves", SOLUTION, 'type="66" schemaName="fst_', 'type="66" schemaName="abc_'],
  ["a form without root component", "root.complete", SOLUTION, /<RootComponent type="60"[^>]*>/, ""],
  ["a platform table with all of its assets", "shell.behavior", SOLUTION, 'behavior="2"', 'behavior="0"'],
  ["a platform table with its metadata", "shell.behavior", SOLUTION, 'behavior="2"', 'behavior="1"'],
  ["a platform table that is not a shell", "shell.unmodified", CUSTOMIZATIONS, ' unmodified="1"', ""],
  ["a column brought into a platform table", "shell.unmodified", CUSTOMIZATIONS, "<attributes/>", '<attributes><attribute PhysicalName="x"/></attributes>'],
  ["a form that the import would skip", "shell.ownPart", CUSTOMIZATIONS, "<systemform>", '<systemform unmodified="1">'],
  ["a view that the import would skip", "shell.ownPart", CUSTOMIZATIONS, "<savedquery>", '<savedquery unmodified="1">'],
  ["a dependency with an invented version", "dependency.measured", SOLUTION, "<MissingDependencies/>", '<MissingDependencies><MissingDependency><Required type="1" solution="X (1.0)"/></MissingDependency></MissingDependencies>'],
  ["an id that is no GUID", "id.guid", CUSTOMIZATIONS, /<formid>[^<]*</, "<formid>{1}<"],
  ["an id used twice", "id.unique", CUSTOMIZATIONS, /<cell id="[^"]*"(.*?)<cell id="([^"]*)"/s, '<cell id="$2"$1<cell id="$2"'],
  ["a label without German", "label.everyLanguage", CUSTOMIZATIONS, '<label description="Zeiten" languagecode="1031"/>', ""],
  ["a label in a language that the solution does not have", "label.knownLanguage", CUSTOMIZATIONS, 'description="Zeiten" languagecode="1031"', 'description="Temps" languagecode="1036"'],
  ["an empty label", "label.text", SOLUTION, 'description="Flow Session Timeline"', 'description=""'],
  ["a phone without the control", "binding.formFactors", CUSTOMIZATIONS, /<customControl formFactor="2".*?<\/customControl>/, ""],
  ["one form factor bound twice", "binding.formFactors", CUSTOMIZATIONS, 'formFactor="2"', 'formFactor="1"'],
  ["another fallback than the native grid", "binding.fallback", CUSTOMIZATIONS, /<customControl id="\{E7A81278/, '<customControl id="{00000000'],
  ["a phone that starts elsewhere", "binding.sameEverywhere", CUSTOMIZATIONS, ">all</firstWindow>", ">auto</firstWindow>"],
  ["a binding to a control that is not packed", "binding.control", CUSTOMIZATIONS, `formFactor="0" name="${CONTROL}"`, 'formFactor="0" name="fst_Other"'],
  ["a data-set that the manifest does not have", "binding.dataSet", CUSTOMIZATIONS, '<data-set name="sessions">', '<data-set name="runs">'],
  ["a property-set that the manifest does not have", "binding.propertySet", CUSTOMIZATIONS, '<data-set name="sessions">', '<data-set name="sessions"><property-set name="colour"/>'],
  ["an input that the manifest does not have", "binding.input", CUSTOMIZATIONS, /firstWindow(.*?)firstWindow/, "lastWindow$1lastWindow"],
  ["an input of another type", "binding.inputType", CUSTOMIZATIONS, '<firstWindow static="true" type="Enum">', '<firstWindow static="true" type="Whole.None">'],
  ["a value that the input does not take", "binding.inputValue", CUSTOMIZATIONS, ">tree</firstLayout>", ">forest</firstLayout>"],
  ["a subgrid that shows the native grid only", "subgrid.bound", CUSTOMIZATIONS, /uniqueid="\{\w{8}/, 'uniqueid="{00000000'],
  ["a binding for no subgrid", "subgrid.forControl", CUSTOMIZATIONS, /forControl="\{\w{8}/, 'forControl="{00000000'],
  ["a binding to other rows than the subgrid's", "subgrid.dataSet", CUSTOMIZATIONS, /(<data-set name="sessions"><ViewId>\{)\w{8}/, "$100000000"],
  ["a subgrid over no relationship", "subgrid.relationship", CUSTOMIZATIONS, /flowsession_flowsession_parentdesktopflowrunid/g, "flowsession_children"],
  ["a subgrid over a relationship to another table", "subgrid.target", CUSTOMIZATIONS, /flowsession_flowsession_parentdesktopflowrunid/g, "flowsession_flowsessionbinary_FlowSessionId"],
  ["a subgrid in a view that is not packed", "subgrid.view", CUSTOMIZATIONS, /<ViewId>\{\w{8}/g, "<ViewId>{00000000"],
  ["a subgrid in a field's control", "subgrid.classId", CUSTOMIZATIONS, /(<control id="childRuns" classid="\{)\w{8}/, "$14273EDBD"],
  ["a view that takes the place of the platform's default", "view.notDefault", CUSTOMIZATIONS, "<isdefault>0<", "<isdefault>1<"],
  ["a view without the control", "view.bound", CUSTOMIZATIONS, /<controlDescriptions><controlDescription><customControl.*?<\/controlDescriptions>(?=<\/grid>)/, ""],
  ["a view of another table", "view.table", CUSTOMIZATIONS, '<entity name="flowsession">', '<entity name="account">'],
  ["a listed column that is not fetched", "view.cellFetched", CUSTOMIZATIONS, '<attribute name="machineid"/>', ""],
  ["a role's column that is not listed", "view.roleColumns", CUSTOMIZATIONS, /<cell name="errorinnererror"[^>]*>/, ""],
  ["a view that sorts by no column", "view.columnExists", CUSTOMIZATIONS, '<order attribute="createdon"', '<order attribute="requestedon"'],
  ["a view with another row id", "view.rowId", CUSTOMIZATIONS, 'id="flowsessionid"', 'id="accountid"'],
  ["a view with another jump column", "view.jump", CUSTOMIZATIONS, 'jump="name"', 'jump="title"'],
  ["a field that the table does not have", "form.columnExists", CUSTOMIZATIONS, 'datafieldname="errorcode"', 'datafieldname="errorkind"'],
  ["a field that is not valid for forms", "form.columnValid", CUSTOMIZATIONS, 'datafieldname="errorcode"', 'datafieldname="callbackurl"'],
  ["a field in the control for another type", "form.classId", CUSTOMIZATIONS, 'datafieldname="errorcode"', 'datafieldname="startedon"'],
];

test.each(MUTATIONS)("finds %s", (_what, rule, file, from, to) => {
  const findings = checkSolution(mutated(packedFake(), file, from, to), context());
  expect(findings.map((finding) => finding.rule)).toContain(rule);
});

test("finds a manifest that was not stamped", () => {
  const { control, ...rest } = context();
  const findings = checkSolution(packedFake(), { ...rest, control: { ...control, version: "9.9.9" } });
  expect(findings.map(({ rule }) => rule)).toEqual(["version.manifest"]);
});

test("a finding names the file and the way to the node", () => {
  const [finding] = checkSolution(mutated(packedFake(), CUSTOMIZATIONS, 'datafieldname="errorcode"', 'datafieldname="callbackurl"'), context());
  expect(finding).toMatchObject({ file: CUSTOMIZATIONS, message: "callbackurl is not valid for forms." });
  expect(finding?.node).toMatch(/^ImportExportXml\/.*\/systemform\/.*\/tab\[summary\]\/.*\/section\[error\]\/.*\/control\[errorcode\]$/);
});

describe("managed and unmanaged", () => {
  const pair = () => {
    const packed = packFake();
    return [readArchive(packed.unmanaged), readArchive(packed.managed)] as const;
  };

  test("differ in the Managed flag only", () => {
    const [unmanaged, managed] = pair();
    expect(compareVariants(unmanaged, managed)).toEqual([]);
  });

  test("an exchanged flag is found", () => {
    const [unmanaged, managed] = pair();
    expect(compareVariants(managed, unmanaged).map(({ rule }) => rule)).toEqual(["variant.flag", "variant.flag"]);
  });

  test.each([["customizations.xml"], [SOLUTION]])("any other difference in %s is found", (file) => {
    const [unmanaged, managed] = pair();
    const changed = mutated(packedZipOf(managed), file, "flowsession", "flowsessions").files;
    expect(compareVariants(unmanaged, changed)).toMatchObject([{ rule: "variant.same", file }]);
  });

  test("a file in one of them only is found", () => {
    const [unmanaged, managed] = pair();
    expect(compareVariants(unmanaged, new Map([...managed, ["extra.txt", toBytes("")]]))).toMatchObject([{ rule: "variant.files", file: "extra.txt" }]);
  });
});
