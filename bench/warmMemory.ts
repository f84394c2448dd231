/** Memory that costs the same to touch, whoever gets it. */
import { spawnSync } from "node:child_process";
import { freemem } from "node:os";

const PIECE_BYTES = 2 ** 28;
/** Far more than any page touches, and a quarter of what is free at most. */
const PIECES = 4;
const SHARE = 1 / 4;

/**
 * Touches memory and gives it back. A virtual machine hands memory that nobody uses back to the machine below within seconds, and to touch it
 * again costs twice as much: without this, a first picture would pay for what memory the browser happens to get (docs/decisions/0032).
 * @throws Error if it could not, for the figures would be others
 */
export function warmMemory(): void {
  const pieces = Math.min(PIECES, Math.floor((freemem() * SHARE) / PIECE_BYTES));
  // In a process of its own: all is given back when that ends.
  const { status } = spawnSync(process.execPath, ["-e", `for (let piece = 0; piece < ${pieces}; piece++) Buffer.alloc(${PIECE_BYTES}, 1)`]);
  if (status !== 0) throw new Error(`No memory could be touched: ${pieces} pieces of ${PIECE_BYTES / 2 ** 20} MB.`);
}
