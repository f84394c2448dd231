/** Random tables, views, places and doings for the loader, as plain data: a case that fails is printed whole and can be shrunk. */
import fc from "fast-check";
import type { Fault, Placement } from "../../emulator";
import { HOUR, runId } from "./serverRig";
import { TrueFilter, TrueRun } from "./tableOracle";
import { TEST_NOW } from "./testClock";

const MINUTE = 60_000;
const STATUSES = [1, 2, 3, 4, 4, 4, 6, 7, 8, 8, 10, 13, 4711, null] as const;
export const MACHINES = ["aaaaaaaa-0000-4000-8000-000000000001", "aaaaaaaa-0000-4000-8000-000000000002"] as const;
/** Ids that runs may have: few, so that changes hit runs which are there. */
const IDS = 30;
/** A run that is a parent by id alone: the table does not have it. */
const NOWHERE = 999;

/** Runs lie in the last hours, so that windows hold some of them, and not all. */
const HOURS = 40;

/** Whole seconds, before now and a little after it: exactly on each other, and on windows' bounds, now and then. */
const someTime: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: -HOURS, max: 2 }).map((hours) => TEST_NOW + hours * HOUR),
  fc.integer({ min: -HOURS * 60, max: 2 * 60 }).map((minutes) => TEST_NOW + minutes * MINUTE),
  fc.integer({ min: -HOURS * 3600, max: 0 }).map((seconds) => TEST_NOW + seconds * 1000),
);

const orBlank = <T>(value: fc.Arbitrary<T>, freq = 4): fc.Arbitrary<T | null> => fc.option(value, { nil: null, freq });

/** A run's times: mostly in their order, sometimes in any, blank ones among them. */
const someTimes: fc.Arbitrary<Pick<TrueRun, "started" | "ended" | "created">> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ at: someTime, wait: fc.integer({ min: 0, max: 200 }), length: fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 13_000 })) })
    .chain(({ at, wait, length }) => fc.record({ started: orBlank(fc.constant(at), 6), ended: orBlank(fc.constant(at + length * MINUTE), 6), created: fc.constant(at - wait * MINUTE) })) },
  { weight: 1, arbitrary: fc.record({ started: orBlank(someTime), ended: orBlank(someTime), created: orBlank(someTime) }) },
);

const someRun = (n: fc.Arbitrary<number>): fc.Arbitrary<TrueRun> => fc.record({
  n, times: someTimes, status: fc.constantFrom(...STATUSES), parent: orBlank(fc.oneof(fc.nat(IDS), fc.constant(NOWHERE)), 2), machine: orBlank(fc.constantFrom(...MACHINES)),
}).map(({ n: number, times, status, parent, machine }) => ({
  id: runId(number), name: `Run ${number}`, status, ...times, modified: Math.min(TEST_NOW, Math.max(...[times.started, times.ended, times.created].map((one) => one ?? 0), TEST_NOW - 200 * HOUR)),
  parent: parent === null ? null : runId(parent), machine,
}));

const someRuns: fc.Arbitrary<readonly TrueRun[]> = fc.uniqueArray(someRun(fc.nat(IDS)), { selector: ({ id }) => id, minLength: 4, maxLength: IDS, size: "max" });

const cell = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
const condition = (attribute: string, operator: string, value?: string): string =>
  `<condition attribute="${attribute}" operator="${operator}"${value === undefined ? "" : ` value="${value}"`}/>`;

