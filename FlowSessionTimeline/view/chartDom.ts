import { AXIS_PX } from "../layout/measures";

/** The elements of the chart, made once. Rows are added by the row pool, everything else is written by the chart. */
export interface ChartDom {
  readonly root: HTMLElement;
  readonly head: HTMLElement;
  readonly grid: HTMLElement;
  /** The names of the rows, drawn; the rows themselves lie over it, unseen. */
  readonly names: HTMLCanvasElement;
  readonly rows: HTMLElement;
  readonly plot: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  /** A sentence over what is drawn in place of rows; empty while there are rows. */
  readonly note: HTMLElement;
  /** The stretch of time that is being chosen. */
  readonly range: HTMLElement;
  /** Holds the bar in a tree of its own. */
  readonly scrollbar: HTMLElement;
  /** What scrolls. */
  readonly bar: HTMLElement;
  readonly spacer: HTMLElement;
  readonly splitter: HTMLElement;
  readonly tooltip: HTMLElement;
  readonly announcer: HTMLElement;
}

/** Builds the chart's elements inside `root`, which React leaves alone. */
export function chartDom(root: HTMLElement): ChartDom {
  const { ownerDocument } = root;
  const add = <K extends keyof HTMLElementTagNameMap>(parent: ParentNode & Node, tag: K, className: string, attributes: Readonly<Record<string, string>> = {}): HTMLElementTagNameMap[K] => {
    const element = ownerDocument.createElement(tag);
    element.className = className;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    parent.append(element);
    return element;
  };
  root.style.setProperty("--fst-axis", `${AXIS_PX}px`);
  const head = add(root, "div", "fst-head", { "aria-hidden": "true" });
  // It takes the focus where there is no row for it, so that the keys go on.
  const grid = add(root, "div", "fst-grid", { role: "treegrid", "aria-multiselectable": "true", tabindex: "-1" });
  const names = add(grid, "canvas", "fst-names", { "aria-hidden": "true" });
  const rows = add(grid, "div", "fst-rows", { role: "rowgroup" });
  const plot = add(root, "div", "fst-plot");
  const canvas = add(plot, "canvas", "fst-canvas", { "aria-hidden": "true" });
  // The row beside it says the same.
  const note = add(plot, "div", "fst-density-note", { dir: "auto", "aria-hidden": "true" });
  const range = add(plot, "div", "fst-range", { dir: "ltr", "aria-hidden": "true" });
  const scrollbar = add(root, "div", "fst-scrollbar", { "aria-hidden": "true" });
  // A scroll event does not leave a shadow tree: React, which listens on the document once the host has opened a menu, took 0.2 ms of each frame for it.
  const bar = add(scrollbar.attachShadow({ mode: "open" }), "div", "", { part: "bar", tabindex: "-1" });
  const spacer = add(bar, "div", "", { part: "spacer" });
  const splitter = add(root, "div", "fst-splitter", { role: "separator", "aria-orientation": "vertical", tabindex: "0" });
  const tooltip = add(root, "div", "fst-tooltip", { role: "tooltip" });
  const announcer = add(root, "div", "fst-announcer", { "aria-live": "polite" });
  return { root, head, grid, names, rows, plot, canvas, note, range, scrollbar, bar, spacer, splitter, tooltip, announcer };
}
