import { createVirtualClock } from "./clock";

test("tasks run in the order in which they are due, each at its own time", async () => {
  const clock = createVirtualClock(1000);
  const ran: [string, number][] = [];
  clock.after(20, () => void ran.push(["late", clock.now()]));
  clock.after(10, () => {
    ran.push(["early", clock.now()]);
    clock.after(5, () => void ran.push(["nested", clock.now()]));
  });
  clock.after(10, () => void ran.push(["second", clock.now()]));
  await clock.advance(30);
  expect(ran).toEqual([["early", 1010], ["second", 1010], ["nested", 1015], ["late", 1020]]);
  expect([clock.now(), clock.pending]).toEqual([1030, 0]);
});

test("a cancelled task does not run, and promises settle between tasks", async () => {
  const clock = createVirtualClock();
  const ran: string[] = [];
  const cancel = clock.after(1, () => void ran.push("cancelled"));
  clock.after(1, () => void Promise.resolve().then(() => ran.push("promise")));
  clock.after(2, () => void ran.push("after"));
  cancel();
  await clock.advance(2);
  expect(ran).toEqual(["promise", "after"]);
});
