/** @jest-environment jsdom */
import fc from "fast-check";
import { someCase, someRepeatingCase, LoaderCase } from "../support/loaderCases";
import { LoaderTrial } from "../support/loaderTrial";

/** Always the same cases; a failure prints its seed and the path to the smallest case. */
const SEED = 20_260_115;
/** Many cases on a busy machine, in ms. */
const PATIENCE_MS = 240_000;

// How long it waits to ask again is the same each time, so that a case is.
beforeEach(() => void jest.spyOn(Math, "random").mockReturnValue(0.5));
afterEach(() => void jest.restoreAllMocks());

async function hold(trial: LoaderCase): Promise<void> {
  const played = new LoaderTrial(trial);
  try {
    await played.play();
  } finally {
    played.rig.host.unmount();
  }
  expect(played.rig.clock.pending).toBe(0);
}

describe("whatever happens, what is said to be here is what a plain scan of the table finds", () => {
  it("for any table, view, form, window, page size, fault and change", async () => {
    await fc.assert(fc.asyncProperty(someCase, hold), { seed: SEED, numRuns: 60 });
  }, PATIENCE_MS);

  it("for views that bring a row more than once", async () => {
    await fc.assert(fc.asyncProperty(someRepeatingCase, hold), { seed: SEED, numRuns: 20 });
  }, PATIENCE_MS);
});
