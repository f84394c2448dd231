import { SceneInput } from "./scene";

/** The runs of a frame that are selected or under the pointer, by slot. */
export class OutlinedRuns {
  private slots: ReadonlySet<number> = new Set();
  /** What the slots are those of. */
  private selected: ReadonlySet<string> = new Set();
  private storeVersion = NaN;
  private hoveredSlot = -1;

  /** Before each frame. */
  public begin({ store, selected, hoveredSlot }: SceneInput): void {
    this.hoveredSlot = hoveredSlot;
    if (selected === this.selected && store.version === this.storeVersion) return;
    this.selected = selected;
    this.storeVersion = store.version;
    this.slots = new Set(Array.from(selected, (id) => store.slotOf(id)));
  }

  public get isEmpty(): boolean {
    return this.slots.size === 0 && this.hoveredSlot < 0;
  }

  public has(slot: number): boolean {
    return slot === this.hoveredSlot || this.slots.has(slot);
  }
}
