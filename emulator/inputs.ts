/** `context.parameters.<input>`: the host always hands `{raw}` for every property of the manifest. */
import type { ControlManifest } from "./contract";
import { strictObject, type ViolationReport } from "./strict";

export type InputValue = string | number | boolean | null;
type Property = ComponentFramework.PropertyTypes.Property;

export class Inputs {
  private readonly values: Map<string, InputValue>;

  /** @throws for a value of an input that the manifest does not have. */
  constructor(private readonly manifest: ControlManifest, overrides: Readonly<Record<string, InputValue>>, private readonly report: ViolationReport) {
    this.values = new Map(Object.entries(manifest.inputs).map(([name, { defaultValue }]) => [name, defaultValue]));
    for (const [name, value] of Object.entries(overrides)) this.set(name, value);
  }

  set(name: string, raw: InputValue): void {
    if (!this.values.has(name)) throw new Error(`the manifest has no property ${name}`);
    this.values.set(name, raw);
  }

  /** Getters by name, for `context.parameters`. */
  addTo(parameters: object): void {
    for (const name of this.values.keys()) Object.defineProperty(parameters, name, { enumerable: true, get: () => this.property(name) });
  }

  private property(name: string): Property {
    const raw = this.values.get(name) ?? null;
    const type = this.manifest.inputs[name]?.type ?? "";
    return strictObject<Property>(`context.parameters.${name}`, { raw, type, error: false, errorMessage: "" }, this.report,
      ["formatted", "security", "attributes"]);
  }
}
