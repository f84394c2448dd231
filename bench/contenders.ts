/** Who is compared. */

export interface ContenderEntry {
  readonly name: string;
  readonly label: string;
  /** Source of the page's script, from bench/. */
  readonly source: string;
  /** host: the page brings the platform libraries and the control's files; react16: the bench's own React 16. */
  readonly page: "plain" | "host";
  readonly bundle: "none" | "control";
  /** Whose packages the script is bundled with. */
  readonly packages: "bench" | "peers";
}

const own = (name: string, label: string, source: string, more: Partial<ContenderEntry> = {}): ContenderEntry => ({ name, label, source, page: "plain", bundle: "none", packages: "bench", ...more });
const peer = (name: string, extension: "js" | "jsx" = "js"): ContenderEntry => own(name, name, `peers/${name}.${extension}`, { packages: "peers" });

export const CONTENDERS: readonly ContenderEntry[] = [
  own("ref-null", "draws nothing", "contenders/refNull.ts"),
  own("ref-canvas", "bare canvas", "contenders/refCanvas.ts"),
  own("ref-dompool", "virtual rows, no framework", "contenders/refDomPool.ts"),
  own("ref-react16", "virtual rows, React 16.14", "contenders/refReact16.tsx"),
  own("host-null", "emulated host, reads all cells, draws nothing", "contenders/hostNull.ts", { page: "host" }),
  own("ours", "this control on the emulated host", "contenders/ours.ts", { page: "host", bundle: "control" }),
];

export const PEERS: readonly ContenderEntry[] = [
  peer("dhtmlx-gantt"), peer("fluent-gantt", "jsx"), peer("frappe-gantt"), peer("gantt-task-react", "jsx"), peer("react-calendar-timeline", "jsx"), peer("svar", "jsx"),
  peer("vis-timeline"), peer("vtable-gantt"),
];
