import { Work } from "../base/work";
import { RunStore } from "./runStore";

/** Runs work that reads a store over several slices; begins again whenever the store has changed between two of them. */
export function* steadyWork<T>(store: RunStore, begin: () => Work<T>): Work<T> {
  for (;;) {
    const { version } = store;
    const work = begin();
    while (store.version === version) {
      const step = work.next();
      if (step.done) return step.value;
      yield;
    }
  }
}
