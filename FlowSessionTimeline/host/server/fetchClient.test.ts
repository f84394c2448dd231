/** @jest-environment jsdom */
import * as fc from "fast-check";
import { TestClock } from "../../../tests/support/testClock";
import { Page } from "./contract";
import { listCountQuery } from "./countQuery";
import { columnsWithout, questionOf } from "./fetch.testing";
import { FetchClient } from "./fetchClient";
import { writeXml } from "./fetchXml";
import { idQuery } from "./idQuery";
import { isOneOf } from "./predicate";
import { rowQuery } from "./rowQuery";
import { WebApi } from "./webApi";

const COLUMNS = columnsWithout();
const QUERY = rowQuery(questionOf(), COLUMNS, true, null);

interface Asked { readonly table: string; readonly options: string; readonly fetch: Element; readonly pageSize: number }

/** A Web API that answers with what the test says. */
class HandApi implements WebApi {
  public readonly asked: Asked[] = [];
  public constructor(private readonly answer: (asked: Asked, number: number) => unknown) {}

  public async retrieveMultiple(table: string, options: string, pageSize: number): Promise<unknown> {
    const xml = decodeURIComponent(options.replace(/^\?fetchXml=/, ""));
    const fetch = new DOMParser().parseFromString(xml, "text/xml").documentElement;
    this.asked.push({ table, options, fetch, pageSize });
    return this.answer(this.asked[this.asked.length - 1], this.asked.length);
  }

  public async retrieveRecord(table: string, id: string, options: string): Promise<unknown> {
    return { table, id, options };
  }
}

const records = (from: number, to: number): readonly object[] => Array.from({ length: Math.max(0, to - from) }, (_, i) => ({ flowsessionid: String(from + i) }));
/** A cookie as the host gives it. */
const cookieAfter = (last: number): string => {
  const cookie = encodeURIComponent(encodeURIComponent(`<cookie page="1"><flowsessionid last="{${last} & 100%25}" /></cookie>`));
  return `<cookie pagenumber="2" pagingcookie="${cookie}" istracking="False" />`;
};
/** Where a page begins: after the row of the cookie, else by its number. */
function startOf({ fetch, pageSize }: Asked): number {
  const cookie = fetch.getAttribute("paging-cookie");
  return cookie === null ? (Number(fetch.getAttribute("page")) - 1) * pageSize : Number(/\{(\d+) & 100%25\}/.exec(cookie)?.[1]);
}
/** A table of so many rows that gives a cookie, and in each page at most what `limit` says. */
const table = (rows: number, limit: (asked: Asked) => number = ({ pageSize }) => pageSize) => (asked: Asked): unknown => {
  const from = startOf(asked);
  const to = Math.min(rows, from + limit(asked));
  return { entities: records(from, to), ...(to < rows ? { fetchXmlPagingCookie: cookieAfter(to) } : {}) };
};

function rig(answer: (asked: Asked, number: number) => unknown): { readonly api: HandApi; readonly client: FetchClient; readonly clock: TestClock; readonly pages: Page[]; readonly ids: () => readonly unknown[] } {
  const api = new HandApi(answer);
  const clock = new TestClock();
  const pages: Page[] = [];
  return { api, client: new FetchClient(api, clock), clock, pages, ids: () => pages.flatMap(({ entities }) => entities.map(({ flowsessionid }) => flowsessionid)) };
}

