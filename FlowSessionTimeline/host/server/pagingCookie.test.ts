/** @jest-environment jsdom */
import * as fc from "fast-check";
import { cookieOf } from "./pagingCookie";

const BARE = '<cookie page="1"><startedon last="2026-01-15T10:00:00Z" /><flowsessionid last="{A}" first="{B}" /></cookie>';
const wrapped = (cookie: string): string => `<cookie pagenumber="2" pagingcookie="${cookie}" istracking="False" />`;

describe("the paging cookie", () => {
  it("is the attribute, decoded twice", () => {
    expect(cookieOf(wrapped("%253ccookie%2520page%253d%25221%2522%253e%253c%252fcookie%253e"))).toBe('<cookie page="1"></cookie>');
  });

  it("may be encoded once, or bare", () => {
    expect(cookieOf(wrapped(encodeURIComponent(BARE)))).toBe(BARE);
    expect(cookieOf(BARE)).toBe(BARE);
    expect(cookieOf(encodeURIComponent(BARE))).toBe(BARE);
  });

  it("keeps what stands in it, percent signs too", () => {
    fc.assert(fc.property(fc.string(), (text) => {
      const cookie = `<cookie page="1"><name last="${text}%41" /></cookie>`;
      expect(cookieOf(wrapped(encodeURIComponent(encodeURIComponent(cookie))))).toBe(cookie);
    }));
  });

  it.each([undefined, null, "", "  ", 5, {}])("is not there: %p", (answer) => expect(cookieOf(answer)).toBeNull());
  it("is handed on as it is where it cannot be decoded", () => expect(cookieOf("100%")).toBe("100%"));
});
