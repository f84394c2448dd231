/** The dataset's selection, which drives the command bar. */
import type { HostServices } from "./services";

export class Selection {
  private selected: readonly string[] = [];

  constructor(private readonly services: HostServices) {}

  get ids(): readonly string[] { return this.selected; }

  /** Chosen by the control. */
  set(ids: readonly string[]): void {
    this.change([...ids]);
    if (this.services.quirks.mutatorsCausePasses) this.services.requestPass({ reason: "selection", by: "control" });
  }

  /** Rows that the dataset no longer holds cannot stay selected. */
  keepOnly(records: Readonly<Record<string, unknown>>): void {
    this.change(this.selected.filter(id => id in records));
  }

  clear(): void { this.change([]); }

  private change(ids: readonly string[]): void {
    const same = ids.length === this.selected.length && ids.every((id, place) => id === this.selected[place]);
    this.selected = ids;
    if (!same) this.services.recorder.emit("selectionChanged", { ids });
  }
}
