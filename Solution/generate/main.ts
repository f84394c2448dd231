import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { generateSources, isGenerated } from "./generateSources";
import { ID_FILE, LockedIds, readIds } from "./lockedIds";

const SOURCES = path.join("Solution", "src");

/** Writes the generated sources and the list of ids; takes away generated files that the tables no longer give. Run in the folder of package.json. */
function main(): void {
  const ids = new LockedIds(readIds(ID_FILE));
  const files = generateSources(ids);
  for (const left of readdirSync(SOURCES, { recursive: true, encoding: "utf8" }).map((file) => file.split(path.sep).join("/"))) {
    if (left.endsWith(".xml") && isGenerated(left) && !files.has(left)) rmSync(path.join(SOURCES, left));
  }
  const changed = [...files].filter(([file, text]) => write(path.join(SOURCES, file), text)).map(([file]) => file);
  write(ID_FILE, `${JSON.stringify(ids.all, null, 2)}\n`);
  console.log(changed.length > 0 ? `written: ${changed.join(", ")}` : "the sources are as the tables say");
}

/** True if the file was not so before. */
function write(file: string, text: string): boolean {
  if (existsSync(file) && readFileSync(file, "utf8") === text) return false;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return true;
}

main();
