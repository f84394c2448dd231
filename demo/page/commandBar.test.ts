/** @jest-environment jsdom */
import { CommandBar } from "./commandBar";

const ran: string[][] = [];
const bar = new CommandBar("Commands", (["none", "one", "some"] as const).map(needs => ({ label: needs, icon: "open", needs, run: ids => void ran.push([needs, ...ids]) })));
const buttons = [...bar.element.querySelectorAll("button")];
const state = (): string[] => buttons.map(button => `${button.textContent ?? ""}${button.disabled ? " off" : ""}`);

it("offers what the selection allows, with its count", () => {
  expect(state()).toEqual(["none", "one off", "some off"]);
  bar.update(["a"]);
  expect(state()).toEqual(["none", "one", "some (1)"]);
  bar.update(["a", "b"]);
  expect(state()).toEqual(["none", "one off", "some (2)"]);
});

it("acts on the selection of the moment", () => {
  bar.update(["a", "b"]);
  buttons[2]?.click();
  bar.update(["c"]);
  buttons[1]?.click();
  expect(ran).toEqual([["some", "a", "b"], ["one", "c"]]);
});
