/** The made-up company whose desktop flows the generator runs: machines, flows and owners. Ids follow from names. */
import type { LookupCell } from "../../emulator";
import { guidOf } from "./random";

export interface Machine { readonly machine: LookupCell; readonly group: LookupCell | null; readonly user: string }

export interface Flow {
  readonly flow: LookupCell;
  readonly owner: LookupCell;
  /** Median of the run's own work, in seconds. */
  readonly seconds: number;
  /** Machine group it runs on; null: attended, on somebody's own machine. */
  readonly group: LookupCell | null;
  readonly version: string;
}

/** A flow and the flows that it calls, in order. */
export interface FlowTree { readonly flow: Flow; readonly calls: readonly FlowTree[] }

const reference = (table: string) => (name: string): LookupCell => ({ id: guidOf(`${table}/${name}`), table, name });
const machine = reference("flowmachine");
const group = reference("flowmachinegroup");
const process = reference("workflow");
const person = reference("systemuser");

export const finance = group("Finance robots");
export const supply = group("Supply chain robots");
export const service = group("Customer service robots");

const fleet = (prefix: string, count: number, of: LookupCell, user: string): Machine[] =>
  Array.from({ length: count }, (_, index) => ({ machine: machine(`${prefix}-${String(index + 1).padStart(2, "0")}`), group: of, user }));

export const hostedMachines: readonly Machine[] = [
  ...fleet("VM-FIN", 4, finance, "NORTHWIND\\svc-rpa-finance"),
  ...fleet("VM-SCM", 5, supply, "NORTHWIND\\svc-rpa-supply"),
  ...fleet("VM-CS", 3, service, "NORTHWIND\\svc-rpa-service"),
];

export const owners = ["Accounts payable", "Accounting", "Logistics", "Treasury", "Warehouse", "Customer care"].map(person);

export const deskMachines: readonly Machine[] = [["LAPTOP-7QK2M1V", "NORTHWIND\\payables-desk"], ["LAPTOP-J93WEB0", "NORTHWIND\\accounting-desk"], ["DESKTOP-PR4M4N8", "NORTHWIND\\logistics-desk"]]
  .map(([name = "", user = ""]) => ({ machine: machine(name), group: null, user }));

const [payables, accounting, logistics, treasury, warehouse, care] = owners as [LookupCell, LookupCell, LookupCell, LookupCell, LookupCell, LookupCell];
const flow = (name: string, owner: LookupCell, seconds: number, of: LookupCell | null, version: string): Flow =>
  ({ flow: process(name), owner, seconds, group: of, version });
const tree = (of: Flow, ...calls: FlowTree[]): FlowTree => ({ flow: of, calls });

const signIn = flow("Sign in to SAP GUI", accounting, 25, finance, "1.12.0");
const readMail = flow("Read invoice mailbox", payables, 50, finance, "2.3.1");
const postInvoice = flow("Post invoice in SAP", accounting, 95, finance, "3.0.4");
const readPdf = flow("Extract invoice lines", payables, 35, finance, "1.8.0");
const exportLedger = flow("Export general ledger", accounting, 260, finance, "1.4.2");
const reconcile = flow("Reconcile bank statement", treasury, 340, finance, "2.1.0");
const stock = flow("Update stock levels", warehouse, 75, supply, "4.2.0");
const labels = flow("Print shipping labels", warehouse, 40, supply, "1.1.3");
const carrier = flow("Book carrier pick-up", logistics, 120, supply, "2.0.0");
const track = flow("Track inbound containers", logistics, 180, supply, "1.6.5");
const refund = flow("Refund customer order", care, 85, service, "1.3.0");
const ticket = flow("Close resolved tickets", care, 55, service, "2.7.1");
const dispatch = flow("Dispatch night orders", warehouse, 25, supply, "2.2.0");
const address = flow("Change customer address", care, 30, service, "1.0.9");

/** Runs that flows of the cloud start round the clock, with how often relative to the others. */
export const dayWork: readonly { readonly tree: FlowTree; readonly weight: number }[] = [
  { tree: tree(stock), weight: 9 },
  { tree: tree(flow("Process vendor invoice", payables, 20, finance, "5.1.0"), tree(readMail), tree(readPdf), tree(postInvoice, tree(signIn))), weight: 4 },
  { tree: tree(labels), weight: 7 },
  { tree: tree(ticket), weight: 6 },
  { tree: tree(refund, tree(address)), weight: 3 },
  { tree: tree(carrier, tree(labels)), weight: 3 },
  { tree: tree(address), weight: 4 },
  { tree: tree(track), weight: 3 },
];

/** Month-end close: parents three deep (a sign-in has three ancestors). */
export const closing: FlowTree = tree(flow("Month-end close", treasury, 30, finance, "1.0.2"),
  tree(flow("Close accounts payable", accounting, 40, finance, "1.0.1"), tree(postInvoice, tree(signIn)), tree(exportLedger, tree(signIn))),
  tree(reconcile, tree(readPdf)),
  tree(exportLedger));

/** The nightly batch: everything is requested within minutes, so that it queues for machines. */
export const nightWork: readonly FlowTree[] = [
  closing, tree(track, tree(stock)), tree(dispatch, tree(stock), tree(labels), tree(labels), tree(labels), tree(labels), tree(carrier), tree(track)), tree(reconcile), tree(exportLedger, tree(signIn)), tree(ticket), tree(refund),
];

/** Flows that people run at their own machines. */
export const deskWork: readonly Flow[] = [
  flow("Fill in travel expenses", treasury, 65, null, "1.2.0"), flow("Copy quotes into CRM", logistics, 140, null, "0.9.3"), flow("Weekly sales report", payables, 210, null, "2.2.2"),
];
