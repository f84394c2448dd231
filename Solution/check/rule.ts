import { TableReference } from "../model/platformTable";
import { ControlManifest } from "./controlManifest";
import { Finding } from "./finding";
import { PackedZip } from "./packedZip";

/** What a packed solution is measured against. */
export interface CheckContext {
  /** Version of package.json, three numbers. */
  readonly version: string;
  /** ControlManifest.Input.xml. */
  readonly control: ControlManifest;
  /** The languages of the control's texts, as the platform numbers them. */
  readonly languages: readonly string[];
  /** Table to what is known of it. */
  readonly tables: ReadonlyMap<string, TableReference>;
  /** Tables that the control knows, to the columns that every view of them carries. */
  readonly viewColumns: ReadonlyMap<string, readonly string[]>;
  /** Name to id of what the solutions may bring. */
  readonly ids: Readonly<Record<string, string>>;
  /** The solution that must be there first; null if there is none. */
  readonly base: PackedZip | null;
}

/** Reads a packed solution and gives what is wrong; never changes it. */
export type Rule = (zip: PackedZip, context: CheckContext) => Iterable<Finding>;

/** The solution and the one that it stands on: where what it names may be. */
export const withBase = (zip: PackedZip, { base }: CheckContext): readonly PackedZip[] => (base ? [zip, base] : [zip]);
