/** The Worker's side: handlers that the page calls by name. */
import type { Backend } from "./requests";
import type { AskArgument, CallMessage, MessageEnd, ReturnMessage } from "./worker";

export type Handlers = Readonly<Record<string, (argument: unknown) => unknown>>;

/** Answers every call with what its handler returns, or resolves to; calls that fail are answered with the text of the error. */
export function serveCalls(end: MessageEnd, handlers: Handlers): void {
  end.addEventListener("message", ({ data }) => void answer(end, handlers, data as CallMessage));
}

async function answer(end: MessageEnd, handlers: Handlers, { call, name, argument }: CallMessage): Promise<void> {
  let message: ReturnMessage;
  try {
    const handler = handlers[name];
    if (!handler) throw new Error(`the Worker has no handler "${name}"`);
    message = { call, value: await handler(argument) };
  } catch (error) {
    message = { call, thrown: error instanceof Error ? error.message : String(error) };
  }
  end.postMessage(message);
}

/** @param backend read with each question, since it may be made afresh. */
export function askHandler(backend: () => Backend): Handlers {
  return {
    ask: argument => {
      const { kind, question, circumstances } = argument as AskArgument;
      return backend().ask(kind, question, circumstances);
    },
  };
}
