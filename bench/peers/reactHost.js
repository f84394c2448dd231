import { createRoot } from "react-dom/client";
import { flushSync } from "react-dom";

/** Renders at once, so that mount() and update() return after React has committed. */
export function reactHost(element) {
  const root = createRoot(element);
  return { render: (node) => flushSync(() => root.render(node)), unmount: () => root.unmount() };
}
