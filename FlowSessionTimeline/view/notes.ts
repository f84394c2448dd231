import { ProblemCount } from "../domain/problem";
import { Timeline } from "./timeline";

/** Row problems, problems of the hierarchy, in one list; each kind once. */
export function dataNotes(timeline: Timeline): readonly ProblemCount[] {
  return [...timeline.ports.source.problems(), ...(timeline.derived?.forest.problems ?? [])].filter((one) => one.count > 0);
}

/** How many notes there are: kinds of problems, and one for columns that the view does not have. */
export function noteCount(timeline: Timeline): number {
  return dataNotes(timeline).length + (timeline.ports.source.state().missingRoles.length > 0 ? 1 : 0);
}
