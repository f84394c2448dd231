/** The paging cookie: where the last page ended, by the values of the order, so that rows that come and go between pages shift nothing. */
import { XMLSerializer, DOMImplementation } from "@xmldom/xmldom";
import { instantText, NumberColumn } from "./numberColumn";
import { instantValue } from "./conditionValue";
import { compareTexts } from "./dictionary";
import { compareNumbers, type OrderKey } from "./order";
import { idWords } from "./packedIds";
import { ErrorCode, serverError } from "./serverError";
import { Attributes, children, readXml } from "./strictXml";
import { UserZone } from "../userZone";

const utc = new UserZone("UTC");

/** Whether a row comes after the cookie's last row: above zero if it does. */
export type CompareWithCookie = (row: number) => number;

/**
 * @param keys of the root only, its id last.
 * @returns as the host hands it on: for the page after this one, the cookie itself URL-encoded twice.
 */
export function writeCookie(keys: readonly OrderKey[], page: number, first: number, last: number): string {
  const document = new DOMImplementation().createDocument(null, "cookie");
  const root = document.documentElement;
  if (!root) throw new Error("a new document has its root");
  root.setAttribute("page", String(page));
  for (const key of keys) {
    const element = document.createElement(key.attribute);
    for (const [name, row] of [["last", last], ["first", first]] as const) {
      const text = keyText(key, row);
      element.setAttribute(text === null ? `${name}null` : name, text ?? "1");
    }
    root.appendChild(element);
  }
  const encoded = urlEncode(urlEncode(new XMLSerializer().serializeToString(document)));
  return `<cookie pagenumber="${page + 1}" pagingcookie="${encoded}" istracking="False" />`;
}

/** As .NET writes it: lower-case hexadecimal, brackets and quotes too. */
function urlEncode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, sign => `%${sign.charCodeAt(0).toString(16)}`).replace(/%[0-9A-F]{2}/g, found => found.toLowerCase());
}

/**
 * @param xml the cookie, decoded.
 * @throws ServerError if it is of another page or another order, or was changed.
 */
export function readCookie(xml: string, keys: readonly OrderKey[], page: number): CompareWithCookie {
  const root = readXml(xml, "cookie");
  if (new Attributes(root, ["page"]).required("page") !== String(page - 1)) throw wrong(`it is not of the page before page ${page}`);
  const parts = children(root, ...keys.map(key => key.attribute));
  if (parts.length !== keys.length || parts.some(({ name }, place) => name !== keys[place]?.attribute)) throw wrong("its order is not the question's");
  const compares = keys.map((key, place) => {
    const attributes = new Attributes(parts[place]?.element ?? root, ["last", "first", "lastnull", "firstnull"]);
    const text = attributes.text("last");
    if ((text === null) !== (attributes.text("lastnull") === "1")) throw wrong(`it does not say where ${key.attribute} ended`);
    return { compare: compareWith(key, text), sign: key.descending ? -1 : 1 };
  });
  return row => {
    for (const { compare, sign } of compares) {
      const order = compare(row);
      if (order !== 0) return order * sign;
    }
    return 0;
  };
}

const wrong = (why: string): ReturnType<typeof serverError> => serverError(ErrorCode.badPagingCookie, `The paging cookie does not fit: ${why}.`);

function keyText({ table, column }: OrderKey, row: number): string | null {
  if (column === null) return `{${table.ids.get(row).toUpperCase()}}`;
  if (column instanceof NumberColumn) {
    if (column.isNull(row)) return null;
    const value = column.values[row] ?? 0;
    return column.isInstant ? instantText(value) : String(value);
  }
  const { codes, dictionary } = column.kind === "reference" ? column.names : column;
  const code = codes[row] ?? 0;
  return code === 0 ? null : dictionary.text(code);
}

function compareWith({ table, column, attribute }: OrderKey, text: string | null): CompareWithCookie {
  if (column === null) {
    const words = idWords(text ?? "");
    if (!words) throw wrong(`${attribute} is no id`);
    return row => table.ids.compareWith(row, words);
  }
  if (column instanceof NumberColumn) {
    const value = text === null ? Number.NaN : column.isInstant ? instantValue(text, utc) : Number(text);
    if (text !== null && Number.isNaN(value)) throw wrong(`${attribute} is no number`);
    const { values } = column;
    return row => compareNumbers(values[row] ?? Number.NaN, value);
  }
  const { codes, dictionary } = column.kind === "reference" ? column.names : column;
  const orders = Int8Array.from({ length: dictionary.size }, (_, code) => compareNullable(code === 0 ? null : dictionary.text(code), text));
  return row => orders[codes[row] ?? 0] ?? 0;
}

function compareNullable(left: string | null, right: string | null): number {
  if (left === null || right === null) return Number(left !== null) - Number(right !== null);
  return Math.sign(compareTexts(left, right));
}
