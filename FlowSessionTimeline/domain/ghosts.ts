import { RunStore } from "./runStore";

/** The nodes of parents that are named but not loaded: they follow the slots of the runs. */
export class Ghosts {
  private nodes: ReadonlyMap<string, number> | undefined;

  /** @param ids normalised, each once. @param first the node of the first */
  public constructor(private readonly ids: readonly string[], private readonly first: number) {}

  public id(node: number): string {
    return this.ids[node - this.first];
  }

  /** The node of an id, or -1. */
  public node(id: string): number {
    this.nodes ??= new Map(this.ids.map((one, index) => [one, this.first + index]));
    return this.nodes.get(id) ?? -1;
  }

  /** Orders two nodes by their ids: runs by their packed ones, a ghost by its text among them. */
  public compareIds(store: RunStore, a: number, b: number): number {
    if (a < this.first && b < this.first) return store.compareIds(a, b);
    const id = (node: number): string => (node < this.first ? store.id(node) : this.id(node));
    return id(a) < id(b) ? -1 : 1;
  }
}
