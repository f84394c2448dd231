import { CountedKey, StringKey, Strings } from "../view/ports";

/** Texts from the resx that the host chose for the user's language. */
export function resourceStrings(resources: ComponentFramework.Resources, formatInteger: (n: number) => string): Strings {
  /** Texts by key, taken apart once: what stands before and between the holes, and in turn with it which value fills each. */
  const cache = new Map<string, readonly string[]>();
  const read = (key: string): readonly string[] => {
    let pieces = cache.get(key);
    if (pieces === undefined) cache.set(key, (pieces = resources.getString(key).split(/\{(\d)\}/)));
    return pieces;
  };
  const fill = (pieces: readonly string[], values: readonly string[]): string => {
    let text = pieces[0] ?? "";
    for (let at = 1; at < pieces.length; at += 2) text += (values[Number(pieces[at])] ?? `{${pieces[at]}}`) + pieces[at + 1];
    return text;
  };
  // The language of the texts, not of the user: the host falls back to English where a language is missing.
  const plurals = pluralRules(fill(read("Language"), []));
  return {
    text: (key: StringKey, ...values) => fill(read(key), values),
    count: (key: CountedKey, n, ...values) => fill(read(`${key}_${plurals.select(n) === "one" ? "one" : "other"}`), [formatInteger(n), ...values]),
  };
}

function pluralRules(language: string): Intl.PluralRules {
  try {
    return new Intl.PluralRules(language);
  } catch {
    // A host without our resx returns the key, which is no language tag; English rules do no harm then.
    return new Intl.PluralRules("en");
  }
}
