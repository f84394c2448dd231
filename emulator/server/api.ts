/** The emulated Dataverse as hosts and tests hold it: requests with latency and faults, remembered one by one. */
import { realClock, type HostClock } from "../clock";
import type { Caller, ServerError } from "./contract";
import { offlineError } from "./httpErrors";
import { errorOf, Faults, type AskedRequest, type Fault } from "./faults";
import { Ledger } from "./ledger";
import { Privileges } from "./privileges";
import type { Backend, Reply, RequestKind, Requests } from "./requests";

export interface EmulatedServer {
  readonly ledger: Ledger;
  readonly faults: Faults;
  readonly privileges: Privileges;
  /** Ms from a question to its answer; for a Worker what it takes comes on top. Takes effect with the next request. */
  latency: number;
  /** @throws (rejects with) a plain ServerError. */
  ask<K extends RequestKind>(kind: K, question: Requests[K]["question"], caller: Caller): Promise<Requests[K]["answer"]>;
}

export interface ServerOptions {
  readonly backend: Backend;
  /** Default: real time. */
  readonly clock?: HostClock;
  /** Ms; default 80. */
  readonly latency?: number;
}

export function createServer(options: ServerOptions): EmulatedServer {
  return new Server(options);
}

class Server implements EmulatedServer {
  readonly ledger = new Ledger();
  readonly faults = new Faults();
  readonly privileges = new Privileges();
  latency: number;
  private readonly backend: Backend;
  private readonly clock: HostClock;

  constructor({ backend, clock = realClock, latency = 80 }: ServerOptions) {
    this.backend = backend;
    this.clock = clock;
    this.latency = latency;
  }

  ask<K extends RequestKind>(kind: K, question: Requests[K]["question"], caller: Caller): Promise<Requests[K]["answer"]> {
    const asked: AskedRequest = { kind, table: question.table, text: textOf(question) };
    const close = this.ledger.open(kind, asked.table, asked.text, this.clock.now());
    const fault = this.faults.offline ? undefined : this.faults.take(asked);
    return new Promise((resolve, reject) => {
      const refuse = (error: ServerError): void => {
        close({ rows: 0, bytes: JSON.stringify(error).length, error }, this.clock.now());
        reject(error);
      };
      const settle = (reply: Reply<Requests[K]["answer"]>): void => {
        if (this.faults.offline) return refuse(offlineError());
        if (!reply.ok) return refuse(reply.error);
        close({ rows: reply.rows, bytes: reply.bytes, error: null }, this.clock.now());
        resolve(reply.value);
      };
      this.clock.after(fault?.kind === "slow" ? fault.afterMs : this.latency, () => {
        const error = this.faults.offline ? offlineError() : fault && errorOf(fault, asked.table, caller.userId);
        if (error) return refuse(error);
        const circumstances = { caller, nowMs: this.clock.now(), unreadable: this.privileges.unreadable };
        this.backend.ask(kind, shortened(question, fault), circumstances).then(settle, reject);
      });
    });
  }
}

/** A truncated page is the answer to a smaller question: fewer rows, and the cookie that goes with them. */
function shortened<Q extends object>(question: Q, fault: Fault | undefined): Q {
  if (fault?.kind !== "truncated" || !("maxPageSize" in question)) return question;
  return { ...question, maxPageSize: Math.min(Number(question.maxPageSize), fault.rows) };
}

/** What tells one question from another, for the ledger and for faults. */
function textOf(question: Requests[RequestKind]["question"]): string {
  if ("options" in question) return question.options;
  if ("viewId" in question) return JSON.stringify(question);
  return "name" in question ? question.name : (question.columns ?? []).join(",");
}
