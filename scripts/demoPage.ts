/** The demo in a headless browser, for browser tests and screenshots: one server and one browser, both ended together. */
import path from "node:path";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import "../demo/page/handle";
import { buildDemo } from "../demo/build";
import type { Org } from "../demo/server/orgArguments";
import { startServer } from "../demo/server/server";
import { CHROMIUM_FLAGS, findChromium } from "./chromium";

/** Ports are tried upwards from here, away from the one that `npm start` uses. */
const FIRST_PORT = 8400;

export interface DemoPages {
  /** Opens the page in a browser context of its own. @param search the demo's address, from the question mark on @param first run in the page before its own scripts */
  open(search: string, context?: BrowserContextOptions, first?: readonly (() => void)[]): Promise<Page>;
  close(): Promise<void>;
}

/** @param csv a file for the page's `data`, or null @param org a Dataverse that the page shows in place of its own data, or null */
export async function demoPages(csv: string | null, flags: readonly string[] = [], org: Org | null = null): Promise<DemoPages> {
  const root = process.cwd();
  const server = await startServer({ root, ...(await buildDemo(root)), data: csv === null ? null : path.resolve(csv), org }, FIRST_PORT);
  const browser: Browser = await chromium.launch({ executablePath: findChromium(), args: [...CHROMIUM_FLAGS, ...flags] });
  return {
    open: async (search, context = {}, first = []) => {
      const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, timezoneId: "America/New_York", ...context })).newPage();
      for (const script of first) await page.addInitScript(script);
      await page.goto(`http://127.0.0.1:${server.port}/${search}`);
      await page.waitForFunction(() => (window.demo ?? window.solutionDemo)?.ready === true);
      return page;
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
