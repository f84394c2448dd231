import { pseudoStrings, pseudoText } from "./pseudo";

it("brackets a text, accents it and makes it longer by a third at least", () => {
  const text = pseudoText("Started on");
  expect(text).toMatch(/^\[!!! .* !!!\]$/);
  expect(text).toBe("[!!! Ŝţààŕţééð ööñ !!!]");
  expect(text.length).toBeGreaterThan("Started on".length * 1.33);
});

it("keeps placeholders, digits and punctuation", () => {
  expect(pseudoText("{count} of {0}: 12 % …")).toBe("[!!! {count} ööƒ {0}: 12 % … !!!]");
});

it("keeps the keys", () => {
  expect(Object.keys(pseudoStrings({ A: "x", B: "y" }))).toEqual(["A", "B"]);
});

it("gives every letter another one", () => {
  const letters = "ABCDEFGHIJKLMNOPRSTUWYZabcdefghijklmnoprstuvwyz";
  for (const letter of letters) expect(pseudoText(letter)).not.toContain(`!!! ${letter} `);
});
