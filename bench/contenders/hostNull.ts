/** What the emulated host costs: a control that reads every cell of every row and draws nothing. */
import { EmulatedContender } from "../host/emulatedContender";
import { nullControl, READ_EVENT } from "../host/nullControl";

const whole = (element: HTMLElement): Promise<void> => new Promise((resolve) => element.addEventListener(READ_EVENT, () => resolve(), { once: true }));

class HostNull extends EmulatedContender {
  public zoom(): void {
    // Takes the input and does nothing.
  }
}

window.contender = new HostNull(() => nullControl(window), whole);
