import * as fc from "fast-check";
import { IdIndex } from "./idIndex";
import { PackedId } from "./packedId";
import { normaliseId } from "./recordId";
import { guid } from "./run.testing";

const anyId = fc.oneof(fc.nat(60).map(guid), fc.uuid(), fc.constantFrom("r1", "R1", "Lauf 2", "x".repeat(200)));

const packed = (id: string): PackedId => {
  const made = new PackedId();
  made.set(id);
  return made;
};

describe("an id index", () => {
  it("finds what a map would find, under random entries and removals", () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.boolean(), anyId), { maxLength: 300 }), (steps) => {
      const index = new IdIndex();
      const model = new Map<string, number>();
      const free: number[] = [];
      for (const [enter, id] of steps) {
        const known = model.get(normaliseId(id));
        expect(index.find(id)).toBe(known ?? -1);
        if (enter && known === undefined) {
          const at = free.pop() ?? model.size;
          index.put(at, packed(id));
          model.set(normaliseId(id), at);
        } else if (!enter && known !== undefined) {
          index.remove(known);
          model.delete(normaliseId(id));
          free.push(known);
        }
      }
      for (const [id, at] of model) {
        expect(index.find(id.toUpperCase() === id ? id : `${id} `)).toBe(at);
        expect(index.id(at)).toBe(id);
      }
    }));
  });

  it("finds all that stay when others go from a table as full as it gets", () => {
    // 96 ids are three quarters of the 128 cells that they are given: long runs of cells, which removals have to close.
    fc.assert(fc.property(fc.uniqueArray(fc.uuid(), { minLength: 96, maxLength: 96 }), fc.array(fc.nat(95), { minLength: 30 }), (ids, removals) => {
      const index = new IdIndex();
      index.reserve(ids.length);
      ids.forEach((id, at) => index.put(at, packed(id)));
      const gone = new Set<number>();
      for (const at of removals) {
        if (!gone.has(at)) index.remove(at);
        gone.add(at);
        ids.forEach((id, other) => expect(index.find(id)).toBe(gone.has(other) ? -1 : other));
      }
    }), { numRuns: 10 });
  });

  it("enters many GUIDs together as it does one by one, up to the first that it knows", () => {
    fc.assert(fc.property(fc.array(fc.nat(60).map(guid), { maxLength: 80 }), fc.array(fc.nat(20), { maxLength: 8 }), (ids, steps) => {
      const [together, single] = [new IdIndex(), new IdIndex()];
      together.reserve(ids.length);
      ids.forEach((id, at) => together.writeAll(at, packed(id).words));
      let from = 0;
      for (const step of [...steps, ids.length]) {
        const to = Math.min(ids.length, from + step);
        const known = ids.findIndex((id, at) => at < to && ids.indexOf(id) < at);
        from = together.enterAll(from, to);
        expect(from).toBe(known < 0 ? to : known);
        if (known >= 0) break;
      }
      ids.slice(0, from).forEach((id, at) => single.put(at, packed(id)));
      for (const id of ids) expect(together.find(id)).toBe(single.find(id));
    }));
  });

  it("orders ids as their texts", () => {
    fc.assert(fc.property(anyId, anyId, (a, b) => {
      const index = new IdIndex();
      index.put(0, packed(a));
      index.put(1, packed(b));
      const expected = normaliseId(a) < normaliseId(b) ? -1 : normaliseId(a) > normaliseId(b) ? 1 : 0;
      expect(Math.sign(index.compare(0, 1))).toBe(expected);
    }));
  });

  it("finds each of 20,000 ids", () => {
    const index = new IdIndex();
    for (let n = 0; n < 20_000; n++) index.put(n, packed(guid(n)));
    for (let n = 0; n < 20_000; n++) if (index.find(guid(n)) !== n) throw new Error(`lost ${n}`);
    expect(index.find(guid(20_000))).toBe(-1);
  });

  it("is empty after clear", () => {
    const index = new IdIndex();
    index.put(0, packed("a"));
    index.put(1, packed(guid(1)));
    index.clear();
    expect([index.find("a"), index.find(guid(1))]).toEqual([-1, -1]);
  });
});
