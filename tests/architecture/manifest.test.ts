/** @jest-environment jsdom */
import { readFileSync } from "node:fs";
import { ROLES } from "../../FlowSessionTimeline/domain/role";
import { FIRST_LAYOUTS, FIRST_WINDOWS } from "../../FlowSessionTimeline/host/manifestNames";

const xml = new DOMParser().parseFromString(readFileSync("FlowSessionTimeline/ControlManifest.Input.xml", "utf8"), "application/xml");
const names = (selector: string): string[] => [...xml.querySelectorAll(selector)].map((element) => element.getAttribute("name") ?? "");

describe("the manifest", () => {
  it("has a property-set for every role, and none for anything else", () => {
    expect(names("property-set")).toEqual([...ROLES]);
  });

  it("asks for none of them", () => {
    expect([...xml.querySelectorAll("property-set, property")].filter((element) => element.getAttribute("required") !== "false").length).toBe(0);
  });

  it.each([
    ["firstWindow", FIRST_WINDOWS],
    ["firstLayout", FIRST_LAYOUTS],
  ])("has the values of %s that the host room knows, the default first", (input, values) => {
    expect(names(`property[name=${input}] > value`)).toEqual([...values]);
    expect([...xml.querySelectorAll(`property[name=${input}] > value`)].map((value) => value.textContent)).toEqual([...values]);
    expect(xml.querySelector(`property[name=${input}]`)?.getAttribute("default-value")).toBe(values[0]);
  });

  it("takes React and Fluent from the host, in the versions that are tested", () => {
    const libraries = [...xml.querySelectorAll("platform-library")].map((library) => [library.getAttribute("name"), library.getAttribute("version")]);
    const { devDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as { devDependencies: Record<string, string> };
    expect(libraries).toEqual([["React", devDependencies.react], ["Fluent", devDependencies["@fluentui/react"]]]);
    expect(xml.querySelector("control")?.getAttribute("control-type")).toBe("virtual");
  });

  it("has the version of the package", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    expect(xml.querySelector("control")?.getAttribute("version")).toBe(version);
  });
});
