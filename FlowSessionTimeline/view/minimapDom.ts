import { MINIMAP_PX } from "../layout/minimapScene";

/** The elements of the minimap, made once. */
export interface MinimapDom {
  readonly root: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  /** The brush and its ends: three sliders. */
  readonly window: HTMLElement;
  readonly from: HTMLElement;
  readonly to: HTMLElement;
  readonly hint: HTMLElement;
  /** Says what is counted where that is not every run. */
  readonly scope: HTMLElement;
}

/** Builds the minimap's elements inside `root`, which React leaves alone. Time runs left to right whatever the page does. */
export function minimapDom(root: HTMLElement): MinimapDom {
  const add = <K extends "div" | "canvas">(tag: K, className: string, attributes: Readonly<Record<string, string>>): HTMLElementTagNameMap[K] => {
    const element = root.ownerDocument.createElement(tag);
    element.className = className;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    root.append(element);
    return element;
  };
  const slider = (className: string): HTMLElement => add("div", className, { role: "slider", tabindex: "0", "aria-orientation": "horizontal" });
  root.setAttribute("role", "group");
  root.style.setProperty("--fst-minimap", `${MINIMAP_PX}px`);
  return {
    root,
    canvas: add("canvas", "fst-minimap-canvas", { "aria-hidden": "true" }),
    window: slider("fst-brush"),
    from: slider("fst-brush-end fst-brush-from"),
    to: slider("fst-brush-end fst-brush-to"),
    scope: add("div", "fst-minimap-scope", { dir: "auto", "aria-hidden": "true" }),
    hint: add("div", "fst-tooltip", { "aria-hidden": "true" }),
  };
}
