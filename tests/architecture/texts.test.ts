/** @jest-environment jsdom */
import { readdirSync, readFileSync } from "node:fs";
import { FLOW_SESSION_STATUSES, PROCESS_SESSION_STATUSES } from "../../FlowSessionTimeline/domain/status";
import { STRING_KEYS } from "../../FlowSessionTimeline/view/stringKeys";
import { sourcesBelow } from "./sources";

const FOLDER = "FlowSessionTimeline/strings";
const manifest = new DOMParser().parseFromString(readFileSync("FlowSessionTimeline/ControlManifest.Input.xml", "utf8"), "application/xml");
const files = readdirSync(FOLDER).filter((name) => name.endsWith(".resx"));

interface Entry { readonly key: string; readonly text: string }
function entriesOf(file: string): readonly Entry[] {
  const resx = new DOMParser().parseFromString(readFileSync(`${FOLDER}/${file}`, "utf8"), "application/xml");
  if (resx.querySelector("parsererror")) throw new Error(`${file} is not XML`);
  return [...resx.querySelectorAll("root > data")].map((data) => ({ key: data.getAttribute("name") ?? "", text: data.querySelector("value")?.textContent ?? "" }));
}
const languages = files.map((file) => ({ file, entries: entriesOf(file) }));
const english = new Map(entriesOf("FlowSessionTimeline.1033.resx").map(({ key, text }) => [key, text]));

const manifestKeys = [...manifest.querySelectorAll("*")].flatMap((element) => ["display-name-key", "description-key"].map((name) => element.getAttribute(name) ?? "")).filter((key) => key !== "");
const wanted = [...new Set([...STRING_KEYS, ...manifestKeys])].sort();
const places = (text: string): string[] => [...new Set(text.match(/\{\d\}/g) ?? [])].sort();

describe("the texts", () => {
  it("are in the manifest for every language that there is, English among them", () => {
    const listed = [...manifest.querySelectorAll("resx")].map((resx) => resx.getAttribute("path")?.replace("strings/", ""));
    expect(listed.sort()).toEqual([...files].sort());
    expect(files).toEqual(expect.arrayContaining(["FlowSessionTimeline.1031.resx", "FlowSessionTimeline.1033.resx"]));
  });

  it.each(languages)("have every key of the view and of the manifest, and no other, once: $file", ({ entries }) => {
    expect(entries.map(({ key }) => key).sort()).toEqual(wanted);
  });

  it.each(languages)("are never empty: $file", ({ entries }) => {
    expect(entries.filter(({ text }) => text.trim() === "").map(({ key }) => key)).toEqual([]);
  });

  it.each(languages)("have the places of the English ones: $file", ({ entries }) => {
    // The form for one may write the number as a word.
    const differs = entries.filter(({ key, text }) => places(text).join() !== places(english.get(key) ?? "").join() && !key.endsWith("_one"));
    expect(differs.map(({ key }) => key)).toEqual([]);
  });

  it.each(languages)("say a count in both of its forms: $file", ({ entries }) => {
    const keys = new Set(entries.map(({ key }) => key));
    const stems = [...keys].filter((key) => /_(one|other)$/.test(key)).map((key) => key.replace(/_(one|other)$/, ""));
    // Family_Other names a family; its key ends with a capital.
    expect(stems.filter((stem) => !keys.has(`${stem}_one`) || !keys.has(`${stem}_other`))).toEqual([]);
    expect(entries.filter(({ key, text }) => key.endsWith("_other") && !text.includes("{0}")).map(({ key }) => key)).toEqual([]);
  });

  it("name the language that they are in", () => {
    const tags = Object.fromEntries(languages.map(({ file, entries }) => [file, entries.find(({ key }) => key === "Language")?.text]));
    expect(tags).toMatchObject({ "FlowSessionTimeline.1033.resx": "en", "FlowSessionTimeline.1031.resx": "de" });
  });

  it("have a name for every status", () => {
    expect([...FLOW_SESSION_STATUSES, ...PROCESS_SESSION_STATUSES].map(({ name }) => `Status_${name}`).filter((key) => !english.has(key))).toEqual([]);
  });

  it("are used, each of them", () => {
    const code = sourcesBelow("FlowSessionTimeline/view", "FlowSessionTimeline/host").filter(({ path }) => !path.endsWith("stringKeys.ts")).map((source) => source.code).join("\n");
    // These are put together from a stem and the name of a status, role or problem, or a unit.
    const composed = /^(Status_[A-Z][A-Za-z]+|Role_[A-Za-z]+|Problem_[A-Za-z]+(_Meaning)?|Short_[A-Z][a-z]+|Spoken_(Days|Hours|Minutes|Seconds))$/;
    const stem = (key: string): string => key.replace(/_(one|other)$/, "");
    const unused = STRING_KEYS.filter((key) => !composed.test(stem(key)) && !code.includes(`"${stem(key)}"`));
    expect(unused).toEqual([]);
  });
});
