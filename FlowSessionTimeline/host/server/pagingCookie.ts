import { parseXml } from "./fetchXml";

/** How often a cookie may be encoded on its way. */
const ENCODINGS = 2;

/**
 * The cookie with which the next page is asked for. The host gives `<cookie pagenumber="2" pagingcookie="%253ccookie…" />`, of which the
 * attribute is the cookie, encoded twice (host facts 4); a bare cookie is taken too. null where there is none.
 */
export function cookieOf(answer: unknown): string | null {
  if (typeof answer !== "string" || answer.trim() === "") return null;
  const parsed = parseXml(answer);
  let cookie = (parsed.ok ? parsed.value.documentElement.getAttribute("pagingcookie") : null) ?? answer;
  for (let i = 0; i < ENCODINGS && !cookie.startsWith("<"); i++) cookie = decoded(cookie);
  return cookie;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // not encoded after all: the server says what it thinks of it
  }
}
