import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { checkSolution } from "../../Solution/check/checkSolution";
import { checkTogether } from "../../Solution/check/checkTogether";
import { compareVariants } from "../../Solution/check/compareVariants";
import { packedZipOf } from "../../Solution/check/packedZip";
import { readArchive, toBytes } from "../../Solution/pack/archive";
import { CONTROL, ROOT, SOLUTION_NAMES, context, mutated, packFake, packedFake } from "./fixture";

const CUSTOMIZATIONS = "customizations.xml";
const SOLUTION = "solution.xml";
const MANIFEST = `Controls/${CONTROL}/ControlManifest.xml`;

test.each(SOLUTION_NAMES)("nothing is wrong in %s", (name) => {
  expect(checkSolution(packedFake(name), context(name))).toEqual([]);
});

test("nothing is wrong with the solutions together", () => {
  expect(checkTogether(SOLUTION_NAMES.map(packedFake), context().ids)).toEqual([]);
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
  ["a view as a root component", "root.resolves", SOLUTION, "<RootComponents>", '<RootComponents><RootComponent type="26" id="{ac66ea1a-7fa0-41fe-a0be-d2dfaa0fd0eb}" behavior="0"/>'],
  ["a root component that is there twice", "root.once", SOLUTION, /(<RootComponent type="66"[^>]*>)/, "$1$1"],
  ["a role without root component", "root.complete", SOLUTION, /<RootComponent type="20"[^>]*>/, ""],
  ["an app without root component", "root.complete", SOLUTION, /<RootComponent type="80"[^>]*>/, ""],
  ["a site map without root component", "root.complete", SOLUTION, /<RootComponent type="62"[^>]*>/, ""],
  ["an icon without root component", "root.complete", SOLUTION, /<RootComponent type="61"[^>]*>/, ""],
  ["a platform table with all of its assets", "shell.behavior", SOLUTION, 'behavior="2"', 'behavior="0"'],
  ["a platform table with its metadata", "shell.behavior", SOLUTION, 'behavior="2"', 'behavior="1"'],
  ["a ribbon for a platform table", "shell.parts", CUSTOMIZATIONS, "<FormXml>", "<RibbonDiffXml/><FormXml>"],
  ["a default grid for a platform table", "shell.parts", CUSTOMIZATIONS, "<FormXml>", "<CustomControlDefaultConfigs/><FormXml>"],
  ["a role that the import would skip", "shell.ownPart", CUSTOMIZATIONS, "<Role ", '<Role unmodified="1" '],
  ["a file that nothing names", "archive.named", CUSTOMIZATIONS, /(<FileName>\/WebResources\/fst_open)/, "$1ed"],
  ["an icon whose file is not packed", "resource.packed", CUSTOMIZATIONS, /(<FileName>\/WebResources\/fst_open)/, "$1ed"],
  ["an icon under another publisher's prefix", "resource.prefix", CUSTOMIZATIONS, "<Name>fst_open.svg<", "<Name>open.svg<"],
  ["a table that nobody described", "table.known", CUSTOMIZATIONS, 'OriginalName="Flow Session">flowsession<', 'OriginalName="Account">account<'],
  ["a platform table that is not a shell", "shell.unmodified", CUSTOMIZATIONS, ' unmodified="1"', ""],
  ["a table under another table's name", "shell.name", CUSTOMIZATIONS, '<entity Name="flowsession"', '<entity Name="account"'],
  ["a column brought into a platform table", "shell.unmodified", CUSTOMIZATIONS, "<attributes/>", '<attributes><attribute PhysicalName="x"/></attributes>'],
  ["a form that the import would skip", "shell.ownPart", CUSTOMIZATIONS, "<systemform>", '<systemform unmodified="1">'],
  ["a view that the import would skip", "shell.ownPart", CUSTOMIZATIONS, "<savedquery>", '<savedquery unmodified="1">'],
  ["a dependency with an invented version", "dependency.measured", SOLUTION, "<MissingDependencies/>", '<MissingDependencies><MissingDependency><Required type="1" solution="X (1.0)"/></MissingDependency></MissingDependencies>'],
  ["an id that is no GUID", "id.guid", CUSTOMIZATIONS, /<formid>[^<]*</, "<formid>{1}<"],
  ["a view with another id than it was shipped with", "id.locked", CUSTOMIZATIONS, /<savedqueryid>\{\w{8}/, "<savedqueryid>{01234567"],
  ["a role with another id than it was shipped with", "id.locked", CUSTOMIZATIONS, /(<Role name="[^"]*" id="\{)\w{8}/, "$101234567"],
  ["an icon with another id than it was shipped with", "id.locked", CUSTOMIZATIONS, /<WebResourceId>\{\w{8}/, "<WebResourceId>{01234567"],
  ["a view with the id of another table's view", "id.kind", CUSTOMIZATIONS, "<savedqueryid>{ac66ea1a-7fa0-41fe-a0be-d2dfaa0fd0eb}", "<savedqueryid>{b5ae34ad-e0f6-4c8f-afa5-fd19104f5167}"],
  ["an icon with the id of another icon", "id.kind", CUSTOMIZATIONS, "<Name>fst_open.svg<", "<Name>fst_mine.svg<"],
  ["a role with the id of a view", "id.kind", CUSTOMIZATIONS, /(<Role name="[^"]*" id=")[^"]*/, "$1{ac66ea1a-7fa0-41fe-a0be-d2dfaa0fd0eb}"],
  ["an id used twice", "id.unique", CUSTOMIZATIONS, /<cell id="[^"]*"(.*?)<cell id="([^"]*)"/s, '<cell id="$2"$1<cell id="$2"'],
  ["a label without German", "label.everyLanguage", CUSTOMIZATIONS, '<label description="Zeiten" languagecode="1031"/>', ""],
  ["a label in a language that the solution does not have", "label.knownLanguage", CUSTOMIZATIONS, 'description="Zeiten" languagecode="1031"', 'description="Temps" languagecode="1036"'],
  ["a solution with fewer languages than the control", "label.languages", CUSTOMIZATIONS, "<Language>1031</Language>", ""],
  ["a page of the app without a title in German", "label.everyLanguage", CUSTOMIZATIONS, '<Title LCID="1031" Title="Meine Läufe"/>', ""],
  ["a field without labels", "label.ofForm", CUSTOMIZATIONS, /<labels><label description="Started"[^>]*><label [^>]*><\/labels>/, ""],
  ["a page of the app without a title", "label.titled", CUSTOMIZATIONS, /<Titles>(<Title LCID="1033" Title="My runs".*?)<\/Titles>/, ""],
  ["a view without names", "label.named", CUSTOMIZATIONS, /<LocalizedNames><LocalizedName description="My Runs[^/]*\/><[^/]*\/><\/LocalizedNames>/, ""],
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
  ["a subgrid in a personal view", "subgrid.everybodysView", CUSTOMIZATIONS, "<IsUserView>false<", "<IsUserView>true<"],
  ["a subgrid in a field's control", "subgrid.classId", CUSTOMIZATIONS, /(<control id="childRuns" classid="\{)\w{8}/, "$14273EDBD"],
  ["a view that takes the place of the platform's default", "view.notDefault", CUSTOMIZATIONS, "<isdefault>0<", "<isdefault>1<"],
  ["a view without the control", "view.bound", CUSTOMIZATIONS, /<controlDescriptions><controlDescription><customControl.*?<\/controlDescriptions>(?=<\/grid>)/, ""],
  ["a view that gives the control another view's rows", "view.ownRows", CUSTOMIZATIONS, /<ViewId>00000000-0000-0000-0000-000000000000</g, "<ViewId>{ac66ea1a-7fa0-41fe-a0be-d2dfaa0fd0eb}<"],
  ["a view of another table", "view.table", CUSTOMIZATIONS, '<entity name="flowsession">', '<entity name="account">'],
  ["a listed column that is not fetched", "view.cellFetched", CUSTOMIZATIONS, '<attribute name="machineid"/>', ""],
  ["a role's column that is not listed", "view.roleColumns", CUSTOMIZATIONS, /<cell name="errorinnererror"[^>]*>/, ""],
  ["a view that sorts by no column", "view.columnExists", CUSTOMIZATIONS, '<order attribute="createdon"', '<order attribute="requestedon"'],
  ["a view with another row id", "view.rowId", CUSTOMIZATIONS, 'id="flowsessionid"', 'id="accountid"'],
  ["a view with another jump column", "view.jump", CUSTOMIZATIONS, 'jump="name"', 'jump="title"'],
  ["a view of a kind of which a table has one", "view.public", CUSTOMIZATIONS, "<querytype>0<", "<querytype>2<"],
  ["a view of one person", "view.everybodys", CUSTOMIZATIONS, "<isprivate>0<", "<isprivate>1<"],
  ["a view that takes the place of the search box's", "view.everybodys", CUSTOMIZATIONS, "<isquickfindquery>0<", "<isquickfindquery>1<"],
  ["a view that fetches a secret", "view.secret", CUSTOMIZATIONS, '<attribute name="machineid"/>', '<attribute name="machineid"/><attribute name="credentials"/>'],
  ["a view of today that leaves out what never started", "view.withoutStart", CUSTOMIZATIONS, /<filter type="and"><condition attribute="startedon" operator="null"\/><condition attribute="completedon" operator="today"\/><\/filter><filter type="and"><condition attribute="startedon" operator="null"\/>.*?<\/filter>/, ""],
  ["a form that shows a secret", "form.secret", CUSTOMIZATIONS, 'datafieldname="errorcode"', 'datafieldname="credentials"'],
  ["a field that the table does not have", "form.columnExists", CUSTOMIZATIONS, 'datafieldname="errorcode"', 'datafieldname="errorkind"'],
  ["a field that is not valid for forms", "form.columnValid", CUSTOMIZATIONS, 'datafieldname="errorcode"', 'datafieldname="callbackurl"'],
  ["a form before the platform's own", "form.afterPlatforms", CUSTOMIZATIONS, '<DisplayConditions Order="1"', '<DisplayConditions Order="0"'],
  ["a form that becomes the fallback", "form.afterPlatforms", CUSTOMIZATIONS, 'FallbackForm="false"', 'FallbackForm="true"'],
  ["a field in the control for another type", "form.classId", CUSTOMIZATIONS, 'datafieldname="errorcode"', 'datafieldname="startedon"'],
  ["an app that shows a view that is not there", "app.component", CUSTOMIZATIONS, /(<AppModuleComponent type="26" id="\{)\w{8}/, "$101234567"],
  ["an app that shows a form that is not there", "app.component", CUSTOMIZATIONS, /(<AppModuleComponent type="60" id="\{)\w{8}/, "$101234567"],
  ["an app that shows a table that nobody described", "app.component", CUSTOMIZATIONS, 'type="1" schemaName="flowlog"', 'type="1" schemaName="flowrun"'],
  ["an app that does not show the form", "app.form", CUSTOMIZATIONS, /<AppModuleComponent type="60"[^>]*>/, ""],
  ["an app that shows views of a table, but not the table", "app.table", CUSTOMIZATIONS, '<AppModuleComponent type="1" schemaName="flowsession"/>', ""],
  ["an app that does not name its site map", "app.siteMapShown", CUSTOMIZATIONS, /<AppModuleComponent type="62"[^>]*>/, ""],
  ["an app for a role that is not there", "app.role", CUSTOMIZATIONS, /(<AppModuleRoleMaps><Role id="\{)\w{8}/, "$101234567"],
  ["a role that opens no app", "app.roleMapped", CUSTOMIZATIONS, /(<AppModuleRoleMaps>)<Role [^>]*>/, "$1"],
  ["an app with an icon that is not there", "app.icon", CUSTOMIZATIONS, /(<UniqueName>[^<]*<\/UniqueName><IntroducedVersion>[^<]*<\/IntroducedVersion><WebResourceId>)\w{8}/, "$101234567"],
  ["an app without a site map", "app.siteMap", CUSTOMIZATIONS, "<SiteMapUniqueName>fst_", "<SiteMapUniqueName>abc_"],
  ["a page that opens nothing", "siteMap.target", CUSTOMIZATIONS, / Url="[^"]*"/, ""],
  ["a page for a view that is not there", "siteMap.view", CUSTOMIZATIONS, /viewid=%7b\w{8}/, "viewid=%7b01234567"],
  ["a page that opens a view as another table's", "siteMap.viewTable", CUSTOMIZATIONS, "etn=flowsession&", "etn=flowlog&"],
  ["a page for a view that the app does not show", "siteMap.viewShown", CUSTOMIZATIONS, '<AppModuleComponent type="26" id="{ac66ea1a-7fa0-41fe-a0be-d2dfaa0fd0eb}"/>', ""],
  ["a page that opens a personal view", "siteMap.viewType", CUSTOMIZATIONS, "viewtype=1039", "viewtype=4230"],
  ["a page with another icon for old clients", "siteMap.sameIcon", CUSTOMIZATIONS, ' Icon="$webresource:fst_open.svg"', ' Icon="$webresource:fst_opened.svg"'],
  ["a page with an icon that is not there", "siteMap.icon", CUSTOMIZATIONS, 'VectorIcon="$webresource:fst_open.svg"', 'VectorIcon="$webresource:fst_opened.svg"'],
  ["a role that cannot read runs", "role.reads", CUSTOMIZATIONS, '<RolePrivilege name="prvReadflowsession" level="Global"/>', ""],
  ["a privilege in another spelling", "role.reads", CUSTOMIZATIONS, "prvReadWorkflow", "prvReadworkflow"],
  ["a privilege that nothing needs", "role.privilege", CUSTOMIZATIONS, "prvReadAppModule", "prvDeleteflowsession"],
  ["a viewer who may change runs", "role.writes", CUSTOMIZATIONS, /(<Role name="Flow Session Timeline Viewer".*?<RolePrivileges>)/, '$1<RolePrivilege name="prvWriteflowsession" level="Global"/>'],
  ["a role that reads its own runs only", "role.level", CUSTOMIZATIONS, 'name="prvReadflowsession" level="Global"', 'name="prvReadflowsession" level="Basic"'],
  ["a privilege that is granted twice", "role.once", CUSTOMIZATIONS, '<RolePrivilege name="prvReadflowsession" level="Global"/>', '<RolePrivilege name="prvReadflowsession" level="Global"/><RolePrivilege name="prvReadflowsession" level="Global"/>'],
];

/** The same of the solution that stands on the first one. */
const UPPER_MUTATIONS: typeof MUTATIONS = [
  ["a dependency on another version", "dependency.measured", SOLUTION, /solution="FlowSessionTimeline \([^)]*/, 'solution="FlowSessionTimeline (9.9.9.0'],
  ["a dependency on a solution of the platform", "dependency.measured", SOLUTION, 'solution="FlowSessionTimeline ', 'solution="MicrosoftFlowExtensionsCore '],
  ["a dependency on what the solution below does not bring", "dependency.resolves", SOLUTION, /(<Required type="26" id="\{)\w{8}/, "$101234567"],
  ["a dependency of what is not there", "dependency.dependent", SOLUTION, /(<Dependent type="60" id="\{)\w{8}/, "$101234567"],
  ["a control of the solution below that is no dependency", "dependency.complete", SOLUTION, /(<Required type="66" schemaName=")fst/g, "$1abc"],
  ["a role of the solution below that is no dependency", "dependency.complete", SOLUTION, /<MissingDependency><Required type="20".*?<\/MissingDependency>/, ""],
  ["a page for a table that the app does not show", "siteMap.table", CUSTOMIZATIONS, ' Entity="flowmachine"', ' Entity="account"'],
  ["a page that opens a table and an address", "siteMap.target", CUSTOMIZATIONS, ' Entity="flowmachine"', ' Entity="flowmachine" Url="/main.aspx"'],
  ["an app that shows a form of a machine, but not machines", "app.table", CUSTOMIZATIONS, '<AppModuleComponent type="1" schemaName="flowmachine"/>', ""],
  ["a session's owner on a form", "form.columnValid", CUSTOMIZATIONS, 'datafieldname="activityname"', 'datafieldname="ownerid"'],
  ["a subgrid of runs over a relationship of another table", "subgrid.relationship", CUSTOMIZATIONS, /flowmachine_flowsession_MachineId/g, "flowmachinegroup_flowsession_MachineGroupId"],
  ["a binding to a control that neither solution has", "binding.control", CUSTOMIZATIONS, `formFactor="1" name="${CONTROL}"`, 'formFactor="1" name="fst_Other"'],
];

test.each(MUTATIONS)("finds %s", (_what, rule, file, from, to) => {
  const findings = checkSolution(mutated(packedFake(), file, from, to), context());
  expect(findings.map((finding) => finding.rule)).toContain(rule);
});

test.each(UPPER_MUTATIONS)("finds, on top of the first solution, %s", (_what, rule, file, from, to) => {
  const findings = checkSolution(mutated(packedFake("FlowSessionTimeline_Sessions"), file, from, to), context("FlowSessionTimeline_Sessions"));
  expect(findings.map((finding) => finding.rule)).toContain(rule);
});

test("finds a part that was taken away, and a publisher described otherwise", () => {
  const [first, ...others] = SOLUTION_NAMES.map(packedFake);
  if (!first) throw new Error("there is a first solution");
  const rules = (changed: typeof first): string[] => checkTogether([changed, ...others], context().ids).map(({ rule }) => rule);
  expect(rules(mutated(first, CUSTOMIZATIONS, /<savedquery>.*?<\/savedquery>/, ""))).toEqual(["id.kept"]);
  expect(rules(mutated(first, SOLUTION, "<CustomizationOptionValuePrefix>47310<", "<CustomizationOptionValuePrefix>10000<"))).toEqual(["publisher.same"]);
});

test("each rule has a mutation that it finds", () => {
  const tried = new Set([...MUTATIONS, ...UPPER_MUTATIONS].map(([, rule]) => rule));
  const folder = path.join(ROOT, "Solution", "check");
  const sources = readdirSync(folder).filter((file) => file.endsWith("Rules.ts")).map((file) => readFileSync(path.join(folder, file), "utf8")).join("\n");
  const rules = new Set([...sources.matchAll(/"([a-z]+[a-zA-Z]*\.[a-z]+[a-zA-Z]*)", (?:`|"|manifest)/g)].map((match) => match[1]).filter((rule) => rule !== "version.manifest"));
  expect(rules.size).toBeGreaterThan(60);
  expect([...rules].filter((rule) => rule !== undefined && !tried.has(rule))).toEqual([]);
});

test("finds a manifest that was not stamped", () => {
  const { control, ...rest } = context();
  const findings = checkSolution(packedFake(), { ...rest, control: { ...control, version: "9.9.9" } });
  expect(findings.map(({ rule }) => rule)).toEqual(["version.manifest"]);
});

test("a finding names the file and the way to the node", () => {
  const [finding] = checkSolution(mutated(packedFake(), CUSTOMIZATIONS, 'datafieldname="errorcode"', 'datafieldname="callbackurl"'), context());
  expect(finding).toMatchObject({ file: CUSTOMIZATIONS, message: "callbackurl may hold secrets: no form shows it." });
  expect(finding?.node).toMatch(/^ImportExportXml\/.*\/systemform\[\{ff395ae9[^/]*\/.*\/tab\[summary\]\/.*\/section\[error\]\/.*\/control\[errorcode\]$/);
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
