import { Remembered } from "./remembered";

describe("what is remembered", () => {
  it("is made once, for each row and second, until what it is made from changes", () => {
    const made: string[] = [];
    const remembered = new Remembered<string>();
    const ask = (key: number, second: number): string => remembered.of(key, second, () => {
      made.push(`${key} at ${second}`);
      return `${key}`;
    });
    const store = {};
    remembered.rest(store, 1);
    expect([ask(1, -1), ask(1, -1), ask(2, 7), ask(2, 7), ask(2, 8)]).toEqual(["1", "1", "2", "2", "2"]);
    remembered.rest(store, 1);
    ask(1, -1);
    expect(made).toEqual(["1 at -1", "2 at 7", "2 at 8"]);
    remembered.rest(store, 2);
    ask(1, -1);
    remembered.rest({}, 2);
    ask(1, -1);
    expect(made.slice(3)).toEqual(["1 at -1", "1 at -1"]);
  });

  it("is forgotten one by one", () => {
    const made: number[] = [];
    const remembered = new Remembered<number>();
    const ask = (): number[] => [1, 2, 3].map((key) => remembered.of(key, -1, () => made.push(key)));
    ask();
    remembered.forget((key) => key === 2);
    expect([ask(), made]).toEqual([[1, 4, 3], [1, 2, 3, 2]]);
  });

  it("does not pile up in a long session", () => {
    const remembered = new Remembered<number>();
    let made = 0;
    for (let key = 0; key < 5_000; key++) remembered.of(key, -1, () => ++made);
    for (let key = 0; key < 5_000; key++) remembered.of(key, -1, () => ++made);
    expect(made).toBe(10_000);
  });
});
