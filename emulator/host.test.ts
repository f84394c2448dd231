/** @jest-environment jsdom */
import React from "react";
import ReactDOM from "react-dom";
import { createRig, FETCH, type RigOptions } from "./rig";
import type { HostLibraries } from "./contract";

/** Of the host: the newest that runs control and host on 16.14.0, and what model-driven apps really load. */
const libraries: [string, HostLibraries][] = [["16.14.0", { React, ReactDOM }], ["17.0.2", react17()]];

function react17(): HostLibraries {
  let loaded: HostLibraries = { React, ReactDOM };
  jest.isolateModules(() => {
    const react: typeof React = jest.requireActual("react17");
    jest.doMock("react", () => react);
    loaded = { React: react, ReactDOM: jest.requireActual("react-dom17") };
  });
  jest.dontMock("react");
  return loaded;
}

describe.each(libraries)("with React %s", (version, given) => {
  const rigWith = (options: RigOptions = {}): ReturnType<typeof createRig> =>
    createRig({ libraries: given, render: () => given.React.createElement("p", null, "ready"), ...options });

  test("it is that React", () => {
    expect(Reflect.get(given.React, "version")).toBe(version);
    expect(Reflect.get(given.ReactDOM, "version")).toBe(version);
  });

  test("the element is wrapped in a div without a height", () => {
    const wrapper = rigWith({ controlId: "main" }).container.querySelector<HTMLElement>("#main-pcf-container-id");
    expect([wrapper?.textContent, wrapper?.style.width, wrapper?.style.height]).toEqual(["ready", "100%", ""]);
  });

  test("destroy comes before the control's own components unmount, and nothing is left", async () => {
    const order: string[] = [];
    class Inner extends given.React.Component {
      override componentWillUnmount(): void { order.push("unmount"); }
      override render(): React.ReactNode { return null; }
    }
    const rig = rigWith({ render: () => given.React.createElement(Inner), onDestroy: () => void order.push("destroy") });
    await rig.clock.advance(10);
    rig.host.unmount();
    expect(order).toEqual(["destroy", "unmount"]);
    expect([rig.container.childElementCount, rig.clock.pending, rig.host.mounted]).toEqual([0, 0, false]);
  });

  test("an error while React renders is reported and leaves the page standing", () => {
    const Broken = (): never => { throw new Error("lookup rendered as text"); };
    const silence = jest.spyOn(console, "error").mockImplementation(() => undefined);
    const errors: unknown[] = [];
    let broken = false;
    const rig = rigWith({ render: () => (broken ? given.React.createElement(Broken) : given.React.createElement("p")) });
    rig.host.on("error", ({ error }) => void errors.push(error));
    broken = true;
    rig.context.factory.requestRender();
    return rig.clock.advance(1).then(() => {
      silence.mockRestore();
      expect(errors).toEqual([new Error("lookup rendered as text")]);
      expect(rig.container.textContent).toBe("Error loading control");
    });
  });
});

test("an error that nobody listens for is thrown on", () => {
  const fail = (): never => { throw new Error("no"); };
  expect(() => createRig({ onInit: fail })).toThrow("no");
  expect(() => createRig({ onUpdate: fail })).toThrow("no");
});

test("setControlState comes back at the next init of the session, by control", async () => {
  const session = new Map<string, ComponentFramework.Dictionary>();
  const rig = createRig({ session });
  expect(rig.context.mode.setControlState({ layout: "tree" })).toBe(true);
  rig.host.unmount();
  rig.host.mount(rig.container);
  expect(rig.states).toEqual([undefined, { layout: "tree" }]);
  expect(createRig({ session, controlId: "other" }).states).toEqual([undefined]);
});

test("another user means a fresh mount that keeps the session", async () => {
  const rig = createRig({ strings: { Title: "Runs" } });
  rig.context.mode.setControlState({ layout: "tree" });
  rig.host.setUser({ language: "de-DE", timeZone: "Europe/Berlin" }, { Title: "Läufe" });
  expect(rig.states).toEqual([undefined, { layout: "tree" }]);
  expect([rig.context.userSettings.languageId, rig.context.resources.getString("Title")]).toEqual([1031, "Läufe"]);
});

test("what the control calls is remembered, and a call after destroy is a violation", async () => {
  const rig = createRig();
  const { dataSet } = rig;
  await rig.clock.advance(FETCH);
  dataSet.paging.setPageSize(9);
  expect(rig.host.calls.map(call => [call.member, ...call.args])).toContainEqual(["paging.setPageSize", 9]);
  rig.host.unmount();
  dataSet.refresh();
  expect(rig.host.violations).toEqual(["dataset.refresh was called after destroy"]);
});

test("a host mounts once at a time", () => {
  const { host, container } = createRig();
  expect(() => host.mount(container)).toThrow("mounted already");
});
