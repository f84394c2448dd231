import fc from "fast-check";
import type { Cell } from "../contract";
import { UserZone } from "../userZone";
import type { Entity } from "./contract";
import type { Database } from "./database";
import { ask, databaseOf, machineId, runId } from "./database.testing";

const FORMATTED = "@OData.Community.Display.V1.FormattedValue";
const machine = (index: number): Cell => ({ id: machineId(index), table: "flowmachine", name: `VM-${index}` });
const aggregate = (inside: string, attributes = ""): string => `<fetch aggregate="true" ${attributes}><entity name="flowsession">${inside}</entity></fetch>`;
const COUNT = '<attribute name="flowsessionid" alias="n" aggregate="count"/>';
const plain = (entities: readonly Entity[]): readonly Entity[] => entities.map(entity => Object.fromEntries(Object.entries(entity).filter(([key]) => !key.includes("@"))));

const database = databaseOf([
  { id: runId(0), cells: { startedon: "2025-03-31T22:30:00Z", statuscode: 4, runduration: 10, machineid: machine(1), istest: true } },
  { id: runId(1), cells: { startedon: "2026-03-31T22:30:00Z", statuscode: 8, runduration: -3, machineid: machine(1) } },
  { id: runId(2), cells: { startedon: "2026-03-31T10:00:00Z", statuscode: 4, runduration: 10, machineid: machine(2) } },
  { id: runId(3), cells: { statuscode: 8 } },
]);