describe("reading pages", () => {
  it("asks for each row once, whatever the table, the page and what the server cuts off", async () => {
    await fc.assert(fc.asyncProperty(fc.nat(60), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }), async (rows, pageSize, cut) => {
      const { client, pages, ids } = rig(table(rows, () => Math.min(cut, pageSize)));
      expect(await client.read(QUERY, (page) => pages.push(page) > 0, null, pageSize)).toEqual({ ok: true, value: "all" });
      expect(ids()).toEqual(records(0, rows).map((record) => (record as { flowsessionid: string }).flowsessionid));
    }));
  });

  it("raises the page and hands the decoded cookie on, in a question that the next reading finds as it was", async () => {
    const { api, client } = rig(table(8));
    await client.read(QUERY, () => true, null, 5);
    expect(api.asked.map(({ fetch, table: name, pageSize }) => [name, pageSize, fetch.getAttribute("page"), fetch.getAttribute("count"), fetch.getAttribute("paging-cookie")])).toEqual([
      ["flowsession", 5, "1", "5", null], ["flowsession", 5, "2", "5", '<cookie page="1"><flowsessionid last="{5 & 100%25}" /></cookie>'],
    ]);
    expect(writeXml(QUERY)).not.toContain("page");
  });

  it("encodes the question, so that no sign in a value cuts the address", async () => {
    const { api, client } = rig(table(0));
    await client.read(rowQuery(questionOf('<filter><condition attribute="name" operator="eq" value="a&amp;b #1 + ü"/></filter>'), COLUMNS, true, null), () => true, null);
    expect(api.asked[0].options).not.toMatch(/[&#+ <]/);
    expect(api.asked[0].fetch.getElementsByTagName("condition")[0].getAttribute("value")).toBe("a&b #1 + ü");
  });

  it("goes on by number where no cookie comes, up to what the server pages through", async () => {
    const plain = (rows: number) => (asked: Asked): unknown => ({ entities: records(startOf(asked), Math.min(rows, startOf(asked) + asked.pageSize)) });
    const few = rig(plain(12_000));
    expect(await few.client.read(QUERY, (page) => few.pages.push(page) > 0, null)).toEqual({ ok: true, value: "all" });
    expect(new Set(few.ids()).size).toBe(12_000);
    const many = rig(plain(60_000));
    expect(await many.client.read(QUERY, () => true, null)).toMatchObject({ ok: false, error: { kind: "tooMany" } });
    expect(many.api.asked).toHaveLength(10);
  });

  it("ends where the cookie does not move", async () => {
    const { api, client } = rig(() => ({ entities: records(0, 5), fetchXmlPagingCookie: cookieAfter(5) }));
    expect(await client.read(QUERY, () => true, null, 5)).toMatchObject({ ok: false, error: { kind: "invalid" } });
    expect(api.asked).toHaveLength(2);
  });

  it("ends where no further page is wanted", async () => {
    const { api, client } = rig(table(100));
    expect(await client.read(QUERY, () => false, null, 5)).toEqual({ ok: true, value: "stopped" });
    expect(api.asked).toHaveLength(1);
  });

  it("asks nothing that no address can hold", async () => {
    const { api, client } = rig(table(0));
    const names = Array.from({ length: 100 }, (_, i) => `${i}${"é".repeat(100)}`);
    expect(await client.read(rowQuery(null, COLUMNS, isOneOf("name", names), null), () => true, null)).toMatchObject({ ok: false, error: { kind: "invalid" } });
    expect(api.asked).toEqual([]);
    await client.read(idQuery(questionOf(), COLUMNS, names.map((_, i) => `00000000-0000-0000-0000-${String(i).padStart(12, "0")}`)), () => true, null);
    expect(api.asked).toHaveLength(1);
  });

  it.each<[string, unknown]>([["nothing", undefined], ["null", null], ["a text", "<html>"], ["a list", []], ["no records", {}], ["records of no shape", { entities: [null] }], ["records that are lists", { entities: [[]] }]])(
    "does not take %s for an answer", async (_what, answer) => {
      const { client, pages } = rig(() => answer);
      expect(await client.read(QUERY, (page) => pages.push(page) > 0, null)).toMatchObject({ ok: false, error: { kind: "invalid" } });
      expect(pages).toEqual([]);
    },
  );

  it("says what the server says", async () => {
    const rejects = rig(() => Promise.reject({ errorCode: -2147015902, message: "too often" }));
    expect(await rejects.client.read(QUERY, () => true, null)).toEqual({ ok: false, error: { kind: "busy", message: "too often", retryAfterMs: 0 } });
    const api: WebApi = { retrieveMultiple: () => { throw new Error("Feature 'WebAPI' is required to be specified in the <uses-feature> section"); }, retrieveRecord: () => Promise.resolve(null) };
    expect(await new FetchClient(api, new TestClock()).read(QUERY, () => true, null)).toMatchObject({ ok: false, error: { kind: "invalid" } });
  });
});

