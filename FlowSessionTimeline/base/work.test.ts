import { runInSlices, runToEnd, Work, WorkHost } from "./work";

/** A clock that each step of work moves on by 10 ms, and a queue of tasks that the test runs. */
function makeHost(): { host: WorkHost; tasks: (() => void)[]; advance: () => void } {
  let time = 0;
  const tasks: (() => void)[] = [];
  const defer = (callback: () => void): (() => void) => {
    tasks.push(callback);
    return () => void tasks.splice(tasks.indexOf(callback), 1);
  };
  return { host: { now: () => time, defer }, tasks, advance: () => void (time += 10) };
}

function* countTo(end: number, onStep: () => void): Work<number> {
  for (let step = 0; step < end; step++) {
    onStep();
    yield;
  }
  return end;
}

describe("resumable work", () => {
  it("gives its result when run to its end", () => {
    expect(runToEnd(countTo(5, () => undefined))).toBe(5);
  });

  it("finishes at once if it is small", () => {
    const { host, tasks, advance } = makeHost();
    const done: number[] = [];
    runInSlices(countTo(2, advance), host, (value) => done.push(value));
    expect([done, tasks.length]).toEqual([[2], 0]);
  });

  it("goes on in a later task when a slice is used up", () => {
    const { host, tasks, advance } = makeHost();
    const done: number[] = [];
    let steps = 0;
    const step = (): void => {
      steps++;
      advance();
    };
    runInSlices(countTo(7, step), host, (value) => done.push(value));
    expect([steps, done.length, tasks.length]).toEqual([3, 0, 1]);
    while (tasks.length > 0) tasks.shift()?.();
    expect([steps, done]).toEqual([7, [7]]);
  });

  it("leaves nothing behind when it is cancelled between slices", () => {
    const { host, tasks, advance } = makeHost();
    const done: number[] = [];
    const cancel = runInSlices(countTo(9, advance), host, (value) => done.push(value));
    cancel();
    expect([tasks.length, done.length]).toEqual([0, 0]);
  });

  it("stops within a slice when a step cancels it", () => {
    const { host, tasks, advance } = makeHost();
    const done: number[] = [];
    let steps = 0;
    let cancel = (): void => undefined;
    cancel = runInSlices(countTo(9, () => {
      advance();
      if (++steps === 5) cancel();
    }), host, (value) => done.push(value));
    while (tasks.length > 0) tasks.shift()?.();
    expect([steps, done.length]).toEqual([5, 0]);
  });
});
