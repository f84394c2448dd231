import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { generateSources, isGenerated } from "../../Solution/generate/generateSources";
import { ID_FILE, LockedIds, readIds } from "../../Solution/generate/lockedIds";
import { element, writeFile } from "../../Solution/generate/markup";
import { all, firstOf, is } from "../../Solution/model/filter";
import { ROOT } from "./fixture";

const SOURCES = path.join(ROOT, "Solution", "src");
const known = readIds(path.join(ROOT, ID_FILE));

test("the sources are as the tables of views, forms and pages say, and none is left over", () => {
  const ids = new LockedIds(known);
  const files = generateSources(ids);
  for (const [file, text] of files) expect([file, readFileSync(path.join(SOURCES, file), "utf8")]).toEqual([file, text]);
  const there = readdirSync(SOURCES, { recursive: true, encoding: "utf8" }).map((file) => file.split(path.sep).join("/")).filter((file) => file.endsWith(".xml") && isGenerated(file));
  expect(there.sort()).toEqual([...files.keys()].sort());
  expect(ids.all).toEqual(known);
});

test("no id is given twice, and each is a GUID in lower case", () => {
  const ids = Object.values(known);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/);
});

test("a part that is new gets an id, and keeps it; those that are there keep theirs", () => {
  const ids = new LockedIds({ old: "11111111-1111-4111-8111-111111111111" });
  const given = ids.get("new");
  expect([ids.get("new"), ids.get("old")]).toEqual([given, "{11111111-1111-4111-8111-111111111111}"]);
  expect(new LockedIds(ids.all).get("new")).toBe(given);
});

test("text and attributes are written as XML", () => {
  expect(writeFile(element("a", { b: '<"&' }, [element("c", {}, "1 < 2 & 3"), element("d")]))).toBe(
    '<?xml version="1.0" encoding="utf-8"?>\n<a b="&lt;&quot;&amp;">\n  <c>1 &lt; 2 &amp; 3</c>\n  <d />\n</a>\n',
  );
});

test("the first time that a row has is asked: later ones only where all earlier are missing", () => {
  expect(firstOf(["end", "start"], (time) => is(time, "today"))).toEqual({
    type: "or",
    parts: [all(is("end", "today")), all(is("end", "null"), is("start", "today"))],
  });
});
