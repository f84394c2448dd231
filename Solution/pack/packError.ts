/** What the person who packs can put right: its message is one sentence for them, printed without a stack. */
export class PackError extends Error {
  override readonly name = "PackError";
}
