import { CountedKey, StringKey, Strings } from "../view/ports";

/** Texts from the resx that the host chose for the user's language. */
export function resourceStrings(resources: ComponentFramework.Resources, formatInteger: (n: number) => string): Strings {
  const cache = new Map<string, string>();
  const read = (key: string): string => {
    const known = cache.get(key);
    if (known !== undefined) return known;
    const text = resources.getString(key);
    cache.set(key, text);
    return text;
  };
  const fill = (text: string, values: readonly string[]): string => (values.length === 0 ? text : text.replace(/\{(\d)\}/g, (hole, index) => values[Number(index)] ?? hole));
  // The language of the texts, not of the user: the host falls back to English where a language is missing.
  const plurals = pluralRules(read("Language"));
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
