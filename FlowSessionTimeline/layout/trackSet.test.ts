import { named } from "../domain/run.testing";
import { modelOf, timed, UTC_ZONE } from "./picture.testing";
import { buildTrackSet } from "./trackSet";

describe("a set of tracks", () => {
  it("is packed with a stop after each track, however small they are", () => {
    const tracks = 200;
    const model = modelOf(Array.from({ length: 2 * tracks }, (_, n) => timed(n, n, n + 5, { flow: named(`Flow ${n % tracks}`) })));
    const work = buildTrackSet({ ...model, matches: null, zone: UTC_ZONE }, "flow");
    let slices = 1;
    for (let step = work.next(); !step.done; step = work.next()) slices++;
    expect(slices).toBeGreaterThan(tracks);
  });
});
