import { sizeText } from "../budgets";
import { number, table } from "../report";
import { LoaderFigures, Step, StepName, STEPS } from "./measure";

const NAMES: Readonly<Record<StepName, string>> = {
  open: "opened cold, until the window of a day is whole", days: "the days of all years counted, after that", pan: "a pan by one window", densities: "zoom out to densities of all years",
  same: "refresh in which nothing changed", changed: "refresh with ten changes",
};

/** What each step costs beside a server of this size. */
export function loaderTable({ runs, steps, host }: LoaderFigures): string {
  const over = (step: Step, ofHost: Step | undefined): string => (ofHost ? number(step.main - ofHost.main, 0) : "–");
  const rows = STEPS.flatMap((name) => {
    const step = steps[name];
    return step ? [[NAMES[name], number(step.main, 0), over(step, host[name]), number(step.longest, 0), number(step.rounds, 0), number(step.requests, 0), number(step.bytes / 1e6, 2)]] : [];
  });
  return `**${sizeText(runs)} runs in Dataverse**\n\n${table(["", "main thread, ms", "over the host", "longest task", "round trips", "requests", "MB"], rows)}`;
}