const someCondition: fc.Arbitrary<TrueFilter> = fc.oneof(
  fc.constantFrom(...STATUSES).filter((status) => status !== null).chain((status) => fc.constantFrom<TrueFilter>(
    { xml: condition("statuscode", "eq", String(status)), fits: (run) => run.status === status },
    { xml: condition("statuscode", "ne", String(status)), fits: (run) => run.status !== status },
    { xml: `<condition attribute="statuscode" operator="in"><value>${status}</value><value>4</value></condition>`, fits: (run) => run.status === status || run.status === 4 },
  )),
  someTime.chain((ms) => fc.constantFrom<TrueFilter>(
    { xml: condition("startedon", "ge", cell(ms)), fits: (run) => run.started !== null && run.started >= ms },
    { xml: condition("completedon", "lt", cell(ms)), fits: (run) => run.ended !== null && run.ended < ms },
    { xml: condition("createdon", "on-or-after", cell(ms).slice(0, 10)), fits: (run) => run.created !== null && run.created >= chicagoMidnight(ms) },
  )),
  fc.constantFrom<TrueFilter>(
    { xml: condition("startedon", "null"), fits: (run) => run.started === null },
    { xml: condition("machineid", "not-null"), fits: (run) => run.machine !== null },
    { xml: condition("machineid", "eq", MACHINES[0]), fits: (run) => run.machine === MACHINES[0] },
    { xml: condition("name", "like", "run 1%"), fits: (run) => run.name.startsWith("Run 1") },
  ),
);

/** The emulated user lives in Chicago, in winter: UTC−6. @returns when the UTC date of an instant begins there */
const chicagoMidnight = (ms: number): number => Math.floor(ms / (24 * HOUR)) * 24 * HOUR + 6 * HOUR;

const both = (type: "and" | "or", one: TrueFilter, other: TrueFilter): TrueFilter => ({
  xml: `<filter type="${type}">${one.xml}${other.xml}</filter>`,
  fits: (run, table) => (type === "and" ? one.fits(run, table) && other.fits(run, table) : one.fits(run, table) || other.fits(run, table)),
});

const WHOLE: TrueFilter = { xml: "", fits: () => true };
/** Runs that started others: the link brings one row for each child. */
const PARENTS: TrueFilter = {
  xml: '<link-entity name="flowsession" from="parentdesktopflowrunid" to="flowsessionid" alias="child"/>',
  fits: (run, table) => table.all.some(({ parent }) => parent === run.id),
};

const inFilter = ({ xml, fits }: TrueFilter): TrueFilter => ({ xml: `<filter>${xml}</filter>`, fits });

/** A view's own filter. */
const someFilter: fc.Arbitrary<TrueFilter> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(WHOLE) },
  { weight: 3, arbitrary: someCondition.map(inFilter) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom<"and" | "or">("and", "or"), someCondition, someCondition).map(([type, one, other]) => inFilter(both(type, one, other))) },
  { weight: 1, arbitrary: fc.tuple(someCondition, someCondition, someCondition).map(([a, b, c]) => inFilter(both("or", both("and", a, b), c))) },
);

/** Where the grid stands, and what that hides. */
export interface Place {
  readonly placement: Placement;
  readonly fits: (run: TrueRun) => boolean;
}

const MAIN: Place = { placement: { kind: "mainGrid" }, fits: () => true };
const onForm = (column: string, table: string, id: string, of: (run: TrueRun) => string | null): Place =>
  ({ placement: { kind: "subgrid", parent: { column, table, id, name: "Parent" } }, fits: (run) => of(run) === id });

const somePlace: fc.Arbitrary<Place> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(MAIN) },
  { weight: 1, arbitrary: fc.constantFrom(...MACHINES).map((id) => onForm("machineid", "flowmachine", id, ({ machine }) => machine)) },
  { weight: 1, arbitrary: fc.nat(5).map((n) => onForm("parentdesktopflowrunid", "flowsession", runId(n), ({ parent }) => parent)) },
);

