import { watchPixelRatio } from "./pixelRatio";

/** A window whose media queries are told to change by hand. */
class Screen {
  public devicePixelRatio = 1;
  public readonly asked: string[] = [];
  public readonly listeners = new Set<() => void>();
  public readonly element = { ownerDocument: { defaultView: this } } as unknown as Element;

  public matchMedia(query: string): Pick<MediaQueryList, "addEventListener" | "removeEventListener"> {
    this.asked.push(query);
    return {
      addEventListener: (_: string, listener: unknown) => void this.listeners.add(listener as () => void),
      removeEventListener: (_: string, listener: unknown) => void this.listeners.delete(listener as () => void),
    };
  }

  public moveTo(ratio: number): void {
    this.devicePixelRatio = ratio;
    for (const listener of [...this.listeners]) listener();
  }
}

describe("the pixel ratio", () => {
  it("is watched from screen to screen, and no longer than asked", () => {
    const screen = new Screen();
    const seen: number[] = [];
    const stop = watchPixelRatio(screen.element, () => void seen.push(screen.devicePixelRatio));
    screen.moveTo(2);
    screen.moveTo(1.25);
    expect(seen).toEqual([2, 1.25]);
    expect(screen.asked).toEqual(["(resolution: 1dppx)", "(resolution: 2dppx)", "(resolution: 1.25dppx)"]);
    expect(screen.listeners.size).toBe(1);
    stop();
    expect(screen.listeners.size).toBe(0);
  });
});
