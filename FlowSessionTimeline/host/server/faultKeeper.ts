import { EpochMs, epochMs } from "../../base/brand";
import { Clock } from "../../base/clock";
import { SourceFault } from "../../view/ports";
import { backoffMs } from "./backoff";
import { Fault } from "./contract";

/** What went wrong last, and when it is tried again by itself. */
export class FaultKeeper {
  public current: SourceFault | null = null;
  /** When the server answered last; null before it has. */
  public answeredAt: EpochMs | null = null;
  private attempts = 0;
  private cancel: (() => void) | undefined;

  public constructor(private readonly clock: Clock, private readonly tryAgain: () => void) {}

  /** A request has failed. */
  public failed(fault: Fault): void {
    const wait = backoffMs(fault, this.attempts++);
    // To the user these two are alike: the server does not take what was asked.
    const kind = fault.kind === "invalid" || fault.kind === "tooMany" ? "unknown" : fault.kind;
    this.cancel?.();
    this.current = { kind, message: fault.message, retryAt: wait === null ? null : epochMs(this.clock.now() + wait) };
    // A hidden tab asks nothing: it goes on when it is seen again.
    this.cancel = wait === null ? undefined : this.clock.timeout(() => (this.clock.isHidden() ? undefined : this.tryAgain()), wait);
  }

  public answered(): void {
    this.answeredAt = this.clock.now();
    this.forgive();
  }

  /** Forgets what went wrong, without an answer. */
  public forgive(): void {
    this.attempts = 0;
    this.current = null;
    this.dispose();
  }

  public dispose(): void {
    this.cancel?.();
    this.cancel = undefined;
  }
}
