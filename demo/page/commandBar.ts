/** Buttons that act on the selection, as a model-driven app's command bar: disabled while they have nothing to act on. */
import { element, icon, type IconName } from "./dom";

export interface Command {
  readonly label: string;
  readonly icon: IconName;
  /** How many runs must be selected. */
  readonly needs: "none" | "one" | "some";
  run(ids: readonly string[]): void;
}

export class CommandBar {
  public readonly element: HTMLElement;
  private readonly buttons: readonly { readonly command: Command; readonly button: HTMLButtonElement; readonly text: HTMLElement }[];
  private ids: readonly string[] = [];

  /** @param name for screen readers. */
  public constructor(name: string, commands: readonly Command[]) {
    this.buttons = commands.map(command => {
      const text = element("span", "command-text");
      const button = element("button", "command", [icon(command.icon), text], { attributes: { type: "button" }, on: { click: () => command.run(this.ids) } });
      return { command, button, text };
    });
    this.element = element("div", "command-bar", this.buttons.map(({ button }) => button), { attributes: { role: "toolbar", "aria-label": name } });
    this.update([]);
  }

  /** @param ids what is selected. */
  public update(ids: readonly string[]): void {
    this.ids = ids;
    for (const { command, button, text } of this.buttons) {
      const enabled = command.needs === "none" || (command.needs === "one" ? ids.length === 1 : ids.length > 0);
      const label = enabled && command.needs === "some" ? `${command.label} (${ids.length})` : command.label;
      button.disabled = !enabled;
      button.title = label;
      button.setAttribute("aria-label", label);
      if (text.textContent !== label) text.textContent = label;
    }
  }
}
