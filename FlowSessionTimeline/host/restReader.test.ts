import { runToEnd } from "../base/work";
import { BlockReader } from "../domain/blockReader";
import { guid, oneByOne, STATUSES } from "../domain/run.testing";
import { RunStore } from "../domain/runStore";
import { TestClock } from "../../tests/support/testClock";
import { RestReader } from "./restReader";
import { StoreWriter } from "./storeWriter";

const ROWS = 600;
const PATIENCE_MS = 2000;
const PEACE_MS = 300;

/** A store that holds placed runs, and what was said when the rest was read. */
function rig(onName: (row: number) => void = () => undefined) {
  const clock = new TestClock();
  const store = new RunStore(STATUSES);
  let at = 0;
  const cells = { length: ROWS, seek: (row: number) => ((at = row), true), id: () => guid(at), text: () => "", value: (column: string) => {
    if (column === "name") onName(at);
    return "2026-01-15T10:00:00Z";
  } };
  runToEnd(store.placeInSlices(new BlockReader(oneByOne(cells), new Map([["startedOn", "startedon"], ["runName", "name"]] as const), store.tables, STATUSES), "remove"));
  const writer = new StoreWriter(clock);
  let done = 0;
  const reader = new RestReader(store, writer, clock, () => void done++);
  return { clock, store, writer, reader, done: () => done };
}

it("reads the rest when a picture has been drawn and nothing more is drawn", async () => {
  const { clock, store, reader, done } = rig();
  reader.begin();
  await clock.advance(PATIENCE_MS / 2);
  reader.pictured();
  await clock.advance(PEACE_MS - 1);
  reader.pictured();
  await clock.advance(PEACE_MS - 1);
  expect(store.isRestDue).toBe(true);
  await clock.advance(1);
  expect([store.isRestDue, done(), clock.pending]).toEqual([false, 1, 0]);
});

it("reads it although nothing is drawn, or something is drawn all the time", async () => {
  const hidden = rig();
  hidden.reader.begin();
  await hidden.clock.advance(PATIENCE_MS);
  expect([hidden.store.isRestDue, hidden.done()]).toEqual([false, 1]);
  const busy = rig();
  busy.reader.begin();
  for (let ms = 0; ms < PATIENCE_MS; ms += 100) {
    busy.reader.pictured();
    await busy.clock.advance(100);
  }
  expect([busy.store.isRestDue, busy.done()]).toEqual([false, 1]);
});

it("reads in slices, which frames do not put off", async () => {
  const { clock, store, reader, done } = rig((row) => {
    if (row === 300) reader.pictured();
  });
  clock.costPerLook = 100;
  reader.begin();
  await clock.advance(PATIENCE_MS + 10);
  expect([store.isRestDue, done(), clock.pending]).toEqual([false, 1, 0]);
});

it("waits for nothing where nothing is left", () => {
  const { clock, store, reader } = rig();
  runToEnd(store.readRest());
  reader.begin();
  reader.pictured();
  expect(clock.pending).toBe(0);
});

it.each(["before a picture", "after it", "while it is read"])("is stopped %s", async (when) => {
  const { clock, store, reader, done } = rig((row) => {
    if (row === 300) reader.stop();
  });
  clock.costPerLook = 100;
  reader.begin();
  if (when !== "before a picture") reader.pictured();
  if (when === "while it is read") await clock.advance(PEACE_MS);
  else reader.stop();
  reader.pictured();
  expect(clock.pending).toBe(0);
  await clock.advance(PATIENCE_MS);
  expect([store.isRestDue, done()]).toEqual([true, 0]);
});
