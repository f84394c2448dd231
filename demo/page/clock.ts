/** Another time for the whole page, so that a state with open runs can be shown again: it starts at `now` and goes on as usual. */

/** Replaces the page's Date, for the control too, which reads no other clock. Call before the bundle loads. @param now epoch ms. */
export function startClockAt(now: number, page: { Date: DateConstructor } = globalThis): void {
  const RealDate = page.Date;
  const shift = now - RealDate.now();
  page.Date = new Proxy(RealDate, {
    construct: (target, args: unknown[], newTarget) => Reflect.construct(target, args.length === 0 ? [target.now() + shift] : args, newTarget) as object,
    apply: target => new target(target.now() + shift).toString(),
    get: (target, member) => (member === "now" ? () => target.now() + shift : (Reflect.get(target, member) as unknown)),
  });
}
