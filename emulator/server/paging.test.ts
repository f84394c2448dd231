import fc from "fast-check";
import type { Cell, EmulatedRow } from "../contract";
import type { Entity, FetchAnswer } from "./contract";
import type { Database } from "./database";
import { ask, databaseOf, machineId, runId } from "./database.testing";

/** What a caller does with an answer's cookie: takes the attribute, decodes it twice, and writes it as XML. */
function cookieOf({ cookie }: FetchAnswer): string {
  const [, encoded = ""] = /pagingcookie="([^"]*)"/.exec(cookie ?? "") ?? [];
  return decodeURIComponent(decodeURIComponent(encoded)).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
}

const question = (orders: string, count: number, page = 1, cookie = ""): string =>
  `<fetch count="${count}" page="${page}"${cookie === "" ? "" : ` paging-cookie="${cookie}"`}><entity name="flowsession"><attribute name="name"/>${orders}</entity></fetch>`;

const at = (minute: number): string => new Date(Date.UTC(2026, 2, 8, 7, minute)).toISOString();
const idsOf = (entities: readonly Entity[]): readonly number[] => entities.map(({ flowsessionid }) => Number.parseInt(String(flowsessionid).slice(-12), 16));

describe("pages by cookie", () => {
  const runs = Array.from({ length: 7 }, (_, index): EmulatedRow => ({ id: runId(index), cells: { name: `Run "${index % 2}" (ä & <b>)`, startedon: index < 5 ? at(index) : null } }));
  const orders = '<order attribute="startedon" descending="true"/><order attribute="name"/>';

  it("encode their cookie twice, in lower case, and name the columns of the order with their first and last values", () => {
    const { cookie, moreRecords, entities } = ask(databaseOf(runs), question(orders, 2));
    expect(idsOf(entities)).toEqual([4, 3]);
    expect(moreRecords).toBe(true);
    expect(cookie).toMatch(/^<cookie pagenumber="2" pagingcookie="%253ccookie%2520page%253d%25221%2522%253e(?:[\w.-]|%25[0-9a-f]{2})*%253c%252fcookie%253e" istracking="False" \/>$/);
    const decoded = decodeURIComponent(decodeURIComponent(/pagingcookie="([^"]*)"/.exec(cookie ?? "")?.[1] ?? ""));
    expect(decoded).toContain(`<startedon last="2026-03-08T07:03:00Z" first="2026-03-08T07:04:00Z"/>`);
    expect(decoded).toContain(`<flowsessionid last="{${runId(3).toUpperCase()}}" first="{${runId(4).toUpperCase()}}"/></cookie>`);
  });

  it("say which values of the last row are blank", () => {
    const database = databaseOf(runs);
    const first = ask(database, question('<order attribute="startedon"/>', 1));
    expect(cookieOf(first)).toContain("startedon lastnull=&quot;1&quot; firstnull=&quot;1&quot;");
    expect(idsOf(ask(database, question('<order attribute="startedon"/>', 3, 2, cookieOf(first))).entities)).toEqual([6, 0, 1]);
  });

  it("go on after the last row, whatever came or went before it", () => {
    const database = databaseOf(runs);
    const first = ask(database, question(orders, 3));
    expect(idsOf(first.entities)).toEqual([4, 3, 2]);
    database.table("flowsession").upsert([{ id: runId(50), cells: { startedon: at(30) } }, { id: runId(51), cells: { startedon: at(0) } }]);
    database.table("flowsession").delete([runId(2), runId(4)]);
    const second = ask(database, question(orders, 10, 2, cookieOf(first)));
    expect(idsOf(second.entities)).toEqual([1, 51, 0, 6, 5]);
    expect(second).toMatchObject({ cookie: null, moreRecords: false });
  });

  it.each<[string, (cookie: string) => string]>([
    ["another order", cookie => question('<order attribute="name"/>', 2, 2, cookie)],
    ["fewer orders", cookie => question('<order attribute="startedon"/>', 2, 2, cookie)],
    ["the same page", cookie => question(orders, 2, 1, cookie)],
    ["a page further on", cookie => question(orders, 2, 3, cookie)],
    ["a cut cookie", cookie => question(orders, 2, 2, cookie.slice(0, -20))],
    ["a cookie decoded once", () => question(orders, 2, 2, encodeURIComponent("<cookie page='1'/>"))],
    ["a last value that is no instant", cookie => question(orders, 2, 2, cookie.replace(/startedon last=&quot;[^&]*/, "startedon last=&quot;soon"))],
    ["a last id that is none", cookie => question(orders, 2, 2, cookie.replace(/\{[^}]*\}/, "5"))],
    ["no last value", cookie => question(orders, 2, 2, cookie.replace("startedon last", "startedon lst"))],
  ])("refuse a cookie that does not fit: %s", (_, ofCookie) => {
    const database = databaseOf(runs);
    const cookie = cookieOf(ask(database, question(orders, 2)));
    expect(() => ask(database, ofCookie(cookie))).toThrow(expect.objectContaining({ errorCode: expect.any(Number) as number }));
  });

  it("give each row that stays exactly once, in any order and of any size, while others come and go", () => {
    const names = fc.constantFrom("a", "A", "b", "ä", "z & <y>", "tab\tand\nlines  of \"two\"", "", null);
    const cells = fc.record<Record<string, Cell>>({
      name: names, startedon: fc.option(fc.integer({ min: 0, max: 5 }).map(at)), statuscode: fc.constantFrom(2, 4, 8, 99, null), runduration: fc.option(fc.integer({ min: -2, max: 2 })), istest: fc.constantFrom(true, false, null),
      machineid: fc.option(fc.integer({ min: 0, max: 2 }).map(index => ({ id: machineId(index), table: "flowmachine", name: index === 2 ? "same" : "Same" }))),
      parentid: fc.option(fc.integer({ min: 0, max: 9 }).map(index => ({ id: runId(index), table: "flowsession", name: `P${index % 3}` }))),
    });
    const orderings = fc.uniqueArray(fc.record({ attribute: fc.constantFrom("name", "startedon", "statuscode", "runduration", "istest", "machineid", "parentid", "flowsessionid"), descending: fc.boolean() }), { selector: order => order.attribute, maxLength: 4 });
    const changes = fc.array(fc.record({ added: fc.array(cells, { maxLength: 2 }), removed: fc.array(fc.nat(60), { maxLength: 2 }) }), { maxLength: 8 });
    fc.assert(fc.property(fc.array(cells, { maxLength: 40 }), orderings, fc.integer({ min: 1, max: 7 }), changes, (rows, ordering, size, between) => {
      const database = databaseOf(rows.map((row, index) => ({ id: runId(index), cells: row })));
      const orders = ordering.map(({ attribute, descending }) => `<order attribute="${attribute}" descending="${descending}"/>`).join("");
      const whole = idsOf(ask(database, question(orders, 5000)).entities);
      const gone = new Set<number>();
      let added = rows.length;
      const seen: number[] = [];
      let cookie = "";
      for (let page = 1; ; page++) {
        const answer = ask(database, question(orders, size, page, cookie));
        seen.push(...idsOf(answer.entities));
        if (!answer.moreRecords) break;
        cookie = cookieOf(answer);
        const change = between[page - 1];
        database.table("flowsession").upsert((change?.added ?? []).map(row => ({ id: runId(1000 - added++), cells: row })));
        for (const removed of change?.removed ?? []) gone.add(removed);
        database.table("flowsession").delete((change?.removed ?? []).map(runId));
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.filter(id => id < rows.length && !gone.has(id))).toEqual(whole.filter(id => !gone.has(id)));
    }), { numRuns: 300 });
  });
});

