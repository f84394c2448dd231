/** Processors that do not fall asleep while something is measured. */
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";

/** Ends by itself when whoever started it is gone. */
const SPIN = "const from = process.ppid; while (process.ppid === from) for (let i = 0; i < 1e8; i++);";

/**
 * Has each processor turn a loop that gives way to all else. One that falls asleep between two frames of a page wakes up with cold caches, and
 * a virtual one may have been another machine's meanwhile: the same frame then costs up to twice as much, by chance (docs/decisions/0036).
 * @returns ends the loops
 */
export function keepAwake(): () => void {
  const loops = Array.from({ length: availableParallelism() }, () => spawn("chrt", ["--idle", "0", process.execPath, "-e", SPIN], { stdio: "ignore" }));
  loops.forEach((loop, at) => loop.once("error", () => {
    if (at === 0) console.warn("There is no chrt (util-linux): processors may fall asleep between frames, and times will differ from run to run.");
  }));
  return () => loops.forEach((loop) => loop.kill());
}
