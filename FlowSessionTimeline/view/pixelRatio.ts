/** Tells when the device pixels of a px change without any change of size: the window went to another screen. @returns how to stop */
export function watchPixelRatio(element: Element, changed: () => void): () => void {
  const view = element.ownerDocument.defaultView;
  if (!view) return () => undefined;
  let query: MediaQueryList | undefined;
  const watch = (): void => {
    query?.removeEventListener("change", again);
    query = view.matchMedia(`(resolution: ${view.devicePixelRatio}dppx)`);
    query.addEventListener("change", again);
  };
  // A query names one ratio: after a change another is asked.
  const again = (): void => {
    watch();
    changed();
  };
  watch();
  return () => query?.removeEventListener("change", again);
}
