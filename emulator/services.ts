/** What every part of a mounted host leans on. */
import type { HostClock } from "./clock";
import type { PassCause } from "./events";
import type { Quirks } from "./quirks";
import type { Recorder } from "./recorder";

export interface HostServices {
  readonly clock: HostClock;
  readonly quirks: Quirks;
  readonly recorder: Recorder;
  /** The control called a member of the host: remembered, and a violation after `destroy`. */
  called(member: string, ...args: unknown[]): void;
  /**
   * Owes the control an `updateView`. Several that wait become one.
   * @param updated tokens for `context.updatedProperties`.
   */
  requestPass(cause: PassCause, updated?: readonly string[]): void;
}
