/**
 * Members of the host that @types/powerapps-component-framework 1.3.18 does not have, or types as always there though they are not.
 * Measured in model-driven apps, 2026-09; each is checked before use.
 */
export interface ContextInfo {
  /** The form's table; on a main grid the grid's own. */
  readonly entityTypeName?: string;
  /** Absent on a main grid. */
  readonly entityId?: string;
}

/** `context.mode` as far as the typings leave it out. */
export interface ModeExtension {
  readonly contextInfo?: ContextInfo;
}

/** `context.fluentDesignLanguage` is undefined where the app is not on the modern look. */
export interface DesignLanguage {
  readonly isDarkTheme?: boolean;
  readonly tokenTheme?: Readonly<Record<string, unknown>>;
}

export const contextInfoOf = (mode: ComponentFramework.Mode): ContextInfo => (mode as ComponentFramework.Mode & ModeExtension).contextInfo ?? {};
