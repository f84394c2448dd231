/** Takes the pictures of README and docs from the demo, with generated data at a fixed time: `npm run solution`, then `npm run screenshots`. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { demoPages, type DemoPages } from "./demoPage";

const FOLDER = path.join("docs", "images");
const BASE = "?data=generated&now=2026-06-03T10:20:00Z&seed=1";
const PACKED = "?solution=FlowSessionTimeline.zip,FlowSessionTimeline_Sessions.zip&now=2026-06-03T10:20:00Z&role=Flow Session Timeline Viewer";

/** Two million runs of three years. */
const LARGE = `${BASE}&size=2000000`;
/** Counting the days of so many takes a while. */
const COUNTING_MS = 120_000;

interface Shot {
  readonly name: string;
  readonly search: string;
  readonly width: number;
  readonly height: number;
  readonly act?: (page: Page) => Promise<void>;
}

const inspectFailure = async (page: Page): Promise<void> => {
  await page.click(".fst-tools button[aria-label='Go to the failure before']");
  await page.waitForSelector(".fst-why");
};

const openMachine = async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: "VM-FIN-01" }).click();
  await page.waitForSelector("[data-subgrid] .fst-row");
};

/** The days of all years are counted, as the minimap's name says. */
const untilCounted = async (page: Page): Promise<void> => {
  await page.waitForSelector(".fst-minimap[aria-label='Overview of all runs']", { timeout: COUNTING_MS });
};

const zoomOut = async (page: Page): Promise<void> => {
  await untilCounted(page);
  await page.focus(".fst-row[tabindex='0']");
  await page.keyboard.press("0");
  await page.waitForSelector(".fst-density-row");
};

const SHOTS: readonly Shot[] = [
  { name: "tree-light", search: `${BASE}&layout=tree&window=hours6`, width: 1440, height: 860, act: inspectFailure },
  { name: "tracks-dark", search: `${BASE}&layout=machine&theme=dark&pageSize=all`, width: 1440, height: 860 },
  { name: "form", search: `${BASE}&place=form`, width: 1280, height: 900 },
  { name: "right-to-left", search: `${BASE}&layout=tree&window=hours6&rtl=1`, width: 1280, height: 760 },
  { name: "phone", search: `${BASE}&layout=tree&window=hours6&chrome=0`, width: 320, height: 640, act: inspectFailure },
  { name: "large-table", search: `${LARGE}&window=days7`, width: 1440, height: 860, act: untilCounted },
  { name: "densities", search: LARGE, width: 1440, height: 860, act: zoomOut },
  { name: "packed-app", search: PACKED, width: 1280, height: 760 },
  { name: "packed-machine", search: `${PACKED}&page=fst_machines`, width: 1280, height: 760, act: openMachine },
];

async function screenshots(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const pages = await demoPages(null);
  try {
    for (const shot of SHOTS) await take(pages, shot);
  } finally {
    // Server and browser would keep this program alive.
    await pages.close();
  }
}

async function take(pages: DemoPages, { name, search, width, height, act }: Shot): Promise<void> {
  const page = await pages.open(search, { viewport: { width, height } });
  await page.waitForSelector(".fst-row, .plain-list");
  // What the server still sends would be in the picture or not.
  await page.waitForFunction(() => [...document.querySelectorAll(".fst-facts")].every((facts) => facts.textContent?.includes("all loaded")));
  await act?.(page);
  await page.mouse.move(0, 0);
  await page.waitForTimeout(500);
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`) });
  await page.close();
}

screenshots().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
