/** @jest-environment jsdom */
import { existsSync } from "node:fs";
import path from "node:path";
import * as fc from "fast-check";
import { Finding } from "../../../Solution/check/finding";
import { validateWithSchema } from "../../../Solution/check/schema";
import { SHARED } from "../../../tests/solution/fixture";
import { epochMs } from "../../base/brand";
import { guid } from "../../domain/run.testing";
import { STATUS_FAMILIES } from "../../domain/status";
import { countQuery, listCountQuery } from "./countQuery";
import { changedIdsQuery, deltaQuery } from "./deltaQuery";
import { columnsWithout, questionOf } from "./fetch.testing";
import { writeXml } from "./fetchXml";
import { childrenQuery, idQuery } from "./idQuery";
import { edgeQueries, extentQuery, overviewQueries } from "./overviewQuery";
import { withFilter } from "./serverFilter";
import { ViewQuestion, withParent } from "./viewQuestion";
import { windowQuery } from "./windowQuery";

/** Findings of the schema of FetchXML; undefined, and said, where it cannot be asked. */
function validate(xml: string): readonly Finding[] | undefined {
  const schema = path.join(SHARED, "xsd", "Fetch.xsd");
  const result = existsSync(schema) ? validateWithSchema(xml, "fetch", schema) : { kind: "unavailable" as const, reason: `${schema} is absent` };
  if (result.kind === "checked") return result.findings;
  console.warn(`SKIPPED: no question was validated, because ${result.reason}.`);
  return undefined;
}

const conditions = fc.constantFrom(
  '<condition attribute="statuscode" operator="eq" value="8"/>', '<condition attribute="startedon" operator="last-x-days" value="7"/>',
  '<condition attribute="ownerid" operator="eq-userid"/>', '<condition attribute="name" operator="like" value="%a &amp; &quot;b&quot;%" uiname="x" uitype="y"/>',
  '<condition attribute="machineid" operator="in"><value uiname="Robot">1</value><value>&lt;2&gt;</value></condition>',
);
const { filter } = fc.letrec<{ filter: string }>((tie) => ({
  filter: fc.tuple(fc.constantFrom("and", "or"), fc.array(fc.oneof({ depthSize: "small" }, conditions, tie("filter")), { maxLength: 3 })).map(([type, parts]) => `<filter type="${type}">${parts.join("")}</filter>`),
}));
const { link } = fc.letrec<{ link: string }>((tie) => ({
  link: fc.tuple(fc.constantFrom(' link-type="outer"', ' link-type="inner" alias="a"', ' visible="false" intersect="true"'), fc.array(fc.oneof({ depthSize: "small" }, filter, tie("link"), fc.constant('<attribute name="name"/>')), { maxLength: 2 }))
    .map(([kind, inside]) => `<link-entity name="workflow" from="workflowid" to="regardingobjectid"${kind}>${inside.join("")}<order attribute="name"/></link-entity>`),
}));
const views = fc.array(fc.oneof(filter, link, fc.constant('<attribute name="name"/>'), fc.constant('<order attribute="startedon"/>'), fc.constant("<all-attributes/>")), { maxLength: 4 }).map((parts) => parts.join(""));
const ranges = fc.tuple(fc.integer({ min: -1e13, max: 1e13 }), fc.nat(1e12)).map(([fromMs, length]) => ({ fromMs: epochMs(fromMs), toMs: epochMs(fromMs + length) }));
const columns = fc.subarray(["startedon", "completedon", "createdon", "statuscode", "machineid", "parentdesktopflowrunid", "triggertype"], { maxLength: 7 }).map((missing) => columnsWithout(...missing));

/** A view's question, perhaps on a form, perhaps filtered by the toolbar. */
const questions = fc.tuple(views, columns, fc.boolean(), fc.subarray([...STATUS_FAMILIES])).map(([view, have, onForm, hidden]): ViewQuestion => {
  const question = withFilter(questionOf(view), have, new Set(hidden));
  return onForm ? withParent(question, "machineid", guid(7)) : question;
});

it("every question of every view, window and environment is valid", () => {
  fc.assert(fc.property(questions, columns, ranges, fc.boolean(), fc.nat(), (question, have, range, waits, pick) => {
    const whole = [windowQuery(question, have, range, { waits }), extentQuery(question, have)].flatMap((result) => (result.ok ? [result.value] : []));
    const days = overviewQueries(question, have, range);
    const children = childrenQuery(pick % 2 === 0 ? question : null, have, [guid(1), guid(2)]);
    const queries = [
      ...whole, ...(days.ok ? days.value : []), ...edgeQueries(question, have, "last"), ...(children ? [children] : []), idQuery(question, have, [guid(1)]),
      deltaQuery(question, have, range.fromMs), changedIdsQuery(have, range.fromMs), pick % 2 === 0 ? countQuery(question, have, range) : listCountQuery(question),
    ];
    const query = queries[pick % queries.length];
    query.documentElement.setAttribute("page", "2");
    query.documentElement.setAttribute("count", "5000");
    query.documentElement.setAttribute("paging-cookie", '<cookie page="1"/>');
    expect(query.documentElement.children).toHaveLength(1);
    expect(query.querySelectorAll("fetch > entity > filter").length).toBeLessThanOrEqual(1);
    const xml = writeXml(query);
    expect({ xml, findings: validate(xml) ?? [] }).toEqual({ xml, findings: [] });
  }), { numRuns: 150 });
});

it("the schema finds what is not valid", () => {
  const findings = validate('<fetch><entity name="flowsession"><filter><condition attribute="name" operator="sounds-like"/></filter></entity></fetch>');
  if (findings) expect(findings.map(({ node }) => node)).toContain("condition");
});
