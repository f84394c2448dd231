/** Waiting inside the page. */

export const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())));
export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** About as long as a frame, ms. */
const FRAME_MS = 16;

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

/**
 * Waits until the document has not changed for a while. It asks for a frame after each change alone: one that is asked for at rest costs the
 * page more than many a change, and those that change later than others would pay for all of them.
 * @returns when the frame after the last change ended
 */
export async function settle(from: number, quietMs: number, capMs: number): Promise<number> {
  let last = performance.now();
  let frame = from;
  let isFollowed = false;
  let isChanged = true;
  const follow = async (): Promise<void> => {
    isFollowed = true;
    for (; isChanged; frame = await afterFrame()) isChanged = false;
    isFollowed = false;
  };
  const observer = new MutationObserver(() => {
    isChanged = true;
    last = performance.now();
    if (!isFollowed) void follow();
  });
  observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  void follow();
  for (let now = last; (now < last + quietMs || isFollowed) && now < from + capMs; now = performance.now()) await sleep(Math.max(FRAME_MS, last + quietMs - now));
  observer.disconnect();
  return frame;
}
