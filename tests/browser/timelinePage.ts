import type { ElementHandle, Page } from "playwright-core";
import type { EmulatedRow } from "../../emulator";
import { installProbe, type BarOnScreen, type RowOnScreen } from "./probe";

/** How long a condition may take before the test gives up, ms; it is awaited, never slept. */
const PATIENCE_MS = 15_000;

/** The demo in a browser, as a test sees it: what is on screen, and hands. */
export class TimelinePage {
  /** Errors that nothing caught, and failed assertions of React. */
  public readonly pageErrors: string[] = [];

  public constructor(public readonly page: Page) {
    page.on("pageerror", (error) => this.pageErrors.push(error.message));
  }

  /** Waits for a condition in the page. @param what said when it never comes true */
  public async until<Arg>(what: string, condition: (arg: Arg) => unknown, arg: Arg, patienceMs = PATIENCE_MS): Promise<void> {
    try {
      // Playwright types what it hands to the page more narrowly than a generic can be.
      await this.page.waitForFunction(condition as (arg: unknown) => unknown, arg, { timeout: patienceMs, polling: "raf" });
    } catch (error) {
      const text = await this.page.evaluate(() => document.querySelector(".fst-root")?.textContent ?? document.body.innerText);
      throw new Error(`Not so: ${what}. The control says: ${text.slice(0, 400)}\n${String(error)}`);
    }
  }

  /** Gives the emulated server other rows and has the control fetch them. */
  public async serve(rows: readonly EmulatedRow[]): Promise<void> {
    await this.page.evaluate((given) => {
      window.demo?.table?.setRows(given as never);
      window.demo?.host?.refresh();
    }, rows as unknown);
  }

  public async untilRows(): Promise<void> {
    await this.until("rows are drawn", () => document.querySelector(".fst-root .fst-row") !== null && document.querySelector(".fst-skeleton") === null, null);
    await this.frame();
    await this.page.evaluate(installProbe);
  }

