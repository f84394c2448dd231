import { readFileSync } from "node:fs";
import { STATUS_FAMILIES } from "../domain/status";
import { cssVariables, palette } from "./palette";
import { SIGN_VARIABLES } from "./signShapes";

const stylesheet = readFileSync("FlowSessionTimeline/css/FlowSessionTimeline.css", "utf8");
const declared = { ...cssVariables(palette("light", "#0f6cbd")), ...SIGN_VARIABLES };

describe("the status marks of the DOM", () => {
  it("differ in shape, so that colour is not needed", () => {
    expect(new Set(Object.values(SIGN_VARIABLES)).size).toBe(STATUS_FAMILIES.length);
  });

  it.each(STATUS_FAMILIES)("wear the colour and the outline of %s in the stylesheet", (family) => {
    const rule = stylesheet.split("\n").find((line) => line.startsWith(`.fst-mark-${family}::before {`)) ?? "";
    const variables = [...rule.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name);
    expect(variables).toEqual([`--fst-${family}`, `--fst-sign-${family}`]);
    for (const name of variables) expect(declared[name]).toBeTruthy();
  });

  it("are outlines that CSS can read", () => {
    for (const value of Object.values(SIGN_VARIABLES)) expect(value).toMatch(/^path\(evenodd,"[MmAaLlZzHhVv0-9 .,-]+"\)$/);
  });
});
