/** Waiting inside the page. */

export const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())));
export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const channel = new MessageChannel();
let waiting: ((at: number) => void)[] = [];
channel.port1.onmessage = () => {
  const done = waiting;
  waiting = [];
  for (const resolve of done) resolve(performance.now());
};

/** Resolves in the first task after the next frame's style, layout and paint. */
export const afterFrame = (): Promise<number> =>
  new Promise((resolve) =>
    requestAnimationFrame(() => {
      waiting.push(resolve);
      channel.port2.postMessage(0);
    })
  );

/** Waits until the document has not changed for a while. @returns when the frame after the last change ended */
export async function settle(from: number, quietMs: number, capMs: number): Promise<number> {
  let last = performance.now();
  let dirty = true;
  let frame = from;
  const observer = new MutationObserver(() => {
    dirty = true;
    last = performance.now();
  });
  observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  while ((performance.now() - last < quietMs || dirty) && performance.now() - from < capMs) {
    const wasDirty = dirty;
    dirty = false;
    const at = await afterFrame();
    if (wasDirty) frame = at;
  }
  observer.disconnect();
  return frame;
}
