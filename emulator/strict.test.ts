import { NotModelledError, strictObject } from "./strict";

const setUp = () => {
  const violations: string[] = [];
  let size = 1;
  const report = { violation: (message: string) => void violations.push(message) };
  const object = strictObject("context.mode", { label: "runs", get size() { return size; } }, report, ["rowSpan"]);
  return { object, violations, grow: () => void size++ };
};
/** As a control in JavaScript would read it. */
const read = (object: object, key: string): unknown => Reflect.get(object, key);

test("a present member is read, and a getter stays live", () => {
  const { object, grow } = setUp();
  grow();
  expect([object.label, object.size]).toEqual(["runs", 2]);
});

test("a member known to be absent reads undefined and is no violation", () => {
  const { object, violations } = setUp();
  expect(read(object, "rowSpan")).toBeUndefined();
  expect(violations).toEqual([]);
});

test("touching an unmodelled member throws with its path, and is remembered even if the control swallows it", () => {
  const { object, violations } = setUp();
  expect(() => read(object, "colour")).toThrow(NotModelledError);
  expect(() => read(object, "colour")).toThrow("context.mode.colour is not modelled");
  expect(violations).toHaveLength(2);
});

test("assigning throws, to a known member as to a new one", () => {
  const { object, violations } = setUp();
  expect(() => Object.assign(object, { label: "other" })).toThrow("context.mode.label belongs to the host");
  expect(() => Object.assign(object, { mine: 1 })).toThrow("context.mode.mine belongs to the host");
  expect(object.label).toBe("runs");
  expect(violations).toHaveLength(2);
});

test("promises, JSON, spreading, symbols and string conversion do not trip over it", async () => {
  const { object, violations } = setUp();
  expect(await Promise.resolve(object)).toBe(object);
  expect(JSON.stringify(object)).toBe('{"label":"runs","size":1}');
  expect({ ...object }).toEqual({ label: "runs", size: 1 });
  expect(read(object, "constructor")).toBe(Object);
  expect(`${String(object)}${Reflect.get(object, Symbol.iterator) as undefined}`).toBe("[object Object]undefined");
  expect("colour" in object).toBe(false);
  expect(violations).toEqual([]);
});
