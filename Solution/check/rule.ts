import { ControlManifest } from "./controlManifest";
import { Finding } from "./finding";
import { PackedZip } from "./packedZip";
import { TableReference } from "./tableReference";

/** What a packed solution is measured against. */
export interface CheckContext {
  /** Version of package.json, three numbers. */
  readonly version: string;
  /** ControlManifest.Input.xml. */
  readonly control: ControlManifest;
  /** Table to what is known of it. Names of a table that is not here are not resolved: the caller says so. */
  readonly references: ReadonlyMap<string, TableReference>;
  /** Table to the columns that every view of it carries. */
  readonly viewColumns: ReadonlyMap<string, readonly string[]>;
}

/** Reads a packed solution and gives what is wrong; never changes it. */
export type Rule = (zip: PackedZip, context: CheckContext) => Iterable<Finding>;
