import { CONTENDERS, ContenderEntry, PEERS } from "./contenders";

export interface Options {
  readonly contenders: readonly ContenderEntry[];
  /** Runs in a picture. */
  readonly sizes: readonly number[];
  /** Repetitions of each contender and size. */
  readonly reps: number;
  /** Build the control first. */
  readonly build: boolean;
  /** Write the tables into README.md. */
  readonly write: boolean;
  /** Compare pictures, measure the engine at a million runs, and loading from a server of two million. */
  readonly parts: ReadonlySet<Part>;
}

const PARTS = ["compare", "engine", "loader"] as const;
export type Part = (typeof PARTS)[number];

const FLAGS = ["--write", "--peers", "--no-build"] as const;
const VALUES = ["--libs", "--sizes", "--reps", "--only"] as const;

/** @throws Error that says what is not understood */
export function readOptions(args: readonly string[]): Options {
  const values = new Map<string, string>();
  const flags = new Set<string>();
  for (let at = 0; at < args.length; at++) {
    const name = args[at] ?? "";
    if ((FLAGS as readonly string[]).includes(name)) flags.add(name);
    else if ((VALUES as readonly string[]).includes(name)) values.set(name, args[++at] ?? "");
    else throw new Error(`"${name}" is not understood. There are ${[...FLAGS, ...VALUES].join(", ")}.`);
  }
  const only = values.get("--only");
  const part = PARTS.find((one) => one === only);
  if (only !== undefined && !part) throw new Error(`--only is one of ${PARTS.join(", ")}`);
  const peers = flags.has("--peers");
  return {
    contenders: contendersOf(values.get("--libs"), peers),
    sizes: numbersOf(values.get("--sizes") ?? "1000,10000,100000"),
    reps: numbersOf(values.get("--reps") ?? "3")[0] ?? 3,
    build: !flags.has("--no-build"),
    write: flags.has("--write"),
    parts: new Set(part ? [part] : PARTS),
  };
}

function contendersOf(names: string | undefined, peers: boolean): readonly ContenderEntry[] {
  const all = [...CONTENDERS, ...(peers ? PEERS : [])];
  if (names === undefined) return all;
  return names.split(",").map((name) => {
    const found = all.find((one) => one.name === name);
    if (!found) throw new Error(`There is no contender "${name}", but ${all.map((one) => one.name).join(", ")}${peers ? "" : " (others with --peers)"}.`);
    return found;
  });
}

function numbersOf(text: string): readonly number[] {
  const numbers = text.split(",").map(Number);
  if (numbers.some((one) => !Number.isInteger(one) || one < 1)) throw new Error(`"${text}" must be whole numbers`);
  return numbers;
}
