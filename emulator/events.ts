/** What a host reports, while it runs and afterwards. */

/** A dialog that the control opened and that waits for its user. */
export interface OpenDialog {
  readonly kind: "alert" | "confirm" | "error";
  readonly title?: string;
  readonly text: string;
  readonly details?: string;
  readonly confirmLabel?: string;
  readonly cancelLabel?: string;
  /** Answers it. A cancelled confirm dialog resolves with `{confirmed: false}`, as in the real host. */
  close(confirmed: boolean): void;
}

export interface OpenedRecord {
  readonly table: string;
  readonly id: string;
  /** Absent where the control gave none (`openForm`). */
  readonly name?: string;
  readonly via: "openDatasetItem" | "openForm";
  /** False for a new window, a side pane or a quick create: the page, and the control on it, stay. */
  readonly inPlace: boolean;
}

/** Why the control's `updateView` ran. */
export interface PassCause {
  readonly reason: string;
  /**
   * `control`: its own call led to it. `page`: so it did, to a page further on, which ends with the table.
   * `host`: a user of the host or a test. `noise`: unrelated, as in the real host.
   */
  readonly by: "control" | "page" | "host" | "noise";
}

export interface HostEvents {
  recordOpened: OpenedRecord;
  urlOpened: { readonly url: string };
  selectionChanged: { readonly ids: readonly string[] };
  dialogOpened: OpenDialog;
  fullScreenChanged: { readonly fullScreen: boolean };
  /** After each `updateView`; `passes` counts since the mount. */
  pass: PassCause & { readonly passes: number };
  /** The control threw in `init`, `updateView`, `destroy` or while React rendered it. */
  error: { readonly error: unknown };
  violation: { readonly message: string };
}

/** A call of the control on a member of the host. */
export interface HostCall { readonly member: string; readonly args: readonly unknown[]; readonly at: number }

export interface HostRecordings {
  /** `updateView` calls since the mount; 0 when not mounted. */
  readonly passes: number;
  /** Requests for a page since the mount or the last change of view. */
  readonly fetches: number;
  /** The last thousand. */
  readonly calls: readonly HostCall[];
  /** Every time the control touched what is not modelled or not allowed, even if it caught the error. */
  readonly violations: readonly string[];
  /** Requests to the server that were under way when the control was destroyed, over all mounts. */
  readonly abandonedRequests: number;
  readonly openDialogs: readonly OpenDialog[];
}
