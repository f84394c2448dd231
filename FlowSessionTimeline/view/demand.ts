import { Clock } from "../base/clock";
import { TimeWindow } from "../layout/timeWindow";
import { Demand, RunSource } from "./ports";
import { ViewState, ViewStore } from "./viewState";

/** While a gesture goes on its window is demanded at most so often, ms. */
const PAUSE_MS = 300;

/** What of the view state names runs that must stay in memory. */
const PIN_KEYS = ["selected", "focusedKey", "panelId", "relativeTo"] as const;

/**
 * Tells the source which window the user looks at and which runs must stay: at once when a gesture has ended or a run was chosen, now and
 * then while the window moves. The same demand is never made twice in a row.
 */
export class Demands {
  private made: Demand | undefined;
  private pins: readonly string[] = [];
  private cancel: (() => void) | undefined;
  private readonly detach: () => void;

  public constructor(private readonly source: RunSource, private readonly view: ViewStore, private readonly clock: Clock) {
    this.detach = view.subscribe((_kind, before) => this.follow(before));
  }

  public dispose(): void {
    this.detach();
    this.end();
  }

  private follow(before: ViewState): void {
    if (!this.source.demand) return;
    const { state } = this.view;
    if (state.window === null) return this.forget();
    const isChosen = PIN_KEYS.some((key) => state[key] !== before[key]);
    if (isChosen) this.pins = this.pinsOf(state);
    if (isChosen || state.settledWindow === state.window || state.filter !== before.filter) this.make(state.window);
    else if (state.window !== before.window) this.cancel ??= this.clock.timeout(() => this.makeNow(), PAUSE_MS);
  }

  /** Other runs are to come: what was demanded of the ones before says nothing. */
  private forget(): void {
    this.end();
    this.made = undefined;
    this.pins = [];
  }

  private makeNow(): void {
    const { window } = this.view.state;
    if (window) this.make(window);
  }

  private make({ fromMs, toMs }: TimeWindow): void {
    this.end();
    const { made, pins } = this;
    const hidden = this.view.state.filter.hiddenFamilies;
    if (made && made.fromMs === fromMs && made.toMs === toMs && isSame(made.pinned, pins) && isSame([...made.hidden], [...hidden])) return;
    this.made = { fromMs, toMs, pinned: pins, hidden };
    this.source.demand?.(this.made);
  }

  private end(): void {
    this.cancel?.();
    this.cancel = undefined;
  }

  /** The key of a row with the focus may be a track's, which is no run. */
  private pinsOf({ selected, focusedKey, panelId, relativeTo }: ViewState): readonly string[] {
    const { store } = this.source;
    return [...new Set([...selected, focusedKey, panelId, relativeTo])].filter((id) => id !== "" && store.slotOf(id) >= 0).sort();
  }
}

const isSame = (a: readonly string[], b: readonly string[]): boolean => a === b || (a.length === b.length && a.every((one, i) => one === b[i]));
