import { DARK, LIGHT } from "./grounds";
import { palette } from "./palette";
import { signVariables } from "./signImages";

const imageOf = (variables: Readonly<Record<string, string>>, name: string): string => decodeURIComponent(/^url\("data:image\/svg\+xml,(.+)"\)$/.exec(variables[name])?.[1] ?? "");

describe("the images of status marks", () => {
  it.each([["light", LIGHT], ["dark", DARK]] as const)("wear the colours of the %s palette", (kind, ground) => {
    const variables = signVariables(palette(kind, "#0f6cbd"));
    for (const family of ["ok", "failed", "open", "stopped", "other"] as const) expect(imageOf(variables, `--fst-sign-${family}`)).toContain(`fill="${ground.color[family]}"`);
    for (const name of ["--fst-sign-ghost", "--fst-twisty-closed", "--fst-twisty-closed-rtl", "--fst-twisty-opened"]) expect(imageOf(variables, name)).toContain(`stroke="${ground.color.textFaint}"`);
  });

  it("differ in shape, so that colour is not needed", () => {
    const shapes = Object.values(signVariables(palette("light", "#0f6cbd"))).map((value) => /%20d%3D%22(.+?)%22/.exec(value)?.[1]);
    expect(shapes).not.toContain(undefined);
    expect(new Set(shapes).size).toBe(shapes.length);
  });

  it("break no CSS: a quote or a bracket would end the variable", () => {
    for (const value of Object.values(signVariables(palette("light", "#0f6cbd")))) expect(value.slice(5, -2)).not.toMatch(/["\\<>#]/);
  });
});
