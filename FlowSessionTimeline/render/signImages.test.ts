import { readFileSync } from "node:fs";
import { DARK, LIGHT } from "./grounds";
import { palette } from "./palette";
import { signVariables, SIGNS } from "./signImages";
import { SIGN_PX } from "./signPaths";

/** The paths of the image, in the order of SIGNS. */
function pathsOf(variables: Readonly<Record<string, string>>): readonly string[] {
  const image = decodeURIComponent(/^url\("data:image\/svg\+xml,(.+)"\)$/.exec(variables["--fst-signs"])?.[1] ?? "");
  return image.match(/<path .+?\/>/g) ?? [];
}

const stylesheet = readFileSync("FlowSessionTimeline/css/FlowSessionTimeline.css", "utf8");

describe("the images of status marks", () => {
  it.each([["light", LIGHT], ["dark", DARK]] as const)("wear the colours of the %s palette", (kind, ground) => {
    const paths = pathsOf(signVariables(palette(kind, "#0f6cbd")));
    expect(paths).toHaveLength(SIGNS.length);
    for (const family of ["ok", "failed", "open", "stopped", "other"] as const) expect(paths[SIGNS.indexOf(family)]).toContain(`fill="${ground.color[family]}"`);
  });

  it("differ in shape, so that colour is not needed", () => {
    const shapes = pathsOf(signVariables(palette("light", "#0f6cbd"))).map((path) => / d="(.+?)"/.exec(path)?.[1]);
    expect(shapes).not.toContain(undefined);
    expect(new Set(shapes).size).toBe(SIGNS.length);
  });

  it.each(SIGNS)("show %s where the stylesheet looks for it", (sign) => {
    const rule = stylesheet.split("\n").find((line) => line.startsWith(`.fst-mark-${sign}::before {`)) ?? "";
    const place = Number(/background-position: (-?\d+)(px)? 0;/.exec(rule)?.[1]);
    expect(place + SIGNS.indexOf(sign) * SIGN_PX).toBe(0);
  });

  it("break no CSS: a quote or a bracket would end the variable", () => {
    for (const value of Object.values(signVariables(palette("light", "#0f6cbd")))) expect(value.slice(5, -2)).not.toMatch(/["\\<>#]/);
  });
});