describe("pages by number", () => {
  const link = (inside = "", type = "inner"): string => `<link-entity name="flowmachine" from="flowmachineid" to="machineid" link-type="${type}" alias="m">${inside}</link-entity>`;
  const machines = ["b", "a"].map((name, index) => ({ id: machineId(index), cells: { name } }));
  const runs = Array.from({ length: 6 }, (_, index): EmulatedRow => ({ id: runId(index), cells: { name: "same", machineid: index === 5 ? null : { id: machineId(index % 2), table: "flowmachine", name: "" } } }));

  it("are all that an order through a link allows", () => {
    const database = databaseOf(runs, machines);
    const through = `<order attribute="name"/>${link('<order attribute="name"/>', "outer")}`;
    const first = ask(database, question(through, 4));
    expect(first).toMatchObject({ cookie: null, moreRecords: true });
    expect(idsOf(first.entities)).toEqual([5, 1, 3, 0]);
    expect(idsOf(ask(database, question(through, 4, 2)).entities)).toEqual([2, 4]);
    expect(() => ask(database, question(through, 4, 2, "&lt;cookie page='1'/>"))).toThrow(expect.objectContaining({ message: "This query does not support a paging cookie." }));
    expect(ask(database, question(link(), 4)).cookie).not.toBeNull();
  });

  it("end at 50,000 rows", () => {
    const database = databaseOf(runs);
    const page = (count: number, number: number): FetchAnswer => ask(database, `<fetch count="${count}" page="${number}"><entity name="flowsession"><attribute name="name"/></entity></fetch>`);
    expect(idsOf(page(2, 3).entities)).toEqual([4, 5]);
    expect(page(5000, 10).entities).toEqual([]);
    expect(() => page(5000, 11)).toThrow(expect.objectContaining({ errorCode: -2147217111, message: "Paging cookie is required when trying to retrieve a set of records on any high pages." }));
  });

  it("hold no more than the caller, the question and Dataverse allow", () => {
    const database = databaseOf([]);
    const table = database.table("flowsession");
    const first = table.addRows(5003);
    for (let row = first; row < table.rowCount; row++) table.ids.setWords(row, 0, 0, 0, row);
    const size = (xml: string, pageSize: number): number => ask(database, xml, { pageSize }).entities.length;
    const plain = (attributes: string): string => `<fetch ${attributes}><entity name="flowsession"><attribute name="name"/></entity></fetch>`;
    expect([size(plain(""), 9000), size(plain('count="7000"'), 9000), size(plain('count="3"'), 10), size(plain(""), 10), size(plain('top="4"'), 10)]).toEqual([5000, 5000, 3, 10, 4]);
    expect(ask(database, plain('top="4"'))).toMatchObject({ cookie: null, moreRecords: false });
    expect(ask(database, plain('returntotalrecordcount="true" count="1"'))).toMatchObject({ totalRecordCount: 5000, totalRecordCountLimitExceeded: true });
    database.table("flowsession").delete([runIdOf(0), runIdOf(1), runIdOf(2)]);
    expect(ask(database, plain('returntotalrecordcount="true" count="1"'))).toMatchObject({ totalRecordCount: 5000, totalRecordCountLimitExceeded: false });
  });
});

