import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { profileOf } from "../../FlowSessionTimeline/domain/tableProfile";
import { PLATFORM_TABLES } from "../../Solution/model/platformTable";
import { SHARED } from "./fixture";
import { parseTableReference, PublishedTable } from "./tableReference";

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

const published = (table: string): PublishedTable | null => {
  const file = path.join(REFERENCE, `${table}.md`);
  return existsSync(file) ? parseTableReference(readFileSync(file, "utf8")) : null;
};

/** Of these tables the shared reference has a page; the others were described by hand from the public one. */
test.each(["flowsession", "flowsessionbinary", "processsession"])("%s is described as the platform's reference has it", (name) => {
  const real = published(name);
  if (!real) return console.warn(`SKIPPED: the description of ${name} was not compared with the platform's, because ${REFERENCE} has no page of it.`);
  const ours = PLATFORM_TABLES.get(name);
  expect([ours?.primaryId, ours?.primaryName]).toEqual([real.primaryId, real.primaryName]);
  for (const [column, about] of ours?.columns ?? []) expect([column, real.columns.get(column)]).toEqual([column, about]);
  for (const [relationship, table] of ours?.oneToMany ?? []) expect([relationship, real.oneToMany.get(relationship)]).toEqual([relationship, table]);
});

test("every column that the control knows is described", () => {
  for (const [name, table] of PLATFORM_TABLES) expect(Object.values(profileOf(name).columns).filter((column) => !table.columns.has(column))).toEqual([]);
});
