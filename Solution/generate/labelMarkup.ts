import { Label, LANGUAGES } from "../model/label";
import { element, Markup } from "./markup";

/** A label in every language, as each part of a solution writes it. */
function inLanguages(list: string, item: string, text: string, language: string, label: Label): Markup {
  return element(list, {}, LANGUAGES.map(([key, code]) => element(item, { [text]: label[key], [language]: code })));
}

export const labels = (label: Label): Markup => inLanguages("labels", "label", "description", "languagecode", label);
export const localizedNames = (label: Label): Markup => inLanguages("LocalizedNames", "LocalizedName", "description", "languagecode", label);
export const descriptions = (label: Label): Markup => inLanguages("Descriptions", "Description", "description", "languagecode", label);

/** In a site map language and text are attributes of other names, in another order. */
export const titles = (label: Label): Markup => element("Titles", {}, LANGUAGES.map(([key, code]) => element("Title", { LCID: code, Title: label[key] })));
