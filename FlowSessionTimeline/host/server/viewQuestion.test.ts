/** @jest-environment jsdom */
import { childrenOf, writeXml } from "./fetchXml";
import { equals, isOneOf } from "./predicate";
import { beginQuery, readViewQuestion, ViewQuestion, withParent, withPredicate } from "./viewQuestion";

const TABLE = "flowsession";
const read = (xml: string): ReturnType<typeof readViewQuestion> => readViewQuestion(xml, TABLE, "flowsessionid");
const view = (inEntity: string, onFetch = ""): string => `<fetch version="1.0" ${onFetch}><entity name="flowsession">${inEntity}</entity></fetch>`;

function question(xml: string): ViewQuestion {
  const result = read(xml);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}
/** What stands in the entity of a query that adds nothing. */
const kept = (inEntity: string): string => childrenOf(beginQuery(question(view(inEntity)), true).entity).map(elementText).join("");
const elementText = (element: Element): string => new XMLSerializer().serializeToString(element).replace(/ xmlns=""/g, "");
const reason = (xml: string): string | null => {
  const result = read(xml);
  return result.ok ? null : result.error;
};

const FILTER = '<filter type="and"><condition attribute="statuscode" operator="eq" value="8"/></filter>';
const LINK = '<link-entity name="workflow" from="workflowid" to="regardingobjectid" link-type="inner" alias="w"><filter type="and"><condition attribute="category" operator="eq" value="6"/></filter></link-entity>';

describe("what is kept of a view", () => {
  it("is nothing but the table where the view filters nothing", () => {
    const query = beginQuery(question(view('<attribute name="name"/><order attribute="startedon"/>', 'output-format="xml-platform" mapping="logical" savedqueryid="1" count="50" page="1" distinct="true" returntotalrecordcount="true"')), true);
    expect(writeXml(query.document)).toBe('<fetch version="1.0" mapping="logical"><entity name="flowsession"/></fetch>');
  });

  it("is every filter, wherever it stands, within the one filter that Dataverse takes", () => {
    const or = '<filter type="or"><condition attribute="name" operator="like" value="a%"/><filter><condition attribute="ownerid" operator="eq-userid"/></filter></filter>';
    expect(kept(`${FILTER}<attribute name="name"/>${or}`)).toBe(`<filter type="and">${FILTER}${or}</filter>`);
  });

  it("is a link with its filter, without its columns and orders at any depth", () => {
    const nested = '<link-entity name="systemuser" from="systemuserid" to="ownerid" alias="u"/>';
    const dressed = LINK.replace("<filter", `<attribute name="name"/><all-attributes/><order attribute="name"/>${nested.replace("/>", '><attribute name="fullname"/></link-entity>')}<filter`);
    expect(kept(`<all-attributes/>${dressed}`)).toBe(LINK.replace("<filter", `${nested}<filter`));
  });

  it("is a link without an alias", () => {
    const link = '<link-entity name="workflow" from="workflowid" to="regardingobjectid"/>';
    expect(kept(link)).toBe(link);
  });

  it("is no outer link that only brought columns, but one with a filter, one with a link inside and one that a condition names", () => {
    const outer = (inside: string, alias = "o"): string => `<link-entity name="workflow" from="workflowid" to="regardingobjectid" link-type="outer" alias="${alias}">${inside}</link-entity>`;
    expect(kept(outer('<attribute name="name"/>'))).toBe("");
    expect(kept(outer(outer('<attribute name="name"/>', "i")))).toBe("");
    expect(kept(outer(FILTER))).toBe(outer(FILTER));
    expect(kept(outer('<link-entity name="systemuser" from="systemuserid" to="ownerid"/>'))).toContain("systemuser");
    const naming = '<filter type="and"><condition entityname="o" attribute="workflowid" operator="null"/></filter>';
    expect(kept(naming + outer('<attribute name="name"/>'))).toBe(`<filter type="and">${naming}</filter>${outer("").replace("></link-entity>", "/>")}`);
  });

  it("is the values of a list and text with markup in it, without names of records", () => {
    const list = (decoration: string): string => `<filter type="and"><condition attribute="machineid" operator="in"${decoration && ' uiname="Robot &lt;1>" uitype="flowmachine"'}><value${decoration && ' uiname="Robot"'}>a &lt;&amp;&gt; b</value><value/></condition></filter>`;
    expect(kept(list("decorated"))).toBe(`<filter type="and">${list("").replace("1>", "1&gt;")}</filter>`);
  });

  it("is no quick find, whose filter goes even from within another", () => {
    const find = '<filter type="or" isquickfindfields="1"><condition attribute="name" operator="like" value="{0}"/></filter>';
    expect(kept(find)).toBe("");
    expect(kept(FILTER.replace("</filter>", `${find}</filter>`))).toBe(`<filter type="and">${FILTER}</filter>`);
  });

  it("leaves comments and blanks behind", () => {
    expect(kept(`\n  <!-- all -->\n  ${FILTER.replace("><", "> <!-- failed --> <")}\n`)).toBe(`<filter type="and">${FILTER}</filter>`);
  });
});