/** What somebody does, and what happens meanwhile. */
export type Deed =
  | { readonly does: "look"; readonly fromMs: number; readonly toMs: number }
  /** By shares of the window that is looked at. */
  | { readonly does: "move"; readonly panBy: number; readonly zoomBy: number }
  | { readonly does: "refresh"; readonly by: "user" | "host" }
  | { readonly does: "write"; readonly run: TrueRun }
  /** Of the runs that are here the one of this number, counted round. Of `run` all but the id and the name counts. */
  | { readonly does: "rewrite"; readonly pick: number; readonly run: TrueRun }
  | { readonly does: "delete"; readonly pick: number }
  | { readonly does: "spoil"; readonly fault: Fault; readonly count: number }
  | { readonly does: "network"; readonly isOffline: boolean }
  | { readonly does: "hide"; readonly isHidden: boolean }
  | { readonly does: "wait"; readonly ms: number }
  /** Waits until nothing is under way, and holds what is here against the table. */
  | { readonly does: "rest" };

/** Mostly some hours of the time in which there are runs, so that one window tells nothing of another; in quarters of an hour. */
const someWindow = fc.tuple(fc.integer({ min: -HOURS * 4, max: 8 }), fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 4 * 12 }) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 6 * HOURS }) }))
  .map(([from, length]) => ({ fromMs: TEST_NOW + from * (HOUR / 4), toMs: TEST_NOW + (from + length) * (HOUR / 4) }));

export const someLook: fc.Arbitrary<Deed & { readonly does: "look" }> = someWindow.map((window) => ({ does: "look", ...window }));

const someFault: fc.Arbitrary<Fault> = fc.oneof(
  fc.integer({ min: 1, max: 20 }).map((retryAfterSeconds): Fault => ({ kind: "busy", retryAfterSeconds })),
  fc.constantFrom<Fault>({ kind: "down", status: 503 }, { kind: "down", status: 500 }, { kind: "signedOut" }),
  fc.integer({ min: 200, max: 8000 }).map((afterMs): Fault => ({ kind: "slow", afterMs })),
  fc.integer({ min: 1, max: 7 }).map((rows): Fault => ({ kind: "truncated", rows })),
);

const someDeed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 3, arbitrary: someLook },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("move" as const), panBy: fc.constantFrom(-1, -0.3, -0.1, 0, 0.1, 0.5, 2), zoomBy: fc.constantFrom(0.2, 1, 1, 2, 8) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("refresh" as const), by: fc.constantFrom("user" as const, "host" as const) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("write" as const), run: someRun(fc.nat(IDS)) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("rewrite" as const), pick: fc.nat(IDS), run: someRun(fc.constant(0)) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("delete" as const), pick: fc.nat(IDS) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("spoil" as const), fault: someFault, count: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("network" as const), isOffline: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("hide" as const), isHidden: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("wait" as const), ms: fc.constantFrom(10, 60, 110, 220, 400, 90_000, 700_000) }) },
  { weight: 6, arbitrary: fc.constant<Deed>({ does: "rest" }) },
);

export interface LoaderCase {
  readonly runs: readonly TrueRun[];
  readonly filter: TrueFilter;
  readonly place: Place;
  /** Rows per page of the list, and of the server at most. */
  readonly pageSize: number;
  readonly serverRows: number;
  readonly first: Deed & { readonly does: "look" };
  readonly deeds: readonly Deed[];
  /** Windows that are looked at when everything has been asked anew. */
  readonly visits: readonly (Deed & { readonly does: "look" })[];
}

export const someCase: fc.Arbitrary<LoaderCase> = fc.record({
  runs: someRuns, filter: someFilter, place: somePlace, pageSize: fc.constantFrom(1, 4, 50), serverRows: fc.constantFrom(1, 3, 10, 5000),
  first: someLook, deeds: fc.array(someDeed, { minLength: 6, maxLength: 18, size: "max" }),
  visits: fc.array(someLook, { maxLength: 3 }),
});

/** Views whose rows come more than once. Such rows have no cookie, so that a page with fewer of them than asked for is the last. */
export const someRepeatingCase: fc.Arbitrary<LoaderCase> = someCase.map((one) => ({
  ...one, filter: PARENTS, serverRows: 5000, deeds: one.deeds.filter((deed) => deed.does !== "spoil" || deed.fault.kind !== "truncated"),
}));
