import { existsSync, readFileSync } from "fs";
import { join } from "path";
import { DOMParser } from "@xmldom/xmldom";
import { DETAIL_ROLES, Role, ROLES } from "./role";
import { FLOW_SESSION_STATUSES, PROCESS_SESSION_STATUSES, STATUS_FAMILIES, StatusTable } from "./status";
import { profileOf } from "./tableProfile";

const project = join(__dirname, "..", "..");
const reference = join(project, "..", "shared", "reference", "flowsession.md");
const table = existsSync(reference) ? readFileSync(reference, "utf8") : null;
if (table === null) console.warn("SKIPPED: ../shared/reference/flowsession.md is absent, so the profile of flowsession was not compared with the table's reference.");
const sessionReference = join(project, "..", "shared", "reference", "processsession.md");
const sessionTable = existsSync(sessionReference) ? readFileSync(sessionReference, "utf8") : null;
if (sessionTable === null) console.warn("SKIPPED: ../shared/reference/processsession.md is absent, so the profile of processsession was not compared with the table's reference.");

describe("the table profile", () => {
  const profile = profileOf("flowsession");

  it("has a role for each property-set of the manifest, by the same name", () => {
    const manifest = new DOMParser().parseFromString(readFileSync(join(__dirname, "..", "ControlManifest.Input.xml"), "utf8"), "text/xml");
    const sets = Array.from(manifest.getElementsByTagName("property-set"), (element) => element.getAttribute("name"));
    expect(sets.sort()).toEqual([...ROLES].sort());
  });

  it("names a column of flowsession for every role, no column twice and none that must not be read", () => {
    const roles: readonly Role[] = [...ROLES, ...DETAIL_ROLES];
    expect(Object.keys(profile.columns).sort()).toEqual([...roles].sort());
    const columns = Object.values(profile.columns);
    expect(new Set(columns).size).toBe(columns.length);
    for (const secret of ["credentials", "callbackurl", "connectionid", "context", "sessionusersid"]) expect(columns).not.toContain(secret);
  });

  it("reads another table through its property-sets alone", () => {
    expect(profileOf("contoso_run")).toEqual({ table: "contoso_run", columns: {}, statuses: profile.statuses });
  });

  // Where the reference is absent these pass without it; the warning above says so.
  it("names only columns that the table's reference has", () => {
    if (table === null) return;
    const known = new Set([...table.matchAll(/^\|LogicalName\|`(\w+)`\|$/gm)].map((match) => match[1]));
    for (const column of Object.values(profile.columns)) expect(known).toContain(column);
  });

  it("knows the statuses that the table's reference has, by number and name", () => {
    if (table === null) return;
    const choices = table.slice(table.indexOf("#### statuscode Choices/Options"));
    const rows = choices.slice(0, choices.indexOf("\n### ")).matchAll(/^\|(\d+)\|Label: \*\*(\w+)\*\*/gm);
    expect([...rows].map((row) => [Number(row[1]), row[2]])).toEqual(FLOW_SESSION_STATUSES.map((status) => [status.code, status.name]));
  });
});

describe("the profile of processsession", () => {
  const profile = profileOf("processsession");

  it("takes the session before as the parent, and another start and end where those are missing", () => {
    expect(profile.columns).toMatchObject({ parentRun: "previouslinkedsessionid", executedOn: "executedon", canceledOn: "canceledon", flow: "processid" });
    expect(new Set(Object.values(profile.columns)).size).toBe(Object.keys(profile.columns).length);
  });

  it("has six statuses of its own, in four families", () => {
    const families = PROCESS_SESSION_STATUSES.map(({ code }) => profile.statuses.get(code).family);
    expect(families).toEqual(["open", "open", "open", "ok", "stopped", "failed"]);
    expect([profile.statuses.knows(0), profile.statuses.knows(7), profile.statuses.get(4).name]).toEqual([false, false, "Completed"]);
  });

  // Where the reference is absent these pass without it; the warning above says so.
  it("names only columns that the table's reference has", () => {
    if (sessionTable === null) return;
    const known = new Set([...sessionTable.matchAll(/^\|LogicalName\|(\w+)\|$/gm)].map((match) => match[1]));
    for (const column of Object.values(profile.columns)) expect(known).toContain(column);
  });

  it("knows the statuses that the table's reference has, by number and name", () => {
    if (sessionTable === null) return;
    const choices = sessionTable.slice(sessionTable.indexOf("#### StatusCode Options"));
    const rows = [...choices.slice(0, choices.indexOf("\n### ")).matchAll(/^\|(\d+)\|([A-Za-z ]+)\|/gm)];
    const spelled = (name: string | undefined): string | undefined => name?.replace(" ", "").replace("Canceled", "Cancelled");
    expect(rows.map((row) => [Number(row[1]), spelled(row[2])])).toEqual(PROCESS_SESSION_STATUSES.map((status) => [status.code, status.name]));
  });
});

describe("the statuses", () => {
  const statuses = new StatusTable(FLOW_SESSION_STATUSES);

  it("are fifteen in five families, each of which has some", () => {
    expect(FLOW_SESSION_STATUSES).toHaveLength(15);
    const codes = (family: string): number[] => FLOW_SESSION_STATUSES.filter((status) => status.family === family).map((status) => status.code);
    expect(STATUS_FAMILIES.map((family) => [family, codes(family)])).toEqual(
      [["failed", [8, 9, 10]], ["open", [1, 2, 3, 6]], ["ok", [4]], ["stopped", [7, 11, 14]], ["other", [0, 5, 12, 13]]],
    );
  });

  it("take a number that they do not know as other, and keep it", () => {
    expect([statuses.knows(99), statuses.get(99)]).toEqual([false, { code: 99, name: "Unknown", family: "other" }]);
    expect([statuses.knows(0), statuses.knows(-1)]).toEqual([true, false]);
  });
});
