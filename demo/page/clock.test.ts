import { startClockAt } from "./clock";

const now = Date.UTC(2026, 0, 15, 12);

function shifted(): DateConstructor {
  const page = { Date };
  startClockAt(now, page);
  return page.Date;
}

it("starts at the given time and goes on", () => {
  const Shifted = shifted();
  const first = Shifted.now();
  expect(first - now).toBeLessThan(5_000);
  expect(first).toBeGreaterThanOrEqual(now);
  expect(new Shifted().getTime()).toBeGreaterThanOrEqual(first);
});

it("leaves given dates as they are", () => {
  const Shifted = shifted();
  expect(new Shifted("2020-01-01T00:00:00Z").toISOString()).toBe("2020-01-01T00:00:00.000Z");
  expect(new Shifted(0).getTime()).toBe(0);
  expect(Shifted.UTC(2020, 0)).toBe(Date.UTC(2020, 0));
  expect(Shifted.parse("2020-01-01")).toBe(Date.parse("2020-01-01"));
  expect(new Shifted()).toBeInstanceOf(Date);
});
