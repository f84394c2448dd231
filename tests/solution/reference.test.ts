import { existsSync } from "node:fs";
import path from "node:path";
import { checkSolution } from "../../Solution/check/checkSolution";
import { readContext } from "../../Solution/check/readContext";
import { parseTableReference } from "../../Solution/check/tableReference";
import { ROOT, SHARED, context, packedFake } from "./fixture";

const REFERENCE = path.join(SHARED, "reference");

const SAMPLE = `
| **PrimaryIdAttribute** | **thingid** |
| **PrimaryNameAttribute** |\`name\` |
## Columns
### <a name="BKMK_Due"></a> Due
|Property|Value|
|---|---|
|IsValidForForm|False|
|LogicalName|\`due\`|
|Type|DateTime|
## Many-to-One relationships
### <a name="BKMK_owner_thing-many-to-one"></a> owner_thing
|ReferencedEntity|\`owner\`|
|ReferencingAttribute|\`ownerid\`|
## One-to-Many relationships
### <a name="BKMK_thing_part"></a> thing_part
|ReferencingEntity|\`part\`|
|ReferencingAttribute|\`thingid\`|
`;

test("a table reference gives columns, their type and use, and the tables that refer to it", () => {
  expect(parseTableReference(SAMPLE)).toEqual({
    primaryId: "thingid",
    primaryName: "name",
    columns: new Map([["due", { type: "DateTime", validForForm: false }]]),
    oneToMany: new Map([["thing_part", "part"]]),
  });
});

test("a text that is no table reference is refused", () => {
  expect(() => parseTableReference("# Nothing")).toThrow("no table reference");
});

test("every column and relationship of the solution is in the platform's reference", () => {
  if (!existsSync(REFERENCE)) return console.warn(`SKIPPED: names of columns and relationships were not resolved against the platform's table reference, because ${REFERENCE} is absent.`);
  const real = readContext(ROOT, REFERENCE);
  expect([...real.references.keys()]).toEqual(["flowsession"]);
  expect(checkSolution(packedFake(), real)).toEqual([]);
});

test("the table that the other tests use is as the platform's reference has it", () => {
  const byHand = context().references.get("flowsession");
  const real = readContext(ROOT, REFERENCE).references.get("flowsession");
  if (!real) return console.warn(`SKIPPED: the tests' own description of flowsession was not compared with the platform's, because ${REFERENCE} is absent.`);
  for (const [name, column] of byHand?.columns ?? []) expect([name, real.columns.get(name)]).toEqual([name, column]);
  for (const [name, table] of byHand?.oneToMany ?? []) expect([name, real.oneToMany.get(name)]).toEqual([name, table]);
});
