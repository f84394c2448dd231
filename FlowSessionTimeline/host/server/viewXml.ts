import { fail, ok, Result } from "../../base/result";
import { normaliseId } from "../../domain/recordId";
import { FetchClient } from "./fetchClient";
import type { Refusal } from "./openQuestion";

/** Views of everybody, and the user's own: an id belongs to one of them, and nothing says to which (host facts 4). */
const VIEW_TABLES = ["savedquery", "userquery"] as const;

/** The FetchXML of a view. */
export async function readViewXml(client: FetchClient, viewId: string, signal: AbortSignal): Promise<Result<string, Refusal>> {
  for (const table of VIEW_TABLES) {
    const view = await client.record(table, normaliseId(viewId), ["fetchxml"], signal);
    if (view.ok && typeof view.value.fetchxml === "string") return ok(view.value.fetchxml);
    // "invalid": there is no such record in this table.
    if (!view.ok && view.error.kind !== "invalid") return fail({ fault: view.error });
  }
  return fail({ limit: "viewUnreadable" });
}
