import type { HostSession } from "../../emulator";
import type { Kit } from "../page/kit";
import type { Labels, PackedSolution } from "./packed";
import { LCIDS, type SolutionState } from "./state";
import type { World } from "./world";

/** What every part of the page needs to show itself. */
export interface Shown {
  readonly solution: PackedSolution;
  readonly world: World;
  readonly kit: Kit;
  readonly state: SolutionState;
  readonly session: HostSession;
  go(changes: Partial<SolutionState>): void;
  open(table: string, id: string): void;
  failed(error: unknown): void;
}

/** A text in the language of the page. A label that is missing is said: nothing stands in for it. */
export const labelOf = (labels: Labels, { language }: SolutionState): string => labels.get(LCIDS[language]) ?? "(no label in this language)";
