/** What a solution's zip holds, as an app shows it. */

/** A text by language, in the platform's numbers. */
export type Labels = ReadonlyMap<number, string>;

/** The control in the place of a list, with what the solution sets. */
export interface Binding { readonly inputs: Readonly<Record<string, string>> }

export interface PackedView {
  /** Lower-case GUID without braces, as all ids here. */
  readonly id: string;
  readonly table: string;
  readonly labels: Labels;
  /** The width is in CSS px. */
  readonly columns: readonly { readonly name: string; readonly width: number }[];
  readonly order: readonly { readonly column: string; readonly descending: boolean }[];
  readonly fetchXml: string;
  readonly layoutXml: string;
  /** Null: a plain list. */
  readonly binding: Binding | null;
}

export interface PackedSubgrid {
  readonly name: string;
  readonly viewId: string;
  readonly relationship: string;
  readonly table: string;
  readonly binding: Binding | null;
}

export interface PackedSection {
  readonly labels: Labels;
  readonly fields: readonly { readonly column: string; readonly labels: Labels }[];
  readonly subgrids: readonly PackedSubgrid[];
}

export interface PackedTab { readonly labels: Labels; readonly columns: readonly (readonly PackedSection[])[] }

export interface PackedForm { readonly id: string; readonly table: string; readonly labels: Labels; readonly tabs: readonly PackedTab[] }

/** A page of the app: a view, or a table's default list. */
export interface PackedPage {
  readonly id: string;
  readonly labels: Labels;
  /** Name of a web resource. */
  readonly icon: string;
  readonly viewId: string | null;
  readonly table: string;
}

export interface PackedGroup { readonly id: string; readonly labels: Labels; readonly pages: readonly PackedPage[] }

export interface PackedRole { readonly id: string; readonly name: string; readonly privileges: ReadonlyMap<string, string> }

export interface PackedSolution {
  /** Unique names of the solutions that were opened. */
  readonly names: readonly string[];
  readonly title: Labels;
  readonly groups: readonly PackedGroup[];
  /** Ids of the views and forms that the app lists, and the roles that open it. */
  readonly components: ReadonlySet<string>;
  readonly openedBy: ReadonlySet<string>;
  readonly views: readonly PackedView[];
  readonly forms: readonly PackedForm[];
  readonly roles: readonly PackedRole[];
  /** Name of a web resource to its text. */
  readonly icons: ReadonlyMap<string, string>;
  /** Path below the control's folder to its bytes. */
  readonly control: ReadonlyMap<string, Uint8Array>;
}
