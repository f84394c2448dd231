import * as fc from "fast-check";
import { readableError } from "./innerError";

describe("a readable error", () => {
  it.each([
    ["plain text", "  The machine is offline. ", "The machine is offline."],
    ["nothing", "", ""],
    ["an OData error", '{"error":{"code":"0x80040265","message":"No machine was found."}}', "No machine was found."],
    ["errors inside errors, outermost first", '{"message":"Flow failed.","innererror":{"message":"Click failed.","stacktrace":"at X.Y()"}}', "Flow failed.\nClick failed."],
    ["the same sentence once", '{"message":"Offline.","details":[{"message":"Offline."},{"message":"Retry."}]}', "Offline.\nRetry."],
    ["JSON in a string of JSON", JSON.stringify({ error: JSON.stringify({ Message: "Deep." }) }), "Deep."],
    ["words before and after JSON", 'Action failed: {"message":"Not found."} Try again.', "Action failed:\nNot found.\nTry again."],
    ["a list", '[{"description":"One."},{"reason":"Two."}]', "One.\nTwo."],
    ["an error as plain text", '{"error":"Timed out"}', "Timed out"],
    ["braces that are no JSON", "Element {button} was not found", "Element {button} was not found"],
    ["JSON without a sentence", '{"code":5}', '{"code":5}'],
  ])("is found in %s", (_, text, expected) => {
    expect(readableError(text)).toBe(expected);
  });

  it("survives great depth and length", () => {
    const deep = `${'{"innererror":'.repeat(5000)}{"message":"Deep."}${"}".repeat(5000)}`;
    expect(readableError(deep)).toBe("Deep.");
    expect(readableError(`[${"1,".repeat(300_000)}1]`)).toHaveLength(600_003);
  });

  it("never throws and never loses a text altogether", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.tuple(fc.string(), fc.json(), fc.string()).map((parts) => parts.join(""))), (text) => {
      expect(readableError(text) === "").toBe(text.trim() === "");
    }), { numRuns: 500 });
  });

  it("finds a message at any depth of lists and errors", () => {
    fc.assert(fc.property(fc.array(fc.constantFrom("error", "innererror", "details", "[]", "text"), { maxLength: 12 }), (path) => {
      const wrapped = path.reduce<unknown>(
        (inner, step) => (step === "[]" ? [inner] : step === "text" ? { content: JSON.stringify(inner) } : { [step]: inner }), { message: "Found it." },
      );
      expect(readableError(JSON.stringify(wrapped))).toBe("Found it.");
    }));
  });
});
