/** Writes a text into an element that holds nothing else. A text that is the same is left alone, and another takes its place in the same node: neither has the browser lay out more than it must. */
export function writeText(element: Element, text: string): void {
  const { firstChild } = element;
  if (firstChild?.nodeValue === text) return;
  if (firstChild) firstChild.nodeValue = text;
  else if (text !== "") element.textContent = text;
}
