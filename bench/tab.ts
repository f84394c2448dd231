/** One page in a browser of its own, with the figures that the browser keeps about it. */
import { chromium, type Browser, type CDPSession, type Page } from "playwright-core";
import { CHROMIUM_FLAGS, findChromium } from "../scripts/chromium";
import { CATEGORIES, readTrace, Traced, TraceEvent } from "./trace";

const FLAGS = [...CHROMIUM_FLAGS, "--disable-smooth-scrolling", "--force-device-scale-factor=1", "--js-flags=--expose-gc"];
const VIEWPORT = { width: 1280, height: 900 };
/** The page is at rest when its main thread did less than this, in CPU ms, in each of two looks. */
const REST_MS = 3;
const LOOK_MS = 80;

// Playwright closes its browsers on this signal and lets the program go on; leaving kills them too.
process.once("SIGTERM", () => process.exit(143));

export interface Section extends Traced {
  /** CPU ms of the main thread. */
  readonly main: number;
}

export class Tab {
  private readonly failures = new Set<string>();

  private constructor(private readonly browser: Browser, public readonly page: Page, public readonly cdp: CDPSession, private readonly tracing: CDPSession) {
    page.on("pageerror", (error) => this.failures.add(error.message));
  }

  /** What nothing in the page caught, each once. */
  public get errors(): readonly string[] {
    return [...this.failures];
  }

  public static async open(address: string): Promise<Tab> {
    const browser = await chromium.launch({ executablePath: findChromium(), args: FLAGS });
    const context = await browser.newContext({ viewport: VIEWPORT, timezoneId: "UTC", locale: "en-GB" });
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    const tab = new Tab(browser, page, cdp, await browser.newBrowserCDPSession());
    await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
    await page.goto(address);
    return tab;
  }

  public close(): Promise<void> {
    return this.browser.close();
  }

  /** CPU ms of the main thread since the page was opened. */
  public async mainMs(): Promise<number> {
    const { metrics } = await this.cdp.send("Performance.getMetrics");
    return (metrics.find((one) => one.name === "TaskDuration")?.value ?? NaN) * 1000;
  }

  /** Waits until the main thread rests. @param capMs gives up after this */
  public async rest(capMs = 60_000): Promise<void> {
    let before = await this.mainMs();
    for (let looks = 0, until = Date.now() + capMs; looks < 2 && Date.now() < until; ) {
      await this.page.waitForTimeout(LOOK_MS);
      const now = await this.mainMs();
      looks = now - before < REST_MS ? looks + 1 : 0;
      before = now;
    }
  }

  /** Runs something and tells what it cost the main thread, task by task. */
  public async section(run: () => Promise<unknown>): Promise<Section> {
    const events: TraceEvent[] = [];
    const collect = ({ value }: { value: unknown[] }): void => {
      for (const event of value as TraceEvent[]) if (event.name === "RunTask" || event.cat.includes("user_timing")) events.push(event);
    };
    this.tracing.on("Tracing.dataCollected", collect);
    await this.tracing.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { recordMode: "recordUntilFull", includedCategories: CATEGORIES } });
    const before = await this.mainMs();
    await run();
    const main = (await this.mainMs()) - before;
    const ended = new Promise<void>((resolve) => this.tracing.once("Tracing.tracingComplete", () => resolve()));
    await this.tracing.send("Tracing.end");
    await ended;
    this.tracing.off("Tracing.dataCollected", collect);
    return { ...readTrace(events), main };
  }

  /** What comes after it pays for its own garbage alone. One collection, as any page has: what DevTools offers is made for want of memory (docs/decisions/0036). */
  public async collectGarbage(): Promise<void> {
    await this.page.evaluate("gc()");
  }

  /** Heap of the page after garbage collection, with typed arrays and the browser's own objects, in bytes. */
  public async heap(): Promise<number> {
    for (let turn = 0; turn < 3; turn++) await this.collectGarbage();
    // The protocol's types are older than the last two.
    const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = (await this.cdp.send("Runtime.getHeapUsage")) as { usedSize: number; embedderHeapUsedSize?: number; backingStorageSize?: number };
    return usedSize + embedderHeapUsedSize + backingStorageSize;
  }

  /** One trusted notch of the wheel; ends when the page has handled it. */
  public async wheel(x: number, y: number, deltaY: number, modifier: 0 | 2 | 8 = 0): Promise<void> {
    await this.cdp.send("Input.dispatchMouseEvent", { type: "mouseWheel", x, y, deltaX: 0, deltaY, modifiers: modifier });
  }

  /** CPU ms of a fixed piece of work, the least of three: how fast the machine is for this page just now. */
  public async calibrate(work: () => Promise<unknown>): Promise<number> {
    let least = Infinity;
    for (let turn = 0; turn < 3; turn++) {
      const before = await this.mainMs();
      await work();
      least = Math.min(least, (await this.mainMs()) - before);
    }
    return least;
  }
}
