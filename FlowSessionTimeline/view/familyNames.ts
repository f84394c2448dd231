import { StatusFamily } from "../domain/status";
import { StringKey } from "./stringKeys";

/** What the families of statuses are called. */
export const FAMILY_NAMES: Readonly<Record<StatusFamily, StringKey>> = { failed: "Family_Failed", open: "Family_Open", ok: "Family_Ok", stopped: "Family_Stopped", other: "Family_Other" };
