/** The real Dataverse that the page was started with, in the place of what the page makes up. */
import { createServer, createTable, type EmulatedServer, type EmulatedTable, type EmulatedView } from "../../emulator";
import { columnsIn } from "../data/storedViews";
import { acceptanceText, readEnvironment, type OrgEnvironment } from "../org/environment";
import { ServerRuns, type Runs } from "./runs";
import type { Settings } from "./settings";

export class OrgData {
  public readonly server: EmulatedServer;
  /** Its columns alone. */
  public readonly table: EmulatedTable;
  public readonly runs: Runs;

  /** @param name of the environment's host. */
  public constructor(public readonly name: string, private readonly environment: OrgEnvironment) {
    const { backend, table: { definition } } = environment;
    // What the network and Dataverse take is enough.
    this.server = createServer({ backend, latency: 0 });
    this.table = createTable(definition);
    const refused = (): Promise<never> => Promise.reject(new Error("The demo only reads an environment."));
    this.runs = new ServerRuns({ backend, change: refused }, [...columnsIn(definition).map(column => column.name), "processversion", "errormessage"].filter(column => column in definition.columns), true);
  }

  /** @throws Error with a sentence that says what is in the way. */
  public static async open(name: string): Promise<OrgData> {
    return new OrgData(name, await readEnvironment(address => fetch(address)));
  }

  public get userId(): string { return this.environment.userId; }

  /** Whether the environment can take the solution, as a sentence. */
  public get acceptance(): string { return acceptanceText(this.environment.table.acceptance); }

  /** Views of the main grid. */
  public get views(): readonly EmulatedView[] { return this.environment.views.filter(({ use }) => use === "list").map(({ view }) => view); }

  /** The chosen view of the main grid, else the environment's default; on a form its view of related runs, where it has one. */
  public viewOf({ place, orgView }: Pick<Settings, "place" | "orgView">): EmulatedView {
    const [first] = this.views;
    const related = this.environment.views.find(({ use }) => use === "related")?.view;
    const view = place === "form" || place === "machine" ? related ?? first : this.views.find(({ id }) => id === orgView) ?? first;
    // `readEnvironment` has seen to that.
    if (!view) throw new Error("The environment has no view.");
    return view;
  }
}