describe("an aggregate", () => {
  it("counts rows, values and different values, and finds the least, the most and the sum", () => {
    const of = (column: string, name: string, more = ""): string => `<attribute name="${column}" alias="${name}${column}" aggregate="${name}" ${more}/>`;
    const xml = aggregate([of("runduration", "count"), of("runduration", "countcolumn"), of("runduration", "min"), of("runduration", "max"), of("runduration", "sum"), of("startedon", "min"), of("startedon", "max"), '<attribute name="runduration" alias="different" aggregate="countcolumn" distinct="true"/>'].join(""));
    expect(plain(ask(database, xml).entities)).toEqual([{
      countrunduration: 4, countcolumnrunduration: 3, minrunduration: -3, maxrunduration: 10, sumrunduration: 17, minstartedon: "2025-03-31T22:30:00Z", maxstartedon: "2026-03-31T22:30:00Z", different: 2,
    }]);
  });

  it("formats its figures, also a year, as numbers of the language and its instants in the caller's zone", () => {
    const xml = aggregate(`<attribute name="startedon" alias="last" aggregate="max"/><attribute name="startedon" alias="year" groupby="true" dategrouping="year"/>${COUNT}<filter><condition attribute="startedon" operator="ge" value="2026-01-01"/></filter>`);
    expect(ask(database, xml).entities).toEqual([{ last: "2026-03-31T22:30:00Z", [`last${FORMATTED}`]: "4/1/2026 12:30 AM", year: 2026, [`year${FORMATTED}`]: "2,026", n: 2, [`n${FORMATTED}`]: "2" }]);
  });

  it("groups by the number of a part of the date, in the caller's calendar or in UTC, and gives blank ones no key", () => {
    const month = (zone: string): string => aggregate(`${COUNT}<attribute name="startedon" alias="m" groupby="true" dategrouping="month" ${zone}/><order alias="m"/>`);
    expect(plain(ask(database, month('usertimezone="false"')).entities)).toEqual([{ n: 1 }, { n: 3, m: 3 }]);
    expect(plain(ask(database, month("")).entities)).toEqual([{ n: 1 }, { n: 1, m: 3 }, { n: 2, m: 4 }]);
  });

  it("groups by choices, lookups and columns of links, with what a user reads", () => {
    const xml = aggregate(`${COUNT}<attribute name="statuscode" alias="s" groupby="true"/><attribute name="machineid" alias="m" groupby="true"/><order alias="s" descending="true"/><order alias="n" descending="true"/>`);
    const { entities } = ask(database, xml);
    expect(plain(entities)).toEqual([{ n: 1, s: 4, m: machineId(1) }, { n: 1, s: 4, m: machineId(2) }, { n: 1, s: 8 }, { n: 1, s: 8, m: machineId(1) }]);
    expect(entities[0]).toMatchObject({ [`s${FORMATTED}`]: "Succeeded", [`m${FORMATTED}`]: "VM-1", "m@Microsoft.Dynamics.CRM.lookuplogicalname": "flowmachine" });
    const linked = databaseOf([{ id: runId(0), cells: { machineid: machine(1) } }, { id: runId(1), cells: { machineid: machine(1) } }, { id: runId(2), cells: {} }], [{ id: machineId(1), cells: { kind: 2 } }]);
    const byKind = `${COUNT}<link-entity name="flowmachine" from="flowmachineid" to="machineid" link-type="outer" alias="m"><attribute name="kind" alias="k" groupby="true"/></link-entity>`;
    expect(plain(ask(linked, aggregate(byKind)).entities)).toEqual([{ n: 1 }, { n: 2, k: 2 }]);
  });

  it("over no rows counts none and has no other figure; by groups it is empty", () => {
    const nothing = '<filter><condition attribute="name" operator="eq" value="nothing"/></filter>';
    expect(plain(ask(database, aggregate(`${COUNT}<attribute name="startedon" alias="a" aggregate="min"/>${nothing}`)).entities)).toEqual([{ n: 0 }]);
    expect(ask(database, aggregate(`${COUNT}<attribute name="statuscode" alias="s" groupby="true"/>${nothing}`)).entities).toEqual([]);
  });

  it("is paged by number, or cut at the top", () => {
    const byStatus = `${COUNT}<attribute name="flowsessionid" alias="id" groupby="true"/>`;
    expect(ask(database, aggregate(byStatus, 'count="3"'))).toMatchObject({ cookie: null, moreRecords: true });
    expect(plain(ask(database, aggregate(byStatus, 'count="3" page="2"')).entities)).toEqual([{ n: 1, id: runId(3) }]);
    expect(ask(database, aggregate(byStatus, 'top="2"'))).toMatchObject({ entities: [expect.anything(), expect.anything()], moreRecords: false });
  });

  describe("goes over so many rows and no more:", () => {
    const many = manyRuns(50_001);
    const limit = { errorCode: -2147164125, message: "AggregateQueryRecordLimit exceeded. Cannot perform this operation." };

    it("50,000 that pass the filter", () => {
      expect(() => ask(many, aggregate(COUNT))).toThrow(expect.objectContaining(limit));
      expect(plain(ask(many, aggregate(`${COUNT}<filter><condition attribute="runduration" operator="gt" value="0"/></filter>`)).entities)).toEqual([{ n: 50_000 }]);
    });

    it("or as few as the question allows", () => {
      expect(() => ask(database, aggregate(COUNT, 'aggregatelimit="3"'))).toThrow(expect.objectContaining(limit));
      expect(plain(ask(database, aggregate(COUNT, 'aggregatelimit="4"')).entities)).toEqual([{ n: 4 }]);
    });
  });

  it("agrees with a plain scan", () => {
    const zone = new UserZone("Australia/Lord_Howe");
    const rows = fc.array(fc.record({ startedon: fc.option(fc.integer({ min: Date.UTC(2025, 11, 1) / 1000, max: Date.UTC(2026, 11, 1) / 1000 })), statuscode: fc.constantFrom(2, 4, null), runduration: fc.option(fc.integer({ min: -9, max: 9 })) }), { maxLength: 60 });
    fc.assert(fc.property(rows, fc.boolean(), (runs, own) => {
      const answered = ask(databaseOf(runs.map((run, index) => ({ id: runId(index), cells: { ...run, startedon: run.startedon === null ? null : new Date(run.startedon * 1000).toISOString() } }))), aggregate(
        `${COUNT}<attribute name="runduration" alias="sum" aggregate="sum"/><attribute name="startedon" alias="y" groupby="true" dategrouping="year" usertimezone="${own}"/><attribute name="startedon" alias="m" groupby="true" dategrouping="month" usertimezone="${own}"/><attribute name="startedon" alias="d" groupby="true" dategrouping="day" usertimezone="${own}"/><attribute name="statuscode" alias="s" groupby="true"/>`), { timeZone: zone.timeZone });
      const expected = new Map<string, { n: number; sum: number | null }>();
      for (const { startedon, statuscode, runduration } of runs) {
        const day = startedon === null ? "" : own ? zone.day(startedon * 1000) : new Date(startedon * 1000).toISOString().slice(0, 10);
        const key = `${day} ${statuscode ?? ""}`;
        const group = expected.get(key) ?? { n: 0, sum: null };
        expected.set(key, { n: group.n + 1, sum: runduration === null ? group.sum : (group.sum ?? 0) + runduration });
      }
      const two = (value: unknown): string => String(value).padStart(2, "0");
      expect(new Map(answered.entities.map(({ y, m, d, s, n, sum = null }) => [`${y === undefined ? "" : `${String(y)}-${two(m)}-${two(d)}`} ${String(s ?? "")}`, { n, sum }]))).toEqual(expected);
    }));
  });
});

/** All but the first have a duration above zero. */
function manyRuns(count: number): Database {
  const many = databaseOf([]);
  const table = many.table("flowsession");
  const durations = table.numbers("runduration");
  table.addRows(count);
  for (let row = 0; row < count; row++) {
    table.ids.setWords(row, 0, 0, 0, row);
    durations.setNumber(row, Math.min(row, 1));
  }
  return many;
}
