/** The page's side of a backend in a Worker: questions go over as messages and come back in any order. */
import type { Backend, Circumstances, Reply, RequestKind, Requests } from "./requests";

/** A Worker, its own scope, or a port: what a message can be sent through. */
export interface MessageEnd {
  postMessage(message: unknown): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
}

/** The name of a handler on the other side, with its argument. */
export interface CallMessage { readonly call: number; readonly name: string; readonly argument: unknown }
export type ReturnMessage = { readonly call: number; readonly value: unknown } | { readonly call: number; readonly thrown: string };

/** Calls handlers on the other side. */
export class WorkerCalls {
  private count = 0;
  private readonly waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();

  constructor(private readonly end: MessageEnd) {
    end.addEventListener("message", ({ data }) => this.returned(data as ReturnMessage));
  }

  /** @throws (rejects with) an Error with the text of what the handler threw. */
  call(name: string, argument: unknown): Promise<unknown> {
    const call = ++this.count;
    const message: CallMessage = { call, name, argument };
    return new Promise((resolve, reject) => {
      this.waiting.set(call, { resolve, reject });
      this.end.postMessage(message);
    });
  }

  private returned(message: ReturnMessage): void {
    const waiting = this.waiting.get(message.call);
    this.waiting.delete(message.call);
    if ("thrown" in message) waiting?.reject(new Error(message.thrown));
    else waiting?.resolve(message.value);
  }
}

/** What a backend is asked, as one argument. */
export interface AskArgument<K extends RequestKind = RequestKind> { readonly kind: K; readonly question: Requests[K]["question"]; readonly circumstances: Circumstances }

/** A backend whose handler `ask` is on the other side (`askHandler`). */
export function workerBackend(calls: WorkerCalls): Backend {
  return {
    ask: <K extends RequestKind>(kind: K, question: Requests[K]["question"], circumstances: Circumstances) => {
      const argument: AskArgument<K> = { kind, question, circumstances };
      // The other side's backend answers by the same types.
      return calls.call("ask", argument) as Promise<Reply<Requests[K]["answer"]>>;
    },
  };
}
