/** Whether what was built is older than what it was built from. */
import fs from "node:fs";
import path from "node:path";

/**
 * @param source folder of sources; what a build writes into it (`generated`) and tests do not count.
 * @param output a file that every build writes last.
 */
export function isStale(source: string, output: string): boolean {
  const built = fs.statSync(output, { throwIfNoEntry: false });
  if (!built) return true;
  return fs.readdirSync(source, { recursive: true, encoding: "utf8" }).filter(counts).some(file => {
    const what = fs.statSync(path.join(source, file));
    return what.isFile() && what.mtimeMs > built.mtimeMs;
  });
}

function counts(file: string): boolean {
  return !file.startsWith(`generated${path.sep}`) && !/\.test\.tsx?$/.test(file);
}
