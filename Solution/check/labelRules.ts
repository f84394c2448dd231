import { childrenOf, descendantsOf, elementAt } from "../pack/xml";
import { findingAt } from "./finding";
import { Rule } from "./rule";

const LABEL_LISTS = ["labels", "LocalizedNames", "Descriptions"];

/** Every list of labels has one text for each language of the solution, and no other. */
const labels: Rule = function* (zip) {
  const section = elementAt(zip.customizations, "Languages");
  const languages = (section ? childrenOf(section, "Language") : []).map((language) => language.textContent ?? "");
  for (const list of [zip.manifest, zip.customizations].flatMap((root) => LABEL_LISTS.flatMap((name) => descendantsOf(root, name)))) {
    const texts = childrenOf(list);
    for (const language of languages) {
      if (texts.filter((text) => text.getAttribute("languagecode") === language).length !== 1) {
        yield findingAt(list, "label.everyLanguage", `There must be one text in language ${language}.`);
      }
    }
    for (const text of texts) {
      if (!languages.includes(text.getAttribute("languagecode") ?? "")) yield findingAt(list, "label.knownLanguage", `${text.getAttribute("languagecode")} is not a language of the solution.`);
      if (!text.getAttribute("description")?.trim()) yield findingAt(list, "label.text", "A label is empty.");
    }
  }
};

export const LABEL_RULES: readonly Rule[] = [labels];
