import { TimelineInputs } from "../model/view";
import { element, Markup } from "./markup";

/** The native grid: the fallback of a bound control, and what a subgrid is. */
export const NATIVE_GRID = "{E7A81278-8635-4D9E-8D4D-59480B391C5B}";
const CONTROL = "fst_FlowSessionTimeline.FlowSessionTimeline";
/** Web, tablet, phone. A control that is missing in one silently does not render. */
const FORM_FACTORS = ["0", "1", "2"];

/**
 * Binds the control to a view or a subgrid, on every kind of device.
 * @param forControl the subgrid's uniqueid, for a subgrid
 * @param native parameters of the native grid
 * @param rows what says which rows the data-set has
 */
export function controlDescription(inputs: TimelineInputs, forControl: string | null, native: readonly Markup[], rows: readonly Markup[]): Markup {
  const parameters = element("parameters", {}, [
    element("data-set", { name: "sessions" }, rows),
    ...Object.entries(inputs).map(([name, value]) => element(name, { static: "true", type: "Enum" }, String(value))),
  ]);
  return element("controlDescription", forControl === null ? {} : { forControl }, [
    element("customControl", { id: NATIVE_GRID }, [element("parameters", {}, native)]),
    ...FORM_FACTORS.map((formFactor) => element("customControl", { formFactor, name: CONTROL }, [parameters])),
  ]);
}
