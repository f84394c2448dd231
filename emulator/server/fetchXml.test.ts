import { ask, databaseOf } from "./database.testing";
import { parseFetchXml } from "./fetchXml";

const database = databaseOf([]);
const entity = (inside: string): string => `<fetch><entity name="flowsession">${inside}</entity></fetch>`;
const fetch = (attributes: string, inside = ""): string => `<fetch ${attributes}><entity name="flowsession">${inside}</entity></fetch>`;
const condition = (inside: string): string => entity(`<filter><condition ${inside}/></filter>`);

describe("FetchXML", () => {
  it("is read as Dataverse's own views write it", () => {
    const xml = `<fetch version="1.0" mapping="logical" output-format="xml-platform" savedqueryid="bbbbbbbb-0000-4000-8000-000000000001" no-lock="false" distinct="false" returntotalrecordcount="true" page="1" count="50">
      <!-- runs of a machine --><entity name="flowsession"><attribute name="name"/><order attribute="startedon" descending="true"/>
      <filter type="and"><condition attribute="machineid" operator="eq" uiname="VM" uitype="flowmachine" value="{AAAAAAAA-0000-4000-8000-000000000001}"/>
      <condition attribute="statuscode" operator="in"><value uiname="Failed">8</value><value>4</value></condition><filter type="or" isquickfindfields="1"><condition attribute="name" operator="like" value="%a &amp; b%"/></filter></filter>
      <link-entity name="flowmachine" from="flowmachineid" to="machineid" visible="false" link-type="outer" alias="m"><attribute name="name"/></link-entity></entity></fetch>`;
    expect(ask(database, xml)).toEqual({ entities: [], cookie: null, moreRecords: false, totalRecordCount: 0, totalRecordCountLimitExceeded: false });
    expect(parseFetchXml(xml).entity.filters[0]?.filters[0]?.conditions[0]?.values).toEqual(["%a & b%"]);
  });

  it("gives links without an alias one", () => {
    const link = '<link-entity name="flowmachine" from="flowmachineid" to="machineid"/>';
    expect(parseFetchXml(entity(`${link}${link}`)).entity.links.map(({ alias }) => alias)).toEqual(["flowmachine1", "flowmachine2"]);
  });

  it.each<[string, string]>([
    ["no XML", "fetch"], ["an open tag", "<fetch><entity name='flowsession'></fetch>"], ["an unquoted attribute", "<fetch count=5><entity name='flowsession'/></fetch>"], ["another root", "<query/>"], ["an unknown entity reference", condition('attribute="name" operator="eq" value="&nope;"')],
  ])("is refused as XML: %s", (_, xml) => {
    expect(() => ask(database, xml)).toThrow(expect.objectContaining({ errorCode: -2147220991 }));
  });

  it.each<[string, string]>([
    ["no entity", "<fetch/>"], ["two entities", '<fetch><entity name="flowsession"/><entity name="flowsession"/></fetch>'], ["an entity without a name", "<fetch><entity/></fetch>"],
    ["an unknown attribute of fetch", fetch('utc-offset="60"')], ["distinct", fetch('distinct="true"')], ["another mapping", fetch('mapping="internal"')], ["another output", fetch('output-format="xml-raw"')],
    ["a count of none", fetch('count="0"')], ["a count that is no number", fetch('count="many"')], ["a page of none", fetch('page="0"')], ["top beyond 5,000", fetch('top="5001"')], ["top with pages", fetch('top="5" page="2"')], ["top with a count", fetch('top="5" count="5"')],
    ["top with a total", fetch('top="5" returntotalrecordcount="true"')], ["a flag that is no flag", fetch('returntotalrecordcount="yes"')], ["an unknown element", entity("<no-attrs/>")], ["text between", entity("rows")], ["an attribute within fetch", '<fetch><attribute name="name"/></fetch>'],
    ["an attribute without a name", entity("<attribute/>")], ["an unknown attribute of attribute", entity('<attribute name="name" rowaggregate="countchildren"/>')], ["a build of attribute", entity('<attribute name="name" build="1.504021"/>')],
    ["an order of another entity", entity('<order entityname="m" attribute="name"/>')], ["an order by alias", entity('<order alias="name"/>')], ["an order of nothing", entity("<order/>")], ["an order of odd direction", entity('<order attribute="name" descending="desc"/>')],
    ["a filter of neither kind", entity('<filter type="not"/>')], ["an unknown attribute of filter", entity('<filter hint="union"/>')], ["an unknown operator", condition('attribute="name" operator="begins-with" value="a"')], ["another spelling", condition('attribute="name" operator="neq" value="a"')],
    ["a fiscal operator", condition('attribute="startedon" operator="this-fiscal-year"')], ["an operator of JavaScript's", condition('attribute="name" operator="constructor"')], ["a condition on another entity", condition('entityname="m" attribute="name" operator="null"')],
    ["a column compared with a column", condition('attribute="name" operator="eq" valueof="machineid"')], ["no operator", condition('attribute="name"')], ["no attribute", condition('operator="null"')], ["a missing value", condition('attribute="name" operator="eq"')],
    ["a value too much", condition('attribute="name" operator="null" value="1"')], ["half a range", condition('attribute="runduration" operator="between" value="1"')], ["an empty list", condition('attribute="name" operator="in"')], ["a negative number of days", condition('attribute="startedon" operator="last-x-days" value="-1"')],
    ["both ways of a value", entity('<filter><condition attribute="name" operator="eq" value="a"><value>b</value></condition></filter>')], ["markup in a value", entity('<filter><condition attribute="name" operator="eq"><value><b/></value></condition></filter>')],
    ["another kind of link", entity('<link-entity name="flowmachine" from="flowmachineid" to="machineid" link-type="exists"/>')], ["a link without its columns", entity('<link-entity name="flowmachine"/>')], ["a link by text", entity('<link-entity name="flowmachine" from="name" to="name"/>')], ["a link into a text", entity('<link-entity name="flowmachine" from="flowmachineid" to="name"/>')],
    ["an alias twice", entity('<attribute name="name" alias="a"/><attribute name="startedon" alias="a"/>')], ["two links of one alias", entity('<link-entity name="flowmachine" from="flowmachineid" to="machineid" alias="m"/>'.repeat(2))], ["an odd alias", entity('<attribute name="name" alias="a b"/>')],
    ["an aggregate outside an aggregate", entity('<attribute name="name" alias="n" aggregate="count"/>')], ["a zone outside an aggregate", entity('<attribute name="startedon" usertimezone="false"/>')], ["a limit outside an aggregate", fetch('aggregatelimit="10"')],
    ["an aggregate of nothing", fetch('aggregate="true"')], ["all columns of an aggregate", fetch('aggregate="true"', "<all-attributes/>")], ["an aggregate without an alias", fetch('aggregate="true"', '<attribute name="name" aggregate="count"/>')],
    ["neither group nor figure", fetch('aggregate="true"', '<attribute name="name" alias="n"/>')], ["group and figure", fetch('aggregate="true"', '<attribute name="name" alias="n" groupby="true" aggregate="count"/>')], ["an average", fetch('aggregate="true"', '<attribute name="runduration" alias="n" aggregate="avg"/>')],
    ["hours", fetch('aggregate="true"', '<attribute name="startedon" alias="h" groupby="true" dategrouping="hour"/>')], ["instants as groups", fetch('aggregate="true"', '<attribute name="startedon" alias="h" groupby="true"/>')], ["a text by day", fetch('aggregate="true"', '<attribute name="name" alias="h" groupby="true" dategrouping="day"/>')],
    ["a figure by day", fetch('aggregate="true"', '<attribute name="startedon" alias="h" aggregate="min" dategrouping="day"/>')], ["a zone without a part of a date", fetch('aggregate="true"', '<attribute name="name" alias="h" groupby="true" usertimezone="false"/>')], ["a sum of dates", fetch('aggregate="true"', '<attribute name="startedon" alias="s" aggregate="sum"/>')],
    ["the least of texts", fetch('aggregate="true"', '<attribute name="name" alias="s" aggregate="min"/>')], ["distinct rows", fetch('aggregate="true"', '<attribute name="name" alias="s" aggregate="count" distinct="true"/>')], ["an aggregate's order by column", fetch('aggregate="true"', '<attribute name="name" alias="s" aggregate="count"/><order attribute="name"/>')],
    ["an aggregate's order by nothing known", fetch('aggregate="true"', '<attribute name="name" alias="s" aggregate="count"/><order alias="x"/>')], ["a limit beyond the limit", fetch('aggregate="true" aggregatelimit="50001"', '<attribute name="name" alias="s" aggregate="count"/>')], ["an aggregate with a cookie", fetch('aggregate="true" page="2" paging-cookie="x"', '<attribute name="name" alias="s" aggregate="count"/>')],
  ])("is refused: %s", (_, xml) => {
    expect(() => ask(database, xml)).toThrow(expect.objectContaining({ errorCode: -2147220989, message: expect.stringMatching(/\w+.*\./) }));
  });
});
