/** Dialogs that the control opened and that wait for their user. */
import type { OpenDialog } from "./events";
import type { HostServices } from "./services";

export class Dialogs {
  readonly open: OpenDialog[] = [];

  constructor(private readonly services: HostServices) {}

  /** @returns whether the user confirmed. */
  ask(dialog: Omit<OpenDialog, "close">): Promise<boolean> {
    return new Promise(resolve => {
      const waiting: OpenDialog = {
        ...dialog,
        close: confirmed => {
          const place = this.open.indexOf(waiting);
          if (place < 0) throw new Error("this dialog is closed already");
          this.open.splice(place, 1);
          resolve(confirmed);
        },
      };
      this.open.push(waiting);
      this.services.recorder.emit("dialogOpened", waiting);
    });
  }
}
