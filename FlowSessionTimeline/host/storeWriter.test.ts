import { Work } from "../base/work";
import { TestClock } from "../../tests/support/testClock";
import { StoreWriter } from "./storeWriter";

function rig() {
  const clock = new TestClock();
  clock.costPerLook = 100;
  const said: string[] = [];
  const writer = new StoreWriter(clock);
  const work = (name: string, steps: number) => function* (): Work<void> {
    for (let step = 1; step <= steps; step++) {
      said.push(`${name}${step}`);
      yield;
    }
  };
  const write = (name: string, steps: number): (() => void) => writer.write(work(name, steps), () => void said.push(`${name}!`));
  return { clock, said, writer, write };
}

it("one work after the other, small work at once", async () => {
  const { clock, said, write } = rig();
  write("a", 0);
  expect(said).toEqual(["a!"]);
  write("b", 2);
  write("c", 1);
  await clock.advance(10);
  expect(said).toEqual(["a!", "b1", "b2", "b!", "c1", "c!"]);
});

it("work that is given up is never done, whether it waits or has begun", async () => {
  const { clock, said, write } = rig();
  const stopFirst = write("a", 3);
  const stopSecond = write("b", 1);
  write("c", 1);
  stopSecond();
  stopFirst();
  await clock.advance(10);
  expect(said).toEqual(["a1", "c1", "c!"]);
});

it("nothing goes on once all is stopped", async () => {
  const { clock, said, writer, write } = rig();
  write("a", 3);
  write("b", 1);
  writer.stop();
  await clock.advance(10);
  expect(said).toEqual(["a1"]);
});
