import { ListPasses } from "./listPasses";

type DataSet = ComponentFramework.PropertyTypes.DataSet;

/** A pass of the host; `records` names the fetch that the rows are of. */
const pass = (records: object, members: Partial<DataSet> = {}): DataSet =>
  ({ loading: false, columns: [{ name: "name" }], records, sortedRecordIds: ["a"], paging: { totalResultCount: 1, hasNextPage: false }, ...members }) as unknown as DataSet;

const FIRST = {};
const SECOND = {};

/** Whether a promise has resolved by now. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  const pending = {};
  return (await Promise.race([promise, Promise.resolve().then(() => pending)])) !== pending;
}

describe("passes of the list", () => {
  it("bring news only if other rows than before come", () => {
    const passes = new ListPasses();
    expect([FIRST, FIRST, SECOND].map((records) => passes.pass(pass(records)))).toEqual([false, false, true]);
  });

  it("say nothing while they load, or before there are columns", async () => {
    const passes = new ListPasses();
    const facts = passes.facts();
    passes.pass(pass(FIRST, { loading: true }));
    passes.pass(pass(FIRST, { columns: [] }));
    expect(await isSettled(facts)).toBe(false);
    passes.pass(pass(FIRST));
    expect((await facts).ids).toEqual(["a"]);
  });

  it("are no news to whoever asked for them: an answer must not cause the next question", async () => {
    const passes = new ListPasses();
    passes.pass(pass(FIRST));
    const fresh = passes.fresh();
    expect(passes.pass(pass(FIRST))).toBe(false);
    expect(await isSettled(fresh)).toBe(false);
    expect(passes.pass(pass(SECOND))).toBe(false);
    expect((await fresh).total).toBe(1);
  });

  it("of another question are no answer to those who waited before", async () => {
    const passes = new ListPasses();
    const facts = passes.facts();
    passes.startOver();
    passes.pass(pass(FIRST));
    expect(await isSettled(facts)).toBe(false);
  });
});
