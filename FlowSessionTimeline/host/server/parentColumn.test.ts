import { attributesOf, parentCandidates, ParentEvidence, primaryIdOf, resolveParent } from "./parentColumn";

const PARENT = "11111111-1111-1111-1111-111111111111";
const OTHER = "22222222-2222-2222-2222-222222222222";

/** An object as the host gives it: nothing of its own, everything behind getters of its prototype. */
function instance(members: Readonly<Record<string, unknown>>): object {
  const prototype = {};
  for (const [key, value] of Object.entries(members)) Object.defineProperty(prototype, key, { get: () => value });
  return Object.create(prototype) as object;
}
const column = (name: string, ...targets: readonly string[]): object => instance({ LogicalName: name, attributeDescriptor: { Targets: targets } });
const collection = (...items: readonly object[]): object => instance({ get: (key?: string) => (key === undefined ? items : null) });
const link = (to: string, from: string): object => instance({ ReferencedEntity: to, ReferencingAttribute: from });

const METADATA = instance({
  PrimaryIdAttribute: "flowsessionid",
  Attributes: collection(column("machineid", "flowmachine"), column("ownerid", "systemuser", "team"), column("name"), column("parentdesktopflowrunid", "flowsession")),
  ManyToOneRelationships: [link("flowmachine", "machineid"), link("systemuser", "createdby"), link("systemuser", "ownerid")],
});

describe("the host's description of a table", () => {
  it("names the primary id and the columns, though none can be listed", () => {
    expect(Object.keys(METADATA)).toEqual([]);
    expect(primaryIdOf(METADATA, "flowsession")).toBe("flowsessionid");
    expect(attributesOf(METADATA)).toEqual(new Set(["machineid", "ownerid", "name", "parentdesktopflowrunid"]));
  });

  it("names the columns that may point to a table, each once", () => {
    expect(parentCandidates(METADATA, "flowmachine")).toEqual(["machineid"]);
    expect(parentCandidates(METADATA, "systemuser")).toEqual(["createdby", "ownerid"]);
    expect(parentCandidates(METADATA, "flowsession")).toEqual(["parentdesktopflowrunid"]);
    expect(parentCandidates(METADATA, "account")).toEqual([]);
  });

  it.each<[string, object | null]>([
    ["nothing", null],
    ["an empty object", {}],
    ["empty collections", instance({ Attributes: collection(), ManyToOneRelationships: [] })],
    ["collections of another kind", { Attributes: { get: "no" }, ManyToOneRelationships: 5 }],
    ["items of another kind", { Attributes: [null, 5, {}], ManyToOneRelationships: [undefined, "x"] }],
    ["getters that throw", Object.create(null, { Attributes: { get: () => { throw new Error("no"); } }, PrimaryIdAttribute: { get: () => { throw new Error("no"); } } }) as object],
  ])("may tell nothing: %s", (_what, metadata) => {
    expect(attributesOf(metadata)).toBeNull();
    expect(parentCandidates(metadata, "flowmachine")).toEqual([]);
    expect(primaryIdOf(metadata, "flowsession")).toBe("flowsessionid");
  });
});

describe("the column of a form's record", () => {
  const evidence = (candidates: readonly string[], ...rows: readonly Readonly<Record<string, unknown>>[]): ParentEvidence => ({
    candidates, parentId: `{${PARENT.toUpperCase()}}`, ids: rows.map((_, i) => String(i)), value: (id, name) => rows[Number(id)][name],
  });
  const to = (guid: string): unknown => ({ id: { guid }, etn: "flowmachine", name: "Robot" });

  it("is the one by which every row points to it", () => {
    expect(resolveParent(evidence(["createdby", "ownerid"], { ownerid: to(PARENT), createdby: to(PARENT) }, { ownerid: to(PARENT.toUpperCase()), createdby: to(OTHER) }))).toBe("ownerid");
  });

  it("is not known where a row points elsewhere or nowhere, or the list lacks the column", () => {
    expect(resolveParent(evidence(["machineid"], { machineid: to(PARENT) }, { machineid: to(OTHER) }))).toBeNull();
    expect(resolveParent(evidence(["machineid"], { machineid: to(PARENT) }, {}))).toBeNull();
  });

  it("is not known without rows, without candidates and among several", () => {
    expect(resolveParent(evidence(["machineid"]))).toBeNull();
    expect(resolveParent(evidence([], { machineid: to(PARENT) }))).toBeNull();
    expect(resolveParent(evidence(["createdby", "ownerid"], { ownerid: to(PARENT), createdby: to(PARENT) }))).toBeNull();
  });
});
