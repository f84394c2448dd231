import { existsSync } from "node:fs";
import path from "node:path";
import type { BrowserContextOptions } from "playwright-core";
import type { EmulatedRow } from "../../emulator";
import { demoPages, type DemoPages } from "../../scripts/demoPage";
import { knownRuns, NOW } from "./knownRuns";
import { recordNames } from "./probe";
import { TimelinePage } from "./timelinePage";

/** Both versions of React that a host may bring: 16.14.0 and 17.0.2. */
export const REACTS = [16, 17] as const;

/** Settings of the demo's address, by name. */
type Search = Readonly<Record<string, string | number>>;

export interface Demo {
  /** Opens the demo on generated rows, or on the server's file, and waits for the first rows. */
  open(search?: Search, context?: BrowserContextOptions): Promise<TimelinePage>;
  /** Opens the demo without rows. */
  openEmpty(search?: Search, context?: BrowserContextOptions): Promise<TimelinePage>;
  /** Opens the demo on these rows, by default the known ones, at NOW. */
  openOn(rows?: readonly EmulatedRow[], search?: Search, context?: BrowserContextOptions): Promise<TimelinePage>;
}

/**
 * One server and one browser for a file of tests. After every test nothing may have been done that the host forbids, and its pages are closed.
 * @param csv what the demo's server is started with, or null @param first run in the page before its own scripts; by default what has it draw where it can be looked at
 */
export function useDemo(csv: string | null = null, first: readonly (() => void)[] = [recordNames]): Demo {
  let pages: DemoPages | undefined;
  let opened: TimelinePage[] = [];
  beforeAll(async () => {
    pages = await demoPages(csv);
  });
  afterAll(() => pages?.close());
  afterEach(async () => {
    const closing = opened;
    opened = [];
    const wrong = await Promise.all(closing.map((one) => one.wrongdoings()));
    await Promise.all(closing.map((one) => one.page.context().close()));
    expect(wrong.flat()).toEqual([]);
  });
  const load = async (search: Search, context?: BrowserContextOptions): Promise<TimelinePage> => {
    if (!pages) throw new Error("The demo is not started yet.");
    // Without a server unless a test wants one: the rows of the page are all that there is.
    const address = new URLSearchParams(Object.entries({ chrome: 0, server: 0, ...search }).map(([name, value]) => [name, String(value)]));
    const timeline = new TimelinePage(await pages.open(`?${address.toString()}`, context, first));
    opened.push(timeline);
    return timeline;
  };
  return {
    open: async (search = {}, context) => {
      const timeline = await load(search, context);
      await timeline.untilRows();
      return timeline;
    },
    openEmpty: (search = {}, context) => load({ size: 0, now: NOW, ...search }, context),
    openOn: async (rows = knownRuns, search = {}, context) => {
      const timeline = await load({ size: 0, now: NOW, ...search }, context);
      await timeline.until("the first page has come", () => document.querySelector(".fst-root .fst-message") !== null, null);
      await timeline.serve(rows);
      await timeline.untilRows();
      return timeline;
    },
  };
}

const SHARED = path.resolve("..", "shared", "data", "desktop-flow-runs-automation-kit.csv");

/** The real runs, where they are: they are not part of the project. */
export function realRuns(): string | null {
  if (existsSync(SHARED)) return SHARED;
  console.warn(`${SHARED} is not there: what is true of the real runs only is not tested, generated runs stand in for the rest.`);
  return null;
}
