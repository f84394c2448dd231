/** Counts the frames and timers that a page asks for; install it before anything keeps the functions. */
export interface Activity { frames: number; timers: number }

export function countActivity(page: Window & typeof globalThis): Activity {
  const activity: Activity = { frames: 0, timers: 0 };
  const frame = page.requestAnimationFrame.bind(page);
  const timeout = page.setTimeout.bind(page);
  const interval = page.setInterval.bind(page);
  page.requestAnimationFrame = (callback) => {
    activity.frames++;
    return frame(callback);
  };
  page.setTimeout = ((...args: Parameters<typeof timeout>) => {
    activity.timers++;
    return timeout(...args);
  }) as typeof page.setTimeout;
  page.setInterval = ((...args: Parameters<typeof interval>) => {
    activity.timers++;
    return interval(...args);
  }) as typeof page.setInterval;
  return activity;
}
