/** The elements around a control: a main grid or form section that shrinks to its content, a full screen overlay. */
import type { Placement } from "./contract";

/** CSS px: a main grid does not fall below it, a form section collapses to nothing. */
const MAIN_GRID_MINIMUM = 380;

const FULL_SCREEN = "position: fixed; inset: 0; z-index: 1000; overflow: auto;";

function placedStyle({ kind }: Placement, shrinkToFit: boolean): string {
  const minimum = kind === "mainGrid" ? `min(100%, ${MAIN_GRID_MINIMUM}px)` : "0";
  return `position: relative; ${shrinkToFit ? `width: fit-content; max-width: 100%; min-width: ${minimum};` : ""}`;
}

export class Frame {
  readonly element: HTMLDivElement;
  private readonly placed: string;
  private observer: ResizeObserver | undefined;

  constructor(private readonly container: HTMLElement, placement: Placement, shrinkToFit: boolean) {
    this.element = container.ownerDocument.createElement("div");
    this.element.className = `emulated-host emulated-${placement.kind}`;
    this.placed = placedStyle(placement, shrinkToFit);
    this.element.style.cssText = this.placed;
    container.append(this.element);
  }

  /** Follows the container's width in CSS px, at once and until `dispose`. @throws where there is no ResizeObserver. */
  follow(changed: (width: number) => void): void {
    if (typeof ResizeObserver === "undefined") throw new Error("no ResizeObserver here: give the host a width");
    changed(this.container.clientWidth);
    this.observer = new ResizeObserver(() => changed(this.container.clientWidth));
    this.observer.observe(this.container);
  }

  /** The control's own node over everything else. */
  setFullScreen(open: boolean): void {
    this.element.classList.toggle("emulated-fullscreen", open);
    this.element.style.cssText = open ? FULL_SCREEN : this.placed;
  }

  dispose(): void {
    this.observer?.disconnect();
    this.element.remove();
  }
}
