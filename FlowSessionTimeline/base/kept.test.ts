import { kept } from "./kept";

test("what is made of an object is made once, of each object", () => {
  const made: object[] = [];
  const of = kept((key: object) => made.push(key));
  const [one, other] = [{}, {}];
  expect([of(one), of(other), of(one), of(other)]).toEqual([1, 2, 1, 2]);
  expect(made).toEqual([one, other]);
});

test("nothing is looked up for what is falsy but there", () => {
  let made = 0;
  const of = kept(() => made++ * 0);
  const key = {};
  expect([of(key), of(key), made]).toEqual([0, 0, 1]);
});
