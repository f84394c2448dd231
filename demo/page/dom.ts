/** Elements in one expression. */

export type Child = Node | string | null;

interface Details<T> {
  readonly attributes?: Readonly<Record<string, string | boolean>>;
  readonly on?: { readonly [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K], target: T) => void };
}

/** A true attribute is present and empty, a false one absent. */
export function element<K extends keyof HTMLElementTagNameMap>(tag: K, className = "", children: readonly Child[] = [], { attributes = {}, on = {} }: Details<HTMLElementTagNameMap[K]> = {}): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className) made.className = className;
  for (const [name, value] of Object.entries(attributes)) if (value !== false) made.setAttribute(name, value === true ? "" : value);
  for (const [type, listener] of Object.entries(on)) made.addEventListener(type, event => (listener as (event: Event, target: typeof made) => void)(event, made));
  made.append(...children.filter(child => child !== null));
  return made;
}

const svgNamespace = "http://www.w3.org/2000/svg";

/** 16 px, in the colour of the text. */
const paths = {
  menu: "M2 4h12M2 8h12M2 12h12",
  back: "M10 3 5 8l5 5",
  refresh: "M13 8a5 5 0 1 1-1.6-3.7M13 2v3h-3",
  open: "M9 3h4v4M13 3 7.5 8.5M7 4H3v9h9V9",
  assign: "M6 7a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM1.5 14c0-3 2-4.5 4.5-4.5 1 0 2 .3 2.8.8M12 9v5M9.5 11.5h5",
  delete: "M3 4h10M6 4V2.5h4V4M4.5 4l.6 9.5h5.8l.6-9.5M7 7v4M9 7v4",
  search: "M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM10.7 10.7 14 14",
  grid: "M2.5 3h11v10h-11ZM2.5 6.3h11M2.5 9.7h11M6 6.3V13",
  form: "M3.5 2h9v12h-9ZM5.5 5h5M5.5 8h5M5.5 11h3",
  phone: "M4.5 1.5h7v13h-7ZM7 12.3h2",
  settings: "M2 5h6M12 5h2M10 3.2v3.6M2 11h2M8 11h6M6 9.2v3.6",
  close: "M3.5 3.5l9 9M12.5 3.5l-9 9",
} as const;

export type IconName = keyof typeof paths;

export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(svgNamespace, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(svgNamespace, "path");
  path.setAttribute("d", paths[name]);
  svg.append(path);
  return svg;
}