  /** The next frame has been painted. */
  public async frame(): Promise<void> {
    await this.page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))));
  }

  public rows(): Promise<RowOnScreen[]> {
    return this.page.evaluate(() => window.fstProbe?.rows() ?? []);
  }

  /** The row with this label. @throws if it is not in view */
  public async row(label: string): Promise<RowOnScreen> {
    const rows = await this.rows();
    const found = rows.find((one) => one.label === label);
    if (!found) throw new Error(`No row "${label}" in view, but ${rows.map((one) => one.label).join(", ")}`);
    return found;
  }

  /** The row with this label, with a bar. @throws if there is none in view */
  public async bar(label: string): Promise<RowOnScreen & { readonly bar: NonNullable<RowOnScreen["bar"]> }> {
    const found = await this.row(label);
    const { bar } = found;
    if (!bar) throw new Error(`Beside row "${label}" there is no bar.`);
    return { ...found, bar };
  }

  /** Looks once a frame until what is read is as wished, and gives it back. @param what said when it never is */
  public async eventually<T>(what: string, read: () => Promise<T>, isGood: (value: T) => boolean): Promise<T> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const value = await read();
      if (isGood(value)) return value;
      if (Date.now() > deadline) throw new Error(`Not so: ${what}. It is ${JSON.stringify(value)}`);
      await this.frame();
    }
  }

  public untilBar(label: string, what: string, isGood: (bar: BarOnScreen) => boolean): Promise<RowOnScreen | undefined> {
    return this.eventually(
      `the bar of ${label} ${what}`,
      async () => (await this.rows()).find((one) => one.label === label),
      (row) => Boolean(row?.bar && isGood(row.bar))
    );
  }

  /** The status line's facts. */
  public facts(): Promise<string> {
    return this.text(".fst-facts");
  }

  public async untilFacts(part: string): Promise<void> {
    await this.until(`the status line says "${part}"`, (wanted) => document.querySelector(".fst-root .fst-facts")?.textContent?.includes(wanted), part);
  }

  /** The text of an element in the control, "" if there is none. */
  public text(selector: string): Promise<string> {
    return this.page.evaluate((wanted) => document.querySelector(`.fst-root ${wanted}`)?.textContent ?? "", selector);
  }

  public async element(selector: string): Promise<ElementHandle> {
    return this.page.waitForSelector(selector, { timeout: PATIENCE_MS });
  }

  /** px of the viewport. */
  public async box(selector: string): Promise<{ readonly left: number; readonly top: number; readonly width: number; readonly height: number }> {
    const box = await (await this.element(selector)).boundingBox();
    if (!box) throw new Error(`${selector} is not visible.`);
    return { left: box.x, top: box.y, width: box.width, height: box.height };
  }

  /** Turns the wheel over a point, with keys held. */
  public async wheel(at: { readonly x: number; readonly y: number }, delta: { readonly x?: number; readonly y?: number }, held?: "Control" | "Shift"): Promise<void> {
    const { keyboard, mouse } = this.page;
    await mouse.move(at.x, at.y);
    if (held) await keyboard.down(held);
    await mouse.wheel(delta.x ?? 0, delta.y ?? 0);
    if (held) await keyboard.up(held);
  }

  /** Opens a menu of the toolbar and picks an entry. @param button CSS selector, or the button's accessible name */
  public async choose(button: string, entry: string): Promise<void> {
    await this.openMenu(button);
    await this.page.click(`.ms-ContextualMenu [role^=menuitem]:has-text("${entry}")`, { timeout: PATIENCE_MS });
  }

  public async openMenu(button: string): Promise<void> {
    await this.page.click(button.startsWith(".") ? `.fst-root ${button}` : `.fst-root button[aria-label="${button}"]`, { timeout: PATIENCE_MS });
    await this.page.waitForSelector(".ms-ContextualMenu", { timeout: PATIENCE_MS });
  }

  /** What the command bar acts on. */
  public selected(): Promise<readonly string[]> {
    return this.page.evaluate(() => window.demo?.host?.selectedRecordIds ?? []);
  }

  public async untilSelected(ids: readonly string[]): Promise<void> {
    await this.until(`the host's selection is ${ids.join()}`, (wanted) => window.demo?.host?.selectedRecordIds.join() === wanted, ids.join());
  }

  /** What was opened, newest last. */
  public async untilOpened(id: string): Promise<void> {
    await this.until(`${id} is opened`, (wanted) => window.demo?.events.some(({ type, detail }) => type === "recordOpened" && (detail as { id: string }).id === wanted), id);
  }

  /** aria-rowindex of the row with the keyboard's focus, -1 if none has it. */
  public focusedRow(): Promise<number> {
    return this.page.evaluate(() => Number(document.activeElement?.closest(".fst-root [role=row]")?.getAttribute("aria-rowindex") ?? -1));
  }

  public async untilFocusedRow(index: number): Promise<void> {
    await this.until(`row ${index} has the focus`, (wanted) => document.activeElement?.closest(".fst-root [role=row]")?.getAttribute("aria-rowindex") === String(wanted), index);
  }

  /** Focus goes into the rows as by the Tab key. */
  public async focusRows(): Promise<void> {
    await this.page.focus(".fst-root [role=row][tabindex='0']");
  }

  public press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  /** What the host forbids and the control did, and what the control threw: nothing, on a good day. */
  public async wrongdoings(): Promise<readonly string[]> {
    const reported = await this.page.evaluate(() =>
      (window.demo?.events ?? [])
        .filter(({ type }) => type === "violation" || type === "error")
        .map(({ type, detail }) => `${type}: ${"message" in detail ? detail.message : "error" in detail ? String(detail.error) : ""}`)
        .concat((window.demo?.hosts ?? []).flatMap((host) => host.violations))
    );
    return [...this.pageErrors, ...reported];
  }
}
