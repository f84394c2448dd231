import { existsSync } from "node:fs";
import path from "node:path";
import { validateWithSchema } from "../../Solution/check/schema";
import { toText } from "../../Solution/pack/archive";
import { PackedZip } from "../../Solution/check/packedZip";
import { Finding } from "../../Solution/check/finding";
import { descendantsOf } from "../../Solution/pack/xml";
import { SHARED, mutated, packedFake } from "./fixture";

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

test("the packed customizations.xml is valid", () => {
  expect(validate(customizationsOf(packedFake()), "CustomizationsSolution.xsd") ?? []).toEqual([]);
});

test.each([
  ["an unknown element", "<isprivate>0</isprivate>", "<isinvented>0</isinvented>", "isinvented"],
  ["a width that no pattern takes", 'width="100%"', 'width="1000%"', "column"],
  ["an id that is no GUID", /<formid>[^<]*</, "<formid>{1}<", "formid"],
])("the schema finds %s", (_what, from, to, node) => {
  const findings = validate(customizationsOf(mutated(packedFake(), CUSTOMIZATIONS, from, to)), "CustomizationsSolution.xsd");
  if (findings) expect(findings.map((finding) => finding.node)).toContain(node);
});

test("each view's FetchXML is valid, and an unknown operator in it is found", () => {
  const fetches = packedFake().tables.flatMap((table) => table.views).flatMap((view) => descendantsOf(view, "fetch")).map(String);
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
