import * as fc from "fast-check";
import { epochMs, EpochMs, HOUR } from "../base/brand";
import { runToEnd } from "../base/work";
import { NO_REFERENCE, Run } from "../domain/run";
import { aRun, guid, named, storeHolding } from "../domain/run.testing";
import { buildForest, RunForest } from "../domain/runForest";
import { RunStore } from "../domain/runStore";
import { DateNames, UserFormats } from "../domain/userFormats";
import { UserZone } from "../domain/userZone";
import { ALL_OPEN, Collapse } from "./collapse";
import { MeasureText } from "./measureText";
import { nights } from "./nights";
import { buildRows, RowsInput } from "./rows";
import { RowTable } from "./rowTable";
import { RunBlocks } from "./runBlocks";
import { SceneInput } from "./scene";
import { ticks } from "./ticks";
import { linearScale } from "./timeScale";
import { TimeWindow } from "./timeWindow";

/** For tests: everything from runs to the input of a scene. */
export const START = Date.UTC(2026, 5, 3);
export const at = (seconds: number): EpochMs => epochMs(START + seconds * 1000);
export const windowOf = (fromSeconds: number, toSeconds: number): TimeWindow => ({ fromMs: at(fromSeconds), toMs: at(toSeconds) });

/** Widths like those of a 12 px font. */
export const measure: MeasureText = (text, bold) => text.length * (bold === true ? 7 : 6.5);

const names: DateNames = {
  months: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
  shortMonths: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  days: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
  shortDays: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
  am: "AM", pm: "PM",
};

export const formatsIn = (zone: UserZone): UserFormats => new UserFormats({
  shortDate: "M/d/yyyy", longDate: "dddd, MMMM d, yyyy", shortTime: "h:mm tt", longTime: "h:mm:ss tt", monthDay: "MMMM d", yearMonth: "MMMM yyyy",
  dateSeparator: "/", timeSeparator: ":", firstDayOfWeek: 0, names, decimalSeparator: ".", groupSeparator: ",",
}, zone);

export const UTC_ZONE = new UserZone(() => 0);
export const FORMATS = formatsIn(UTC_ZONE);

/** These branches folded, all others open. */
export const folded = (...keys: readonly string[]): Collapse => ({ fromDepth: Infinity, flipped: new Set(keys) });

export interface Model {
  readonly store: RunStore;
  readonly forest: RunForest;
  readonly blocks: RunBlocks;
}

export function modelOf(runs: readonly Run[]): Model {
  return modelAt(storeHolding(runs));
}

/** Of a store as it is now. */
export const modelAt = (store: RunStore): Model => ({ store, forest: runToEnd(buildForest(store)), blocks: runToEnd(RunBlocks.build(store)) });

export const NOW = at(100_000);

export const rowsOf = (model: Model, wish: Partial<RowsInput> = {}): RowTable => runToEnd(buildRows({
  ...model, layout: "tree", matches: null, window: null, nowMs: NOW, collapsed: ALL_OPEN, tallTracks: new Set(), zone: UTC_ZONE, trackSet: null, sort: "start", descending: false, ...wish,
}));

/** A scene's input: by default all rows in a window of a day, 1,000 px wide. */
export function pictureOf(model: Model, wish: Partial<RowsInput> = {}, parts: Partial<SceneInput> & { readonly view?: TimeWindow } = {}): SceneInput {
  const { view = windowOf(0, 86_400), ...rest } = parts;
  const viewportPx = rest.viewportPx ?? { width: 1000, height: 600 };
  const scale = linearScale(view, viewportPx.width);
  return {
    ...model, rows: rowsOf(model, { window: view, ...wish }), scale, scrollPx: 0, viewportPx, nowMs: NOW, nowLabel: "3:46 AM",
    ticks: ticks(scale, FORMATS, measure), nights: nights(scale, UTC_ZONE), selected: new Set(), hoveredSlot: -1, focusedRow: -1, mergedFocus: null, density: null, envelopes: true,
    barLabel: (slot) => `${slot} min`, measure, countLabel: String, ...rest,
  };
}

/** A run from and to seconds after START; waits since `created`. */
export const timed = (n: number, from: number | null, to: number | null, parts: Partial<Run> = {}): Run => aRun(guid(n), {
  startedOn: from === null ? null : at(from), completedOn: to === null ? null : at(to), ...parts,
});

const someSecond = fc.oneof(fc.integer({ min: -10_000, max: 110_000 }), fc.integer({ min: 40_000, max: 40_200 }));
/** Lengths from none to days, most of them below a pixel. */
const someLength = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 90 }) }, fc.integer({ min: 0, max: 9 * 24 * HOUR / 1000 }));

/** Runs of every shape, some of them each other's parents, on three machines or none. */
export const someRuns = (maxLength = 60): fc.Arbitrary<Run[]> => fc.array(
  fc.record({
    from: fc.option(someSecond, { freq: 8 }), length: fc.option(someLength, { freq: 8 }), wait: fc.option(fc.nat(4000)), created: fc.option(someSecond, { freq: 8 }),
    parent: fc.option(fc.nat(maxLength + 3)), status: fc.constantFrom(0, 2, 3, 4, 4, 4, 7, 8, 8, 10), machine: fc.constantFrom("", "VM-1", "VM-2", "VM-10"), flow: fc.constantFrom("a", "b", "É"),
  }), { maxLength },
).map((specs) => specs.map((one, n) => aRun(guid(n), {
  startedOn: one.from === null ? null : at(one.from),
  completedOn: one.length === null ? null : at((one.from ?? one.created ?? 0) + one.length),
  createdOn: one.from !== null && one.wait !== null ? at(one.from - one.wait) : one.created === null ? null : at(one.created),
  parentId: one.parent === null ? "" : guid(one.parent), statusCode: one.status, flow: named(one.flow),
  machine: one.machine === "" ? NO_REFERENCE : named(one.machine),
})));
