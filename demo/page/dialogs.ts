/** Modal dialogs of the host: those that the control opens, and those of the command bar. */
import type { LookupCell, OpenDialog } from "../../emulator";
import { element, type Child } from "./dom";

interface DialogText { readonly title: string; readonly body: readonly Child[]; readonly confirm: string; readonly cancel: string | null }

/** @returns whether the user confirmed; Escape cancels. */
function ask({ title, body, confirm, cancel }: DialogText): Promise<boolean> {
  return new Promise(resolve => {
    const button = (text: string, value: string, className: string): HTMLElement => element("button", className, [text], { attributes: { value } });
    const dialog = element("dialog", "dialog", [
      element("form", "", [
        element("h2", "", [title]),
        element("div", "dialog-body", body),
        element("div", "dialog-buttons", [button(confirm, "confirm", "button primary"), cancel === null ? null : button(cancel, "cancel", "button")]),
      ], { attributes: { method: "dialog" } }),
    ], { attributes: { "aria-label": title } });
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "confirm");
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

export function showHostDialog({ kind, title, text, details, confirmLabel, cancelLabel, close }: OpenDialog): void {
  const headings = { alert: "Message", confirm: "Please confirm", error: "Error" } as const;
  const body = [element("p", "", [text]), details === undefined ? null : element("pre", "", [details])];
  void ask({ title: title ?? headings[kind], body, confirm: confirmLabel ?? "OK", cancel: kind === "confirm" ? cancelLabel ?? "Cancel" : null }).then(close);
}

const runs = (count: number): string => (count === 1 ? "1 run" : `${count} runs`);

export function confirmDelete(count: number): Promise<boolean> {
  return ask({ title: `Delete ${runs(count)}?`, body: [element("p", "", ["They are removed from the demo's table. Reload the page to have them back."])], confirm: "Delete", cancel: "Cancel" });
}

/** @returns the new owner; null: cancelled. */
export async function askOwner(count: number, owners: readonly LookupCell[]): Promise<LookupCell | null> {
  const select = element("select", "field-input", owners.map(({ id, name }) => element("option", "", [name], { attributes: { value: id } })), { attributes: { "aria-label": "New owner" } });
  const confirmed = await ask({ title: `Assign ${runs(count)}`, body: [element("label", "", ["New owner", select])], confirm: "Assign", cancel: "Cancel" });
  return confirmed ? owners.find(({ id }) => id === select.value) ?? null : null;
}