/** Ids of the rows that are made in bulk above. */
const runIdOf = (row: number): string => `00000000-0000-0000-0000-${row.toString(16).padStart(12, "0")}`;

describe("the order of rows", () => {
  const rows = (values: readonly Cell[], column: string): Database => databaseOf(values.map((value, index) => ({ id: runId(index), cells: { [column]: value } })));
  const order = (column: string, values: readonly Cell[], descending = false): readonly number[] =>
    idsOf(ask(rows(values, column), question(`<order attribute="${column}" descending="${descending}"/>`, 50)).entities);

  it("has blank cells first, choices and lookups by what a user reads, texts without case, and ties by id", () => {
    expect(order("statuscode", [4, 2, 8, null, 4])).toEqual([3, 2, 1, 0, 4]);
    expect(order("statuscode", [4, 2, 8, null, 4], true)).toEqual([0, 4, 1, 2, 3]);
    expect(order("name", ["b", "A", "a", null, "C"])).toEqual([3, 1, 2, 0, 4]);
    expect(order("runduration", [10, 9, null, -1])).toEqual([2, 3, 1, 0]);
    expect(order("machineid", ["b", null, "a"].map((name, index) => (name === null ? null : { id: machineId(index), table: "flowmachine", name })))).toEqual([1, 2, 0]);
    expect(order("parentid", ["b", null, "a"].map(name => (name === null ? null : { id: runId(7), table: "flowsession", name })))).toEqual([1, 2, 0]);
    expect(order("flowsessionid", [null, null, null], true)).toEqual([2, 1, 0]);
  });

  it("holds for the first few of very many", () => {
    const database = databaseOf([]);
    const table = database.table("flowsession");
    const started = table.numbers("startedon");
    const count = 60_000;
    table.addRows(count);
    for (let row = 0; row < count; row++) {
      table.ids.setWords(row, 0, 0, 0, row);
      started.setNumber(row, Date.UTC(2026, 0, 1) + ((row * 7919) % count) * 1000);
    }
    const expected = Array.from({ length: count }, (_, row) => row).sort((left, right) => ((right * 7919) % count) - ((left * 7919) % count)).slice(0, 20);
    expect(idsOf(ask(database, question('<order attribute="startedon" descending="true"/>', 20)).entities)).toEqual(expected);
    expect(idsOf(ask(database, question('<order attribute="startedon"/>', 20)).entities)).toEqual(Array.from({ length: count }, (_, row) => row).sort((left, right) => ((left * 7919) % count) - ((right * 7919) % count)).slice(0, 20));
  });
});
