import { breaking, sourcesBelow } from "./sources";

/** Rules about what stands in a file; which file may import which is dependency-cruiser's. */
const control = sourcesBelow("FlowSessionTimeline");
const ours = [...control, ...sourcesBelow("emulator", "demo", "Solution", "scripts", "bench")];

describe("the house", () => {
  it("is read at all", () => {
    expect(control.length).toBeGreaterThan(100);
    expect(breaking(control, /class RunStore/)).toEqual(["FlowSessionTimeline/domain/runStore.ts"]);
  });

  it("draws on the canvas in render/ only", () => {
    expect(breaking(control, /getContext\(|CanvasRenderingContext2D|fillRect\(|fillText\(|beginPath\(/, [/\/render\//])).toEqual([]);
  });

  it("knows the host's types in host/, index.ts and the emulator only", () => {
    expect(breaking(ours, /\bComponentFramework\b/, [/^FlowSessionTimeline\/host\//, "FlowSessionTimeline/index.ts", /^emulator\//])).toEqual([]);
  });

  it("takes time, frames and visibility from one clock, so that no test waits; a worker has its own frames", () => {
    expect(breaking(control, /\bDate\.now\(|new Date\(\)|\bsetTimeout\(|window\.setInterval\(|requestAnimationFrame\(|performance\.now\(|visibilitychange|document\.hidden/, ["FlowSessionTimeline/base/clock.ts", "FlowSessionTimeline/render/pictureWorker.ts"])).toEqual([]);
  });

  it("writes no markup and runs no text as code", () => {
    expect(breaking(control, /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|\beval\(|new Function\(/)).toEqual([]);
  });

  it("reaches for nothing on the network by itself", () => {
    // The name of SVG's elements looks like an address, but nobody asks there.
    expect(breaking(control, /\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|\bimport\(|https?:\/\/(?!www\.w3\.org\/2000\/svg)/)).toEqual([]);
  });

  it("keeps nothing in the browser's stores", () => {
    expect(breaking(control, /localStorage|sessionStorage|indexedDB|document\.cookie/)).toEqual([]);
  });

  it("says nothing on the console", () => {
    expect(breaking(control, /\bconsole\./)).toEqual([]);
  });

  it("never reads columns that may hold secrets", () => {
    expect(breaking(control, /["'](credentials|callbackurl|connectionid|context|sessionusersid|inputs|outputs|additionalcontext)["']/)).toEqual([]);
  });

  it("switches no check off", () => {
    expect(ours.filter(({ text }) => /eslint-disable|@ts-ignore|@ts-expect-error|@ts-nocheck/.test(text)).map(({ path }) => path)).toEqual([]);
    expect(breaking(ours, /: any\b|\bas any\b|<any>|any\[\]/)).toEqual([]);
  });

  it("has small files with names of their own", () => {
    expect(ours.filter(({ text }) => text.split("\n").length > 301).map(({ path }) => path)).toEqual([]);
    expect(ours.filter(({ path }) => /(^|\/)(utils?|helpers?|misc|common)[./]/i.test(path)).map(({ path }) => path)).toEqual([]);
  });
});
