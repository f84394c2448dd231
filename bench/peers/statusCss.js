import { STATUSES } from "../page/contract";

/** One rule per status. @param selectorOf the selector of a status; @param declare its colour's declarations */
export const statusCss = (selectorOf, declare = (colour) => `background-color:${colour}!important;border-color:${colour}!important`) =>
  css(STATUSES.map(([status, colour]) => `${selectorOf(status)}{${declare(colour)}}`).join("\n"));

export function css(text) {
  const style = document.createElement("style");
  style.textContent = text;
  document.head.append(style);
  return style;
}
