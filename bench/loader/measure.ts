/** The control in front of a Dataverse of two million runs, window by window. All times are CPU ms of the page's main thread, as measure.ts has them. */
import type {} from "./loaderPage";
import type { Asked, Goal } from "./loaderPage";
import type {} from "../page/page";
import { REFERENCE_MS } from "../measure";
import { median } from "../statistics";
import { Tab } from "../tab";

const RUNS = 2_000_000;
/** Of what can be done again in the same page. */
const TURNS = 3;
const PATIENCE_MS = 120_000;

export const STEPS = ["open", "days", "pan", "densities", "same", "changed"] as const;
export type StepName = (typeof STEPS)[number];

/** What one step cost the main thread, in total and its longest task, and what it asked of the server. */
export interface Step extends Asked {
  readonly main: number;
  readonly longest: number;
}

export interface LoaderFigures {
  /** Runs in the table. */
  readonly runs: number;
  readonly steps: Readonly<Partial<Record<StepName, Step>>>;
  /** The same with a control that draws nothing, where it can do that. */
  readonly host: Readonly<Partial<Record<StepName, Step>>>;
  readonly calibration: number;
  readonly errors: readonly string[];
}

const NOTHING_ASKED: Asked = { rounds: 0, requests: 0, bytes: 0 };

type Taken = Map<StepName, Step[]>;

/** @param address the loader's page */
export async function measureLoader(address: string, reps: number): Promise<LoaderFigures> {
  const [steps, host]: [Taken, Taken] = [new Map(), new Map()];
  const [calibrations, errors]: [number[], string[]] = [[], []];
  let runs = NaN;
  for (let rep = 0; rep < reps; rep++) {
    for (const [draws, taken] of [[false, host], [true, steps]] as const) {
      const session = await LoaderSession.start(address);
      runs = session.runs;
      calibrations.push(session.calibration);
      await (draws ? session.measureOurs(taken) : session.measureHost(taken));
      errors.push(...session.tab.errors);
      await session.tab.close();
    }
  }
  return { runs, steps: mediansOf(steps), host: mediansOf(host), calibration: median(calibrations), errors };
}

class LoaderSession {
  private constructor(public readonly tab: Tab, public readonly calibration: number, public readonly runs: number) {}

  public static async start(address: string): Promise<LoaderSession> {
    const tab = await Tab.open(address);
    const runs = await tab.page.evaluate((size) => window.loader?.load(size), RUNS);
    await tab.rest();
    const calibration = await tab.calibrate(() => tab.page.evaluate(() => window.bench?.calibrate()));
    return new LoaderSession(tab, calibration, runs ?? NaN);
  }

  public async measureHost(taken: Taken): Promise<void> {
    const { page } = this.tab;
    await this.take(taken, "open", "quiet", () => page.evaluate(() => window.loader?.mount(false)));
    await this.refreshes(taken);
  }

  public async measureOurs(taken: Taken): Promise<void> {
    const { page } = this.tab;
    await this.take(taken, "open", "whole", () => page.evaluate(() => window.loader?.mount(true)));
    await this.take(taken, "days", "counted", () => Promise.resolve());
    await this.settle();
    await this.refreshes(taken);
    for (let turn = 0; turn < TURNS; turn++) {
      await this.take(taken, "pan", "quiet", () => this.panByOneWindow());
      await this.settle();
    }
    for (let turn = 0; turn < TURNS; turn++) {
      await page.focus('.fst-grid [tabindex="0"]');
      await this.take(taken, "densities", "densities", () => page.keyboard.press("0"), true);
      await page.click(".fst-window");
      await page.click('.ms-ContextualMenu [role^=menuitem]:has-text("Last 24 hours")');
      await this.settle();
    }
  }

  private async refreshes(taken: Taken): Promise<void> {
    const { page } = this.tab;
    for (let turn = 0; turn < TURNS; turn++) {
      await this.take(taken, "same", "quiet", () => page.evaluate(() => window.loader?.refresh()));
      const failed = await this.failed();
      await page.evaluate(() => window.loader?.change());
      await this.take(taken, "changed", "quiet", () => page.evaluate(() => window.loader?.refresh()));
      if (!Number.isNaN(failed) && failed === (await this.failed())) throw new Error("The refresh did not bring what had changed.");
    }
  }

  /** Failed runs in the window, as the toolbar counts them; NaN where nothing is drawn. */
  private failed(): Promise<number> {
    return this.tab.page.evaluate(() => Number(document.querySelector(".fst-toolbar .fst-mark-failed")?.textContent?.replace(/\D/g, "") ?? NaN));
  }

  /** @param rests whether what follows the goal until the page rests belongs to the step; so it is where nothing else follows */
  private async take(taken: Taken, name: StepName, goal: Goal, run: () => Promise<unknown>, rests = goal !== "whole"): Promise<void> {
    const { tab, calibration } = this;
    let asked: Asked | undefined;
    const { main, tasks } = await tab.section(async () => {
      await tab.page.evaluate(() => window.loader?.startAccount());
      await run();
      asked = await this.reach(goal);
      if (rests) await tab.rest();
    });
    const factor = REFERENCE_MS / calibration;
    const step: Step = { ...NOTHING_ASKED, ...asked, main: main * factor, longest: (tasks[0] ?? 0) * factor };
    taken.set(name, [...(taken.get(name) ?? []), step]);
    console.log(`loader ${name}: ${step.main.toFixed(0)} ms, longest ${step.longest.toFixed(0)} ms, ${step.rounds} round trips, ${step.requests} requests, ${(step.bytes / 1e6).toFixed(2)} MB`);
  }

  private async reach(goal: Goal): Promise<Asked> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`The page does not become ${goal}.`)), PATIENCE_MS);
    });
    const asked = await Promise.race([this.tab.page.evaluate((wanted) => window.loader?.reach(wanted), goal), late]);
    clearTimeout(timer);
    if (!asked) throw new Error("The loader's page is gone.");
    return asked;
  }

  private async settle(): Promise<void> {
    await this.reach("quiet");
    await this.tab.rest();
  }

  private async panByOneWindow(): Promise<void> {
    const { page, cdp } = this.tab;
    const { left, top, width } = await page.$eval(".fst-plot", (plot) => {
      const box = plot.getBoundingClientRect();
      return { left: box.left, top: box.top, width: box.width };
    });
    await cdp.send("Input.dispatchMouseEvent", { type: "mouseWheel", x: left + width / 2, y: top + 100, deltaX: -width, deltaY: 0 });
  }
}

function mediansOf(taken: Taken): Partial<Record<StepName, Step>> {
  const of = (steps: readonly Step[], figure: keyof Step): number => median(steps.map((step) => step[figure]));
  return Object.fromEntries([...taken].map(([name, steps]) => [name, {
    main: of(steps, "main"), longest: of(steps, "longest"), rounds: of(steps, "rounds"), requests: of(steps, "requests"), bytes: of(steps, "bytes"),
  }]));
}
