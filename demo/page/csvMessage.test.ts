import { readCsv } from "../data/csv";
import { csvMessage, type CsvMessage } from "./csvMessage";

const id = "8ef3a619-47a7-ec11-983f-000d3a59a197";
const messageOf = (text: string): CsvMessage | null => csvMessage({ kind: "csv", name: "runs.csv", count: 0, ...readCsv(text) });

it("is nothing for a file without a problem", () => {
  expect(messageOf(`flowsessionid\n${id}\n${id}`)).toBeNull();
});

it("tells by the way what is not used", () => {
  expect(messageOf(`flowsessionid,colour\n${id},red`)).toEqual({ kind: "info", text: "runs.csv: 1 of 1 rows shown.", details: ["Line 1: Columns that are not used: colour"] });
});

it("names line and column of what could not be read", () => {
  expect(messageOf(`flowsessionid,startedon\n${id},soon\n7,\n${id},2026-01-01`)).toEqual({
    kind: "warning", text: "runs.csv: 2 of 3 rows shown; 1 cell could not be read.",
    details: [expect.stringMatching(/^Line 2, column startedon: "soon" is not a date/), expect.stringMatching(/^Line 3, column flowsessionid: "7" is not an id/)],
  });
});

it("lists a hundred problems and counts the others", () => {
  const message = messageOf(`flowsessionid\n${"x\n".repeat(150)}`);
  expect(message?.details).toHaveLength(101);
  expect(message?.details[100]).toBe("… and 50 more.");
});

it("says why a file cannot be shown at all", () => {
  expect(messageOf("a,b\n1,2")).toMatchObject({ kind: "error", text: expect.stringMatching(/^runs\.csv cannot be shown\. Line 1: The first line must name the columns/) });
});
