import type { EmulatedRow } from "../../emulator";
import { createFormat } from "./format";

const row: EmulatedRow = { id: "a", cells: { startedon: "2026-07-15T22:30:00Z", statuscode: 8, machineid: { id: "m", table: "flowmachine", name: "VM-1" }, name: null } };

it("writes instants in the user's zone and language", () => {
  expect(createFormat({ lang: "de", zone: "Europe/Berlin" })(row, "startedon")).toEqual({ label: "Started On", text: "16.07.26, 00:30:00" });
  expect(createFormat({ lang: "en", zone: "America/New_York" })(row, "startedon").text).toMatch(/^7\/15\/26, 6:30:00\sPM$/);
});

it("writes choices by label, lookups by name and blanks as the host does", () => {
  const format = createFormat({ lang: "en", zone: "UTC" });
  expect(["statuscode", "machineid", "name", "createdon"].map(column => format(row, column).text)).toEqual(["Failed", "VM-1", "---", "---"]);
});
