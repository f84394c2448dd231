/** What jsdom does not have and the control needs: sizes that change, a canvas to draw on, the user's display settings, pointer capture. */

/** Sizes reach the control through it; a test moves them. */
export class HandResizeObserver implements ResizeObserver {
  public static readonly alive = new Set<HandResizeObserver>();
  private readonly elements = new Set<Element>();

  public constructor(private readonly callback: ResizeObserverCallback) {}

  public observe(element: Element): void {
    this.elements.add(element);
    HandResizeObserver.alive.add(this);
  }

  public unobserve(element: Element): void {
    this.elements.delete(element);
  }

  public disconnect(): void {
    this.elements.clear();
    HandResizeObserver.alive.delete(this);
  }

  /** Every observed element has another size now. */
  public static fire(): void {
    for (const observer of [...HandResizeObserver.alive]) observer.callback([], observer);
  }
}

const CHARACTER_PX = 6;

/** A 2D context that takes everything and draws nothing; text is 6 px a character. */
function blindContext(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const own: Record<string, unknown> = { canvas, measureText: (text: string) => ({ width: text.length * CHARACTER_PX }), createPattern: () => ({ setTransform: () => undefined }) };
  const context: unknown = new Proxy(own, {
    get: (target, key) => (typeof key === "string" && key in target ? target[key] : () => ({ addColorStop: () => undefined })),
    set: (target, key, value) => {
      if (typeof key === "string") target[key] = value;
      return true;
    },
  });
  // The proxy answers every member of a context.
  return context as CanvasRenderingContext2D;
}

export interface BrowserParts {
  /** Listeners of media queries that are not taken away. */
  mediaListeners(): number;
  remove(): void;
}

/** Puts the parts into the page; every element then has this size. */
export function installBrowserParts(page: Window & typeof globalThis, size: { readonly width: number; readonly height: number }): BrowserParts {
  const listeners = new Set<unknown>();
  const matchMedia = (media: string): MediaQueryList => {
    const list: Partial<MediaQueryList> = {
      media, matches: false,
      addEventListener: (_type: string, listener: unknown) => void listeners.add(listener),
      removeEventListener: (_type: string, listener: unknown) => void listeners.delete(listener),
    };
    return list as MediaQueryList;
  };
  const restore = [
    put(page, "ResizeObserver", { value: HandResizeObserver }),
    put(page, "matchMedia", { value: matchMedia }),
    put(page, "Path2D", { value: class {} }),
    put(page.HTMLCanvasElement.prototype, "getContext", { value(this: HTMLCanvasElement) { return blindContext(this); } }),
    put(page.Element.prototype, "setPointerCapture", { value: () => undefined }),
    put(page.Element.prototype, "clientWidth", { get: () => size.width }),
    put(page.Element.prototype, "clientHeight", { get: () => size.height }),
  ];
  return {
    mediaListeners: () => listeners.size,
    remove: () => {
      for (const back of restore) back();
      HandResizeObserver.alive.clear();
    },
  };
}

/** Replaces a member. @returns how to put back what was there */
export function put(target: object, key: string, descriptor: PropertyDescriptor): () => void {
  const before = Object.getOwnPropertyDescriptor(target, key);
  Object.defineProperty(target, key, { configurable: true, ...("value" in descriptor ? { writable: true } : {}), ...descriptor });
  return () => {
    if (before) Object.defineProperty(target, key, before);
    else Reflect.deleteProperty(target, key);
  };
}
