import { childrenOf, descendantsOf, elementAt } from "../pack/xml";
import { findingAt } from "./finding";
import { PackedZip } from "./packedZip";
import { Rule } from "./rule";

/** Lists of labels, with the attributes that hold a text and its language: a site map has others. */
const LABEL_LISTS: readonly (readonly [list: string, text: string, language: string])[] = [
  ["labels", "description", "languagecode"],
  ["LocalizedNames", "description", "languagecode"],
  ["Descriptions", "description", "languagecode"],
  ["Titles", "Title", "LCID"],
];

/** The solution has the languages of the control. */
const languages: Rule = function* (zip, context) {
  const declared = languagesOf(zip);
  if ([...declared].sort().join() !== [...context.languages].sort().join()) {
    yield findingAt(zip.customizations, "label.languages", `The languages must be those of the control, ${context.languages.join(", ")}, not ${declared.join(", ") || "none"}.`);
  }
};

/** Every list of labels has one text for each language of the solution, and no other. */
const labels: Rule = function* (zip) {
  for (const [name, textOf, languageOf] of LABEL_LISTS) {
    for (const list of [zip.manifest, zip.customizations].flatMap((root) => descendantsOf(root, name))) {
      const texts = childrenOf(list);
      for (const language of languagesOf(zip)) {
        if (texts.filter((text) => text.getAttribute(languageOf) === language).length !== 1) yield findingAt(list, "label.everyLanguage", `There must be one text in language ${language}.`);
      }
      for (const text of texts) {
        const language = text.getAttribute(languageOf) ?? "";
        if (!languagesOf(zip).includes(language)) yield findingAt(list, "label.knownLanguage", `${language} is not a language of the solution.`);
        if (!text.getAttribute(textOf)?.trim()) yield findingAt(list, "label.text", "A label is empty.");
      }
    }
  }
};

/** Every part that people see by name has one. */
const named: Rule = function* (zip) {
  const parts = [...zip.tables.flatMap((table) => [...table.forms, ...table.views]), ...zip.apps, ...zip.siteMaps];
  for (const part of parts) if (!elementAt(part, "LocalizedNames")) yield findingAt(part, "label.named", "The part has no LocalizedNames.");
  for (const part of ["tab", "section", "cell"].flatMap((name) => zip.tables.flatMap((table) => table.forms).flatMap((form) => descendantsOf(form, name)))) {
    if (!elementAt(part, "labels")) yield findingAt(part, "label.ofForm", "The part of the form has no labels.");
  }
  for (const page of ["Area", "Group", "SubArea"].flatMap((name) => zip.siteMaps.flatMap((siteMap) => descendantsOf(siteMap, name)))) {
    if (!elementAt(page, "Titles")) yield findingAt(page, "label.titled", "The entry of the site map has no Titles.");
  }
};

function languagesOf(zip: PackedZip): string[] {
  const section = elementAt(zip.customizations, "Languages");
  return (section ? childrenOf(section, "Language") : []).map((language) => language.textContent ?? "");
}

export const LABEL_RULES: readonly Rule[] = [languages, labels, named];
