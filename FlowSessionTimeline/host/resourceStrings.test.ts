import { resourceStrings } from "./resourceStrings";

type Resources = ComponentFramework.Resources;

const resources = (texts: Readonly<Record<string, string>>, asked: string[] = []): Resources => ({
  getString: (key) => {
    asked.push(key);
    return texts[key] ?? key;
  },
  getResource: () => undefined,
});
const withDots = (n: number): string => String(n).replace(/(\d)(?=(\d{3})+$)/g, "$1.");

describe("texts of the resx", () => {
  it("have their places filled, as often as each stands there", () => {
    const strings = resourceStrings(resources({ Language: "en", Legend_Item: "{0}: {1} of {2}, {0}" }), String);
    expect(strings.text("Legend_Item", "Failed", "3", "7")).toBe("Failed: 3 of 7, Failed");
  });

  it("keep a place for which there is no value, and never fill in what a value brings along", () => {
    const strings = resourceStrings(resources({ Language: "en", Legend_Item: "{0} {1}" }), String);
    expect(strings.text("Legend_Item", "{1}")).toBe("{1} {1}");
  });

  it.each([
    ["en", ["0 runs", "1 run", "2 runs"]],
    ["fr", ["0 run", "1 run", "2 runs"]],
    ["ja", ["0 runs", "1 runs", "2 runs"]],
  ])("take the form of a number that %s asks for", (language, said) => {
    const strings = resourceStrings(resources({ Language: language, Runs_one: "{0} run", Runs_other: "{0} runs" }), String);
    expect([0, 1, 2].map((n) => strings.count("Runs", n))).toEqual(said);
  });

  it("write counts as the user does, before other values", () => {
    const strings = resourceStrings(resources({ Language: "de", Message_MatchElsewhere_other: "{0} in {1}" }), withDots);
    expect(strings.count("Message_MatchElsewhere", 12345, "x")).toBe("12.345 in x");
  });

  it("are asked for once", () => {
    const asked: string[] = [];
    const strings = resourceStrings(resources({ Language: "en" }, asked), String);
    for (let turn = 0; turn < 3; turn++) strings.text("Loading");
    expect(asked.filter((key) => key === "Loading")).toHaveLength(1);
  });

  it("are their keys on a host that has none", () => {
    const strings = resourceStrings(resources({}), String);
    expect([strings.text("Loading"), strings.count("Runs", 1), strings.count("Runs", 5)]).toEqual(["Loading", "Runs_one", "Runs_other"]);
  });

  it.each(["", "no language", "x"])("count in English where the language is %p", (language) => {
    const strings = resourceStrings(resources({ Language: language, Runs_one: "one", Runs_other: "other" }), String);
    expect([strings.count("Runs", 1), strings.count("Runs", 2)]).toEqual(["one", "other"]);
  });
});