describe("what cannot be kept", () => {
  it.each([
    ["what is no XML", "<fetch>"],
    ["no text at all", ""],
    ["another root", '<query><entity name="flowsession"/></query>'],
    ["no entity", "<fetch/>"],
    ["an entity and an order beside it", '<fetch><entity name="flowsession"/><order attribute="name"/></fetch>'],
    ["another table", '<fetch><entity name="workflow"/></fetch>'],
    ["an aggregate", view("", 'aggregate="true"')],
    ["a limit of rows", view("", 'top="10"')],
    ["rows of another store", view("", 'datasource="retained"')],
    ["an unknown element", view("<having/>")],
    ["an unknown element in a filter", view("<filter><not/></filter>")],
    ["an unknown element in a link", view(LINK.replace("<filter", "<having/><filter"))],
    ["a condition on a link that is not there", view('<filter><condition entityname="x" attribute="name" operator="null"/></filter>')],
    ["a condition on an aggregate", view('<filter><condition attribute="name" operator="gt" value="1" aggregate="count"/></filter>')],
    ["a quick find as one of several alternatives", view('<filter type="or"><condition attribute="name" operator="null"/><filter isquickfindfields="true"/></filter>')],
  ])("fails: %s", (_what, xml) => expect(reason(xml)).toEqual(expect.any(String)));

  it("is said in words", () => expect(reason(view("", 'top="10"'))).toBe("fetch top"));
});

describe("rows that come more than once", () => {
  it.each<[string, string, boolean]>([
    ["no link", "", false],
    ["a link to one", LINK, false],
    ["a link to many", '<link-entity name="flowlog" from="parentobjectid" to="flowsessionid"/>', true],
    ["a link to many behind a link to one", LINK.replace("<filter", '<link-entity name="flowsession" from="regardingobjectid" to="workflowid"/><filter'), true],
    ["a link that only asks", '<link-entity name="flowlog" from="parentobjectid" to="flowsessionid" link-type="exists"/>', false],
  ])("%s", (_what, inEntity, repeats) => expect(question(view(inEntity)).mayRepeat).toBe(repeats));
});

describe("a question", () => {
  const plain = question(view(FILTER));

  it("is not changed by the queries made of it", () => {
    const before = writeXml(plain.source);
    const { document, entity } = beginQuery(plain, equals("name", "x"));
    entity.setAttribute("name", "spoilt");
    expect(writeXml(plain.source)).toBe(before);
    expect(writeXml(document)).not.toBe(before);
  });

  it("takes a form's parent and other conditions, all in one filter", () => {
    const id = "11111111-1111-1111-1111-111111111111";
    const narrowed = withPredicate(withParent(plain, "machineid", id), isOneOf("statuscode", [8, 9]));
    expect(childrenOf(beginQuery(narrowed, true).entity).map(elementText)).toEqual([
      `<filter type="and">${FILTER}<condition attribute="machineid" operator="eq" value="${id}"/><condition attribute="statuscode" operator="in"><value>8</value><value>9</value></condition></filter>`,
    ]);
    expect(plain.added).toBe(true);
  });

  it("knows whether it leaves rows out", () => {
    const whole = question(view('<attribute name="name"/>'));
    expect([whole, plain, question(view(LINK)), withParent(whole, "machineid", "x")].map(({ isFiltered }) => isFiltered)).toEqual([false, true, true, true]);
  });

  it("asks for no row where none can fit", () => {
    expect(writeXml(beginQuery(plain, false).document)).toContain('attribute="flowsessionid" operator="null"');
    expect(writeXml(beginQuery(withPredicate(plain, false), true).document)).toContain('attribute="flowsessionid" operator="null"');
  });

  it("lets no value out of its attribute", () => {
    const { entity } = beginQuery(withParent(plain, "machineid", '"/><all-attributes/>'), true);
    expect(entity.getElementsByTagName("all-attributes")).toHaveLength(0);
  });
});
