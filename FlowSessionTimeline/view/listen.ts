type Handlers = { readonly [Type in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Type]) => void };

/** Hears several kinds of events of an element. @returns how to stop */
export function listen(element: HTMLElement, handlers: Handlers, options?: AddEventListenerOptions): () => void {
  const listeners = Object.entries(handlers) as unknown as readonly (readonly [string, EventListener])[];
  for (const [type, listener] of listeners) element.addEventListener(type, listener, options);
  return () => {
    for (const [type, listener] of listeners) element.removeEventListener(type, listener);
  };
}
