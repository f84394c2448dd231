/** A language that nobody speaks: shows text that does not come from the resource files (no brackets) and text that is cut. */
import type { Strings } from "../../emulator";

const plain = "ABCDEFGHIJKLMNOPRSTUWYZabcdefghijklmnoprstuvwyz";
const accented = "ÀßÇÐÉƑĜĤÎĴĶĹɱÑÖÞŔŜŢÛŴÝŽàƀçðéƒĝĥîĵķĺɱñöþŕŝţûṽŵýž";

/** Letters with accents, vowels doubled, brackets around. Placeholders in braces stay as they are. */
export function pseudoText(text: string): string {
  const altered = text.split(/(\{[^}]*\})/).map((part, index) => (index % 2 === 1 ? part : Array.from(part, alter).join("")));
  return `[!!! ${altered.join("")} !!!]`;
}

export function pseudoStrings(strings: Strings): Strings {
  return Object.fromEntries(Object.entries(strings).map(([key, text]) => [key, pseudoText(text)]));
}

function alter(letter: string): string {
  const other = accented.charAt(plain.indexOf(letter)) || letter;
  return "aeiouAEIOU".includes(letter) ? other + other.toLowerCase() : other;
}
