import { NO_STATUS } from "../domain/status";
import { Ports } from "./ports";

/** The name of a status in the user's language; its number where the table does not know it. */
export function statusLabel({ strings, source }: Ports, code: number): string {
  if (code === NO_STATUS) return strings.text("Status_Missing");
  const status = source.store.statuses.get(code);
  return status.name === "Unknown" ? strings.text("Status_Unknown", String(code)) : strings.text(`Status_${status.name}` as "Status_Failed");
}
