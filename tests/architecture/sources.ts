import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

export interface Source {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** The same without comments. */
  readonly code: string;
}

const isTest = (name: string): boolean => /[.](test|testing)[.]tsx?$/.test(name);

/** Every TypeScript source below the folders, generated and test files left out. */
export function sourcesBelow(...folders: readonly string[]): readonly Source[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /[.]tsx?$/.test(name) && !isTest(name) && !name.split(path.sep).some((folder) => folder === "generated" || folder === "node_modules"))
      .map((name) => read(path.join(folder, name)))
  );
}

function read(file: string): Source {
  const text = readFileSync(file, "utf8");
  const parsed = ts.createSourceFile(file, text, ts.ScriptTarget.ES2020, true, file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  return { path: file.split(path.sep).join("/"), text, code: ts.createPrinter({ removeComments: true }).printFile(parsed) };
}

/** Paths of the sources whose code matches, those left out that may. */
export function breaking(sources: readonly Source[], pattern: RegExp, allowed: readonly (string | RegExp)[] = []): readonly string[] {
  const may = (file: string): boolean => allowed.some((one) => (typeof one === "string" ? file === one : one.test(file)));
  return sources.filter(({ path: file, code }) => pattern.test(code) && !may(file)).map(({ path: file }) => file);
}
