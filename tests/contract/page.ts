import type { EmulatedHost, EmulatedTable } from "../../emulator";

/** Long enough for a page of rows with all passes that follow it. */
const FETCH_MS = 200;
const ANSWER_MS = 50;

/** React's own `act`, of the version that the host has. */
export type Act = (run: () => Promise<void>) => Promise<unknown>;

/** One mounted control, as a user finds it. Time is jest's. */
export class Page {
  public constructor(public readonly host: EmulatedHost, public readonly container: HTMLElement, public readonly table: EmulatedTable, private readonly act: Act) {}

  public async wait(ms = FETCH_MS): Promise<void> {
    await this.act(async () => void (await jest.advanceTimersByTimeAsync(ms)));
  }

  public all(selector: string): HTMLElement[] {
    return [...document.querySelectorAll<HTMLElement>(selector)];
  }

  /** @throws if nothing matches */
  public one(selector: string): HTMLElement {
    const [found] = this.all(selector);
    if (!found) throw new Error(`nothing matches ${selector}`);
    return found;
  }

  /** The button whose name begins so. @throws if there is none */
  public button(name: string): HTMLElement {
    const found = this.all("button").find((button) => [button.getAttribute("aria-label"), button.textContent].some((one) => one?.trim().startsWith(name)));
    if (!found) throw new Error(`no button ${name}`);
    return found;
  }

  public get rows(): HTMLElement[] {
    return this.all("[role=treegrid] [role=row]");
  }

  /** The first row of a run. @param family a status family, any if absent */
  public aRun(family = "(failed|open|ok|stopped|other)"): HTMLElement {
    const found = this.rows.find((row) => new RegExp(`^${family}$`).test(row.dataset.mark ?? ""));
    if (!found) throw new Error(`no row of a run: ${family}`);
    return found;
  }

  public click(element: HTMLElement): Promise<void> {
    return this.does(() => element.click());
  }

  /** Clicks on a run's name, not on its twisty, which lies at the edge. */
  public clickRun(family?: string): Promise<void> {
    return this.does(() => this.aRun(family).dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, clientX: 200 })));
  }

  private async does(action: () => unknown): Promise<void> {
    await this.act(async () => void action());
    await this.wait(ANSWER_MS);
  }
}
