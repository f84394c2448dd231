/** Where the rows come from: the generator, the CSV that the server was started with, or one that was dropped. */
import type { EmulatedRow } from "../../emulator";
import { readCsvFile, type CsvProblem } from "../data/csv";
import { generateRuns } from "../data/generator";
import { usesServer, type Settings } from "./settings";

export interface LoadedData {
  readonly kind: "generated" | "csv";
  /** Name of the file; null: generated. */
  readonly name: string | null;
  /** None if they are generated for a server: it makes them itself. */
  readonly rows: readonly EmulatedRow[];
  /** Runs that there are. */
  readonly count: number;
  readonly problems: readonly CsvProblem[];
}

export class DataSource {
  private csv: LoadedData | null = null;

  /** @param served name of the server's CSV; null: it was started without. */
  public constructor(private readonly served: string | null) {}

  /** Name of the CSV that can be chosen; null: there is none. */
  public get csvName(): string | null { return this.csv?.name ?? this.served; }

  public async load({ data, size, seed, server }: Pick<Settings, "data" | "size" | "seed" | "server">): Promise<LoadedData> {
    if (data !== "generated" && this.csvName !== null) return (this.csv ??= await this.fetchServed());
    const rows = usesServer({ server, data: "generated", size }) ? [] : generateRuns({ size, seed, nowMs: Date.now() });
    return { kind: "generated", name: null, rows, count: size, problems: [] };
  }

  /** Reads a file that the user gave; it takes the place of the server's. */
  public async take(file: File): Promise<LoadedData> {
    return (this.csv = parse(file.name, await file.arrayBuffer()));
  }

  private async fetchServed(): Promise<LoadedData> {
    const response = await fetch("/data.csv");
    if (!response.ok) throw new Error(`The server could not read ${this.served ?? "its CSV"} (${response.status}).`);
    return parse(this.served ?? "data.csv", await response.arrayBuffer());
  }
}

function parse(name: string, buffer: ArrayBuffer): LoadedData {
  const read = readCsvFile(new Uint8Array(buffer));
  return { kind: "csv", name, ...read, count: read.rows.length };
}

/** Rows per page where the address does not say: a subgrid's four, a user's 250, and for a CSV what spares the clicks. */
export function pageSizeOf({ pageSize, place }: Pick<Settings, "pageSize" | "place">, { kind, count }: Pick<LoadedData, "kind" | "count">): number {
  if (pageSize === "all") return Math.max(1, count);
  return pageSize ?? (place === "form" || place === "machine" ? 4 : kind === "csv" ? 5_000 : 250);
}
