/** The control through its built production bundle, on the emulated host. Wheel and keys are the browser's own. */
import { installPage, type HostLibraries } from "../../emulator";
import { BenchRow } from "../page/contract";
import { EmulatedContender } from "../host/emulatedContender";

interface Platform { readonly React: HostLibraries["React"]; readonly FluentUIReact: unknown }

const { React, FluentUIReact } = window as unknown as Platform;
const registry = installPage(window, { react: React, fluent: FluentUIReact });

/** All rows are in the tree, and the first of them are on screen. */
const isWhole = (element: HTMLElement, rows: number): boolean =>
  element.querySelector(".fst-row") !== null && element.querySelector(".fst-skeleton") === null && Number(element.querySelector("[aria-rowcount]")?.getAttribute("aria-rowcount")) >= rows;

const whole = (element: HTMLElement, rows: number): Promise<void> =>
  new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!isWhole(element, rows)) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(element, { subtree: true, childList: true, attributes: true, attributeFilter: ["aria-rowcount"] });
  });

class Ours extends EmulatedContender {
  private scrollbar: HTMLElement | null = null;

  public override async mount(element: HTMLElement, rows: readonly BenchRow[]): Promise<void> {
    await super.mount(element, rows);
    this.scrollbar = element.querySelector(".fst-scrollbar")?.shadowRoot?.querySelector<HTMLElement>("[part=bar]") ?? null;
  }

  /** Rows outside the window stay in the list, as in every other contender: by the menu, as a user would. */
  public async arrange(): Promise<void> {
    const open = document.querySelector<HTMLElement>(`button[aria-label="${this.strings.More}"]`);
    open?.click();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const item = [...document.querySelectorAll<HTMLElement>(".ms-ContextualMenu-link")].find((one) => one.textContent?.includes(this.strings.All_Rows ?? "?"));
    if (!item) throw new Error("The menu has no entry for all rows.");
    item.click();
    await new Promise((resolve) => setTimeout(resolve, 700));
  }

  /** The list is short enough that the proxy scrollbar's offset is that of the rows. */
  public override scrollTo(y: number): void {
    if (this.scrollbar) this.scrollbar.scrollTop = y;
  }

  public chartLeft(): number {
    return (document.querySelector(".fst-plot")?.getBoundingClientRect().left ?? 0) + 1;
  }

  public focus(): void {
    document.querySelector<HTMLElement>('.fst-row[tabindex="0"]')?.focus();
  }

  /** Our root with all that it holds, and what Fluent put into layers of the body. */
  public elements(): { readonly elements: number; readonly rows: number } {
    return {
      elements: document.querySelectorAll(".fst-theme, .fst-theme *, .ms-Layer, .ms-Layer *, .ms-Fabric--isFocusHidden .ms-Layer-content *").length,
      rows: document.querySelectorAll(".fst-row").length,
    };
  }
}

window.contender = new Ours((name) => registry.resolve(name), whole);
