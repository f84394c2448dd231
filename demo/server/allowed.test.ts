import { addressOf, fixedQuestions, SECRET_COLUMNS, viewQuestion, type OrgQuestion } from "../org/questions";
import { allowed } from "./allowed";

const ID = "5d1a7c7e-2f0b-4c6e-9a41-0e6d3a5b7c01";
const fetching = (xml: string, set = "flowsessions"): string => `${set}?fetchXml=${encodeURIComponent(xml)}`;
const asking = (inside: string): string => fetching(`<fetch><entity name="flowsession">${inside}</entity></fetch>`);
const COLUMN = '<attribute name="name"/>';

it.each(Object.entries<OrgQuestion>(fixedQuestions))("forwards %s as the page asks it", (_name, question) => {
  expect(allowed(addressOf(question))).toEqual({ ok: true, question });
});

it("forwards one view of either kind", () => {
  for (const question of [viewQuestion("savedquery", ID, ["fetchxml", "layoutxml", "savedqueryid"]), viewQuestion("userquery", ID, ["name"])]) {
    expect(allowed(addressOf(question))).toEqual({ ok: true, question });
  }
});

it.each([
  [COLUMN],
  [`${COLUMN}<filter><condition attribute="statuscode" operator="in"><value>8</value></condition></filter><order attribute="createdon"/>`],
  [`${COLUMN}<link-entity name="flowmachine" from="flowmachineid" to="machineid" link-type="inner"><filter><condition attribute="name" operator="eq" value="context"/></filter></link-entity>`],
])("forwards FetchXML that names its columns: %s", inside => {
  expect(allowed(asking(inside))).toMatchObject({ ok: true, question: { path: "flowsessions" } });
});

it("forwards what it understood, not what was written", () => {
  const xml = `<fetch><entity name="flowsession">${COLUMN}</entity></fetch>`;
  const verdict = allowed(`flowsessions?fetch%58ml=${encodeURIComponent(xml)}`);
  expect(verdict.ok && addressOf(verdict.question)).toBe(fetching(xml));
});

it.each([
  "accounts", "systemusers?$select=fullname", fetching('<fetch><entity name="account"><attribute name="name"/></entity></fetch>', "accounts"),
  fetching('<fetch><entity name="account"><attribute name="name"/></entity></fetch>'), "flowsessions", "flowsessions?$top=1", `flowsessions(${ID})`, `${asking(COLUMN)}&$top=5`,
  `${asking(COLUMN)}&fetchXml=%3Cfetch%2F%3E`, `savedqueries(${ID})`, `savedqueries(${ID})?$select=columnsetxml`, `savedqueries(${ID})?$select=userqueryid`, `savedqueries(${ID})?$select=name&$expand=createdby`,
  `savedqueries(${ID})/createdby?$select=name`, "savedqueries(x)?$select=name", "savedqueries?$select=name", "userqueries", "EntityDefinitions", "EntityDefinitions(LogicalName='account')?$select=LogicalName",
  "EntityDefinitions(LogicalName='flowsession')", "WhoAmI?x=1", "whoami", "../v9.1/WhoAmI", "/WhoAmI", "WhoAmI/../accounts", "$batch", "", "RetrieveAadUserRoles", "flowsessions/$count",
])("refuses %s", target => {
  expect(allowed(target)).toMatchObject({ ok: false });
});

it.each(SECRET_COLUMNS)("refuses %s, shown, sorted by, grouped by or compared with", column => {
  for (const inside of [
    `<attribute name="${column}"/>`, `<attribute name=" ${column.toUpperCase()} " alias="x" groupby="true"/>`, `${COLUMN}<order attribute="${column}"/>`,
    `${COLUMN}<filter><filter><condition attribute="${column}" operator="like" value="a%"/></filter></filter>`, `${COLUMN}<filter><condition attribute="name" operator="eq" valueof="${column}"/></filter>`,
    `${COLUMN}<link-entity name="x" from="xid" to="${column}"/>`, `<attribute name="&#${column.charCodeAt(0)};${column.slice(1)}"/>`,
  ]) expect(allowed(asking(inside))).toEqual({ ok: false, message: `The column ${column} may hold secrets and is not read.` });
});

it.each([
  ["all columns", "<all-attributes/>"], ["no column, which means all", "<order attribute='name'/>"], ["columns of other tables", `${COLUMN}<link-entity name="workflow" from="workflowid" to="regardingobjectid"><attribute name="clientdata"/></link-entity>`],
  ["elements that are not FetchXML", `${COLUMN}<x:attribute xmlns:x="u" name="inputs"/>`], ["a second table", `${COLUMN}</entity><entity name="account"><attribute name="name"/>`], ["broken XML", "<attribute name="],
])("refuses FetchXML with %s", (_what, inside) => {
  expect(allowed(asking(inside))).toMatchObject({ ok: false });
});

it("refuses a document type: entities could hide a name", () => {
  expect(allowed(fetching(`<!DOCTYPE fetch [<!ENTITY c "credentials">]><fetch><entity name="flowsession"><attribute name="&c;"/></entity></fetch>`))).toMatchObject({ ok: false });
});
