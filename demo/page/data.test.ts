import { pageSizeOf } from "./data";

const generated = { kind: "generated" as const, count: 0 };
const csv = { kind: "csv" as const, count: 7_000 };

it("a grid has the user's 250 rows per page, a subgrid the maker's four, a CSV enough to spare the clicks", () => {
  expect(pageSizeOf({ pageSize: null, place: "grid" }, generated)).toBe(250);
  expect(pageSizeOf({ pageSize: null, place: "phone" }, generated)).toBe(250);
  expect(pageSizeOf({ pageSize: null, place: "grid" }, csv)).toBe(5_000);
  expect(pageSizeOf({ pageSize: null, place: "form" }, csv)).toBe(4);
  expect(pageSizeOf({ pageSize: null, place: "machine" }, generated)).toBe(4);
});

it("the address decides where it says something", () => {
  expect(pageSizeOf({ pageSize: 25, place: "form" }, csv)).toBe(25);
  expect(pageSizeOf({ pageSize: "all", place: "grid" }, csv)).toBe(7_000);
  expect(pageSizeOf({ pageSize: "all", place: "grid" }, generated)).toBe(1);
});
