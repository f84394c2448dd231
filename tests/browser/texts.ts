import type { TimelinePage } from "./timelinePage";

/** Begins to record what is written on canvases. */
export function recordCanvasTexts(timeline: TimelinePage): Promise<void> {
  return timeline.page.evaluate(() => {
    const written = new Set<string>();
    const { fillText } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.fillText = function (text, ...place): void {
      written.add(text);
      fillText.call(this, text, ...place);
    };
    window.fstCanvasTexts = written;
  });
}

declare global {
  interface Window { fstCanvasTexts?: Set<string> }
}

/** Every text that a user can see, hover or hear: of the control, of its menus, and on its canvas since `recordCanvasTexts`. */
export function allTexts(timeline: TimelinePage): Promise<readonly string[]> {
  return timeline.page.evaluate(() => {
    const found = new Set<string>(window.fstCanvasTexts ?? []);
    for (const root of document.querySelectorAll(".fst-root, .ms-Layer")) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        if (!walker.currentNode.parentElement?.closest("style, script")) found.add(walker.currentNode.textContent ?? "");
      }
      for (const element of root.querySelectorAll("[aria-label], [title], [placeholder], [aria-roledescription]")) {
        for (const name of ["aria-label", "title", "placeholder", "aria-roledescription"]) found.add(element.getAttribute(name) ?? "");
      }
    }
    return [...found].filter((text) => text.trim() !== "");
  });
}

/** Every text in the rows' cells, longest first: names, error texts, ids. */
export function dataTexts(timeline: TimelinePage): Promise<readonly string[]> {
  return timeline.page.evaluate(() => {
    const values = new Set<string>();
    for (const { id, cells } of window.demo?.table?.rows ?? []) {
      values.add(id);
      for (const cell of Object.values(cells)) {
        if (typeof cell === "string") values.add(cell);
        else if (typeof cell === "object" && cell !== null) values.add(cell.name).add(cell.id);
      }
    }
    return [...values].filter((value) => /\p{L}/u.test(value)).sort((a, b) => b.length - a.length);
  });
}

const CALENDAR = /\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:tember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|(?:Sun|Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?)(?:day)?|AM|PM|UTC)\b/g;

/** Keys of one sign are themselves in every language. */
const KEYS = /^[A-Z+−](?: [A-Z+−])*$/;

/** Letters of a text that neither the pseudo-language, nor data, nor a date accounts for; "" if all is translated. */
export function untranslated(text: string, data: readonly string[]): string {
  let rest = text.replace(/[\u2066-\u2069]/g, "");
  // What is drawn may be cut.
  const kept = /^(.+)…$/s.exec(rest)?.[1];
  if (kept !== undefined && (kept.startsWith("[!!! ") || data.some((value) => value.startsWith(kept)))) return "";
  for (const value of data) if (rest.includes(value)) rest = rest.split(value).join(" ");
  for (let before = ""; before !== rest; ) {
    before = rest;
    // From the inside: texts are put into texts.
    rest = rest.replace(/\[!!! (?:(?!\[!!! | !!!\]).)* !!!\]/gs, " ");
  }
  return /\p{L}/u.test(rest.replace(CALENDAR, " ").replace(KEYS, "")) ? rest.trim() : "";
}

/** Texts that their element, or one around it, cuts off without a way to scroll: "text in element". @param within CSS selectors of the parts that are looked at */
export function clippedTexts(timeline: TimelinePage, within: readonly string[]): Promise<readonly string[]> {
  return timeline.page.evaluate((parts) => {
    const clipped: string[] = [];
    const root = document.querySelector(".fst-root");
    const cuts = (style: string): boolean => style === "hidden" || style === "clip";
    for (const part of document.querySelectorAll(parts.join())) {
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const { currentNode: node } = walker;
        const range = document.createRange();
        range.selectNodeContents(node);
        const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
        if (boxes.length === 0 || (node.textContent ?? "").trim() === "") continue;
        const [left, right] = [Math.min(...boxes.map((box) => box.left)), Math.max(...boxes.map((box) => box.right))];
        const [top, bottom] = [Math.min(...boxes.map((box) => box.top)), Math.max(...boxes.map((box) => box.bottom))];
        for (let around = node.parentElement; around && root?.contains(around); around = around.parentElement) {
          const { overflowX, overflowY } = getComputedStyle(around);
          const box = around.getBoundingClientRect();
          // A scroll container shows the rest on demand.
          if (overflowX === "auto" || overflowX === "scroll" || overflowY === "auto" || overflowY === "scroll") break;
          const isCut = (cuts(overflowX) && (left < box.left - 1 || right > box.right + 1)) || (cuts(overflowY) && (top < box.top - 1 || bottom > box.bottom + 1));
          if (!isCut) continue;
          clipped.push(`${node.textContent ?? ""} in ${around.className}`);
          break;
        }
      }
    }
    return clipped;
  }, within);
}
