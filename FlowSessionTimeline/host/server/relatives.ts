import { Fault, Page } from "./contract";
import { missingParents } from "./eviction";
import { FetchClient } from "./fetchClient";
import { childrenQuery, IDS_PER_REQUEST, idQuery } from "./idQuery";
import { RunIntake } from "./runIntake";
import { ViewQuestion } from "./viewQuestion";

/** Brings the relatives of runs that lie outside of what was read: parents to any depth, and the children of runs that the user looks at. */
export class Relatives {
  /** Parents that the view does not have: they stay ghosts. */
  private readonly strangers = new Set<string>();
  /** Runs whose children are all here, as long as the runs stay pinned. */
  private families: ReadonlySet<string> = new Set();

  public constructor(private readonly client: FetchClient, private readonly intake: RunIntake, private readonly signal: AbortSignal) {}

  public async readAncestors(question: ViewQuestion): Promise<Fault | null> {
    const { store, columns } = this.intake;
    for (;;) {
      const missing = missingParents(store).filter((id) => !this.strangers.has(id)).slice(0, IDS_PER_REQUEST);
      if (missing.length === 0 || this.signal.aborted) return null;
      const fault = await this.take(idQuery(question, columns, missing));
      if (fault) return fault;
      for (const id of missing) if (store.slotOf(id) < 0) this.strangers.add(id);
    }
  }

  /** @param pinned ids of the runs that are selected, focused or open in the panel */
  public async readChildren(question: ViewQuestion, pinned: readonly string[]): Promise<Fault | null> {
    const parents = pinned.filter((id) => !this.families.has(id)).slice(0, IDS_PER_REQUEST);
    this.families = new Set(pinned);
    const query = parents.length > 0 ? childrenQuery(question, this.intake.columns, parents) : null;
    return query && this.take(query);
  }

  /** What was not there may be there now. */
  public forget(): void {
    this.strangers.clear();
    this.families = new Set();
  }

  private async take(query: Document): Promise<Fault | null> {
    const taken: Promise<void>[] = [];
    const onPage = ({ entities }: Page): boolean => taken.push(this.intake.take(entities)) > 0;
    const end = await this.client.read(query, onPage, this.signal);
    await Promise.all(taken);
    return end.ok ? null : end.error;
  }
}