describe("a reading that ends before its answer", () => {
  /** A reading whose first request is answered when the test says so. */
  function waiting(): { readonly api: HandApi; readonly clock: TestClock; readonly stop: AbortController; readonly late: boolean[]; answer(value: unknown): void; refuse(error: unknown): void; readonly end: Promise<unknown> } {
    let settle: { answer(value: unknown): void; refuse(error: unknown): void } = { answer: () => undefined, refuse: () => undefined };
    const { api, client, clock } = rig(() => new Promise((answer, refuse) => (settle = { answer, refuse })));
    const stop = new AbortController();
    const late: boolean[] = [];
    const end = client.read(QUERY, (_page, isLate) => late.push(isLate) > 0, stop.signal, 5);
    return { api, clock, stop, late, answer: (value) => settle.answer(value), refuse: (error) => settle.refuse(error), end };
  }
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
  const FULL = { entities: records(0, 5), fetchXmlPagingCookie: cookieAfter(5) };

  it("is over at once and asks nothing more; its rows come late and are said to", async () => {
    const { api, clock, stop, late, answer, end } = waiting();
    stop.abort();
    expect(await end).toEqual({ ok: true, value: "stopped" });
    answer(FULL);
    await settled();
    expect(late).toEqual([true]);
    expect(api.asked).toHaveLength(1);
    expect(clock.pending).toBe(0);
  });

  it("is over after two minutes without an answer", async () => {
    const { api, clock, late, answer, end } = waiting();
    await clock.advance(119_999);
    expect(late).toEqual([]);
    await clock.advance(1);
    expect(await end).toEqual({ ok: false, error: { kind: "down", message: "", retryAfterMs: 0 } });
    answer(FULL);
    await settled();
    expect(late).toEqual([true]);
    expect(api.asked).toHaveLength(1);
  });

  it("takes no late error, nor a late answer of no shape", async () => {
    const first = waiting();
    first.stop.abort();
    first.refuse(new Error("late"));
    const second = waiting();
    second.stop.abort();
    second.answer(null);
    await settled();
    expect([...first.late, ...second.late]).toEqual([]);
  });

  it("leaves no timer behind when the answer comes", async () => {
    const { clock, answer, end } = waiting();
    answer({ entities: [] });
    expect(await end).toEqual({ ok: true, value: "all" });
    expect(clock.pending).toBe(0);
  });

  it("never asks where it was stopped before", async () => {
    const { api, client } = rig(table(5));
    const stop = new AbortController();
    stop.abort();
    expect(await client.read(QUERY, () => true, stop.signal)).toEqual({ ok: true, value: "stopped" });
    expect(await client.count(listCountQuery(questionOf()), stop.signal)).toEqual({ ok: false, error: { kind: "unknown", message: "", retryAfterMs: 0 } });
    expect((await client.record("savedquery", "1", ["fetchxml"], stop.signal)).ok).toBe(false);
    expect(api.asked).toEqual([]);
  });

  it("asks for no further page where it is stopped while a page is taken", async () => {
    const { api, client } = rig(table(50));
    const stop = new AbortController();
    expect(await client.read(QUERY, () => { stop.abort(); return true; }, stop.signal, 5)).toEqual({ ok: true, value: "stopped" });
    expect(api.asked).toHaveLength(1);
  });
});

describe("one value", () => {
  it("is a count", async () => {
    const { api, client } = rig(() => ({ entities: [{ fst_count: 7312, "fst_count@OData.Community.Display.V1.FormattedValue": "7,312" }] }));
    expect(await client.count(listCountQuery(questionOf()), null)).toEqual({ ok: true, value: 7312 });
    expect(api.asked[0].fetch.getAttribute("aggregate")).toBe("true");
  });

  it.each([[[]], [[{}]], [[{ fst_count: "7" }]]])("is no count: %p", async (entities) => {
    expect(await rig(() => ({ entities })).client.count(listCountQuery(questionOf()), null)).toMatchObject({ ok: false, error: { kind: "invalid" } });
  });

  it("is a record", async () => {
    expect(await rig(() => null).client.record("savedquery", "1", ["fetchxml", "name"], null)).toEqual({ ok: true, value: { table: "savedquery", id: "1", options: "?$select=fetchxml,name" } });
  });
});
