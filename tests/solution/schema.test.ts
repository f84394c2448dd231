import { existsSync } from "node:fs";
import path from "node:path";
import { validateWithSchema } from "../../Solution/check/schema";
import { toText } from "../../Solution/pack/archive";
import { PackedZip } from "../../Solution/check/packedZip";
import { Finding } from "../../Solution/check/finding";
import { descendantsOf } from "../../Solution/pack/xml";
import { SHARED, SOLUTION_NAMES, mutated, packedFake } from "./fixture";

const CUSTOMIZATIONS = "customizations.xml";

/** Findings of a schema; undefined, and said, where it cannot be asked. */
function validate(xml: string, name: string): readonly Finding[] | undefined {
  const schema = path.join(SHARED, "xsd", name);
  const result = existsSync(schema) ? validateWithSchema(xml, CUSTOMIZATIONS, schema) : { kind: "unavailable" as const, reason: `${schema} is absent` };
  if (result.kind === "checked") return result.findings;
  console.warn(`SKIPPED: nothing was validated against ${name}, because ${result.reason}.`);
  return undefined;
}

const customizationsOf = (zip: PackedZip): string => toText(zip.files.get(CUSTOMIZATIONS) ?? new Uint8Array());

test.each(SOLUTION_NAMES)("the packed customizations.xml of %s is valid", (name) => {
  expect(validate(customizationsOf(packedFake(name)), "CustomizationsSolution.xsd") ?? []).toEqual([]);
});

test("what exports have and the schema does not know is left out of one place only", () => {
  // The same words are wrong anywhere else.
  const moved = mutated(packedFake(), CUSTOMIZATIONS, "<isprivate>0</isprivate>", "<statecode>0</statecode>");
  const findings = validate(customizationsOf(moved), "CustomizationsSolution.xsd");
  if (findings) expect(findings.map((finding) => finding.node)).toContain("statecode");
});

test.each([
  ["an unknown element", "<isprivate>0</isprivate>", "<isinvented>0</isinvented>", "isinvented"],
  ["a width that no pattern takes", 'width="100%"', 'width="1000%"', "column"],
  ["a privilege level that does not exist", 'level="Global"', 'level="Everyone"', "RolePrivilege"],
  ["an address of a site map in the wrong attribute", ' Url="', ' Address="', "SubArea"],
  ["an id that is no GUID", /<formid>[^<]*</, "<formid>{1}<", "formid"],
])("the schema finds %s", (_what, from, to, node) => {
  const findings = validate(customizationsOf(mutated(packedFake(), CUSTOMIZATIONS, from, to)), "CustomizationsSolution.xsd");
  if (findings) expect(findings.map((finding) => finding.node)).toContain(node);
});

test("each view's FetchXML is valid, and an unknown operator in it is found", () => {
  const fetches = SOLUTION_NAMES.flatMap((name) => packedFake(name).tables).flatMap((table) => table.views).flatMap((view) => descendantsOf(view, "fetch")).map(String);
  expect(fetches).not.toHaveLength(0);
  for (const fetch of fetches) {
    expect(validate(fetch, "Fetch.xsd") ?? []).toEqual([]);
    const findings = validate(fetch.replace("<order", '<filter><condition attribute="name" operator="sounds-like" /></filter><order'), "Fetch.xsd");
    if (findings) expect(findings.map(({ node }) => node)).toContain("condition");
  }
});

test("a schema that cannot be read is no success", () => {
  expect(validateWithSchema("<a/>", "a.xml", path.join(SHARED, "no-such.xsd")).kind).toBe("unavailable");
});
