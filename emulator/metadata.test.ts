/** @jest-environment jsdom */
import { createRig, manifest } from "./rig";
import { LATENCY, serveRows } from "./serverRig";

/** As a control in JavaScript would hold it. */
interface Metadata {
  readonly LogicalName: string;
  readonly EntitySetName: string;
  readonly PrimaryIdAttribute: string;
  readonly ManyToOneRelationships: readonly { readonly ReferencingAttribute: string; readonly ReferencedEntity: string; readonly SchemaName: string }[];
  readonly Attributes: { get(name: string): Column | null; getAll(): readonly Column[]; getLength(): number; forEach(visit: (column: Column) => void): void };
}
interface Column {
  readonly LogicalName: string;
  readonly AttributeTypeName: string;
  readonly OptionSet: Readonly<Record<string, { readonly text: string }>>;
  readonly attributeDescriptor: { readonly OptionSet: readonly { readonly Value: number; readonly Label: string }[]; readonly Targets: readonly string[] };
}

async function metadataOf(table: string, columns?: string[]): Promise<{ readonly metadata: Metadata; readonly violations: readonly string[] }> {
  const rig = createRig({ manifest: { ...manifest, features: ["Utility"] }, serve: clock => serveRows(clock).server });
  const asked = rig.context.utils.getEntityMetadata(table, columns);
  asked.catch(() => undefined);
  await rig.clock.advance(LATENCY);
  return { metadata: (await asked) as Metadata, violations: rig.host.violations };
}

test("public members are getters on the prototype: keys and spreading find nothing", async () => {
  const { metadata } = await metadataOf("flowsession");
  expect([Object.keys(metadata), { ...metadata }, JSON.stringify(metadata)]).toEqual([[], {}, "{}"]);
  expect([metadata.LogicalName, metadata.EntitySetName, metadata.PrimaryIdAttribute]).toEqual(["flowsession", "flowsessions", "flowsessionid"]);
  expect(Object.keys(metadata.Attributes.get("statuscode") ?? { none: 1 })).toEqual([]);
});

test("only the columns that were asked for are there, and only those that the table has", async () => {
  const { metadata } = await metadataOf("flowsession", ["statuscode", "machineid", "triggertype"]);
  expect(metadata.Attributes.getAll().map(column => column.LogicalName)).toEqual(["statuscode", "machineid"]);
  expect(metadata.Attributes.get("triggertype")).toBeNull();
  const visited: string[] = [];
  metadata.Attributes.forEach(({ AttributeTypeName }) => visited.push(AttributeTypeName));
  expect(visited).toEqual(["status", "lookup"]);
});

test("choices are a list in the descriptor and a map on the column; lookups tell their targets", async () => {
  const { metadata } = await metadataOf("flowsession", ["statuscode", "machineid"]);
  const status = metadata.Attributes.get("statuscode");
  expect(status?.attributeDescriptor.OptionSet.map(({ Value, Label }) => [Value, Label])).toEqual([[4, "Succeeded"], [8, "Failed"]]);
  expect(status?.OptionSet[8]?.text).toBe("Failed");
  expect(metadata.Attributes.get("machineid")?.attributeDescriptor.Targets).toEqual(["flowmachine"]);
});

test("relationships name the column and the table that it points to", async () => {
  const { metadata, violations } = await metadataOf("flowsession");
  expect(metadata.ManyToOneRelationships.map(one => [one.SchemaName, one.ReferencingAttribute, one.ReferencedEntity])).toEqual([["flowsession_machine", "machineid", "flowmachine"]]);
  expect(violations).toEqual([]);
  expect(() => Reflect.get(metadata, "OneToManyRelationships") as unknown).toThrow("metadata.OneToManyRelationships is not modelled");
});

test("a table that is not there is an error of the server", async () => {
  await expect(metadataOf("processsession")).rejects.toMatchObject({ httpStatus: 400, message: expect.stringContaining("processsession") });
});
