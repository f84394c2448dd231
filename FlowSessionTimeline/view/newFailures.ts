import { Commands } from "./commands";
import { Timeline } from "./timeline";

/** What failed since the user last looked: visited one by one, the newest first, or dismissed. After that the source is told that they were seen. */
export class NewFailures {
  public constructor(private readonly timeline: Timeline, private readonly commands: Commands) {}

  /** Ids of those that were not visited yet. */
  public get left(): readonly string[] {
    const { newFailures } = this.timeline.ports.source.state();
    const { visitedFailures } = this.timeline.view.state;
    return visitedFailures.size === 0 ? newFailures : newFailures.filter((id) => !visitedFailures.has(id));
  }

  /** Brings the next one on screen, with the keyboard's focus and its panel. One that is not there any more is passed over. */
  public next(): void {
    const { ports: { source }, view } = this.timeline;
    const { left } = this;
    const at = left.findIndex((id) => source.store.slotOf(id) >= 0);
    if (left.length === 0) return;
    const passed = at < 0 ? left : left.slice(0, at + 1);
    view.set({ visitedFailures: new Set([...view.state.visitedFailures, ...passed]) });
    if (at >= 0) {
      this.commands.goTo(left[at]);
      this.timeline.revealRun(left[at], true);
    }
    if (passed.length === left.length) source.failuresSeen?.();
  }

  public dismiss(): void {
    this.timeline.view.set({ visitedFailures: new Set(this.timeline.ports.source.state().newFailures) });
    this.timeline.ports.source.failuresSeen?.();
  }
}
