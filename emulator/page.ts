/** The page's side of a bundle: the globals it expects, and the controls that it registers. */
import type { ControlConstructor } from "./contract";

/** Globals of the platform libraries, as pcf-scripts 1.51.1 writes them into a bundle. */
interface PageGlobals {
  Reactv16?: unknown;
  FluentUIReactv81211?: unknown;
  ComponentFramework?: { registerControl(name: string, constructor: ControlConstructor): void };
}

export interface PlatformLibraries { readonly react: unknown; readonly fluent: unknown }

export interface ControlRegistry {
  readonly names: readonly string[];
  /** @throws if no bundle has registered a control under this name. */
  resolve(name: string): ControlConstructor;
  /** Takes the globals away again. */
  remove(): void;
}

/**
 * Call before the bundle's script runs; it registers itself while it loads.
 * @param page the window that the bundle will see.
 * @param libraries the host's React (16.14.0 or 17.0.2) and Fluent 8.121.1 built on the same React.
 */
export function installPage(page: object, libraries: PlatformLibraries): ControlRegistry {
  const globals: PageGlobals = page;
  const controls = new Map<string, ControlConstructor>();
  globals.Reactv16 = libraries.react;
  globals.FluentUIReactv81211 = libraries.fluent;
  globals.ComponentFramework = { registerControl: (name, constructor) => void controls.set(name, constructor) };
  return {
    get names() { return [...controls.keys()]; },
    resolve: name => {
      const control = controls.get(name);
      if (!control) throw new Error(`no control "${name}" is registered on this page; registered: ${[...controls.keys()].join(", ") || "none"}`);
      return control;
    },
    remove: () => {
      delete globals.Reactv16;
      delete globals.FluentUIReactv81211;
      delete globals.ComponentFramework;
    },
  };
}

/** Runs a bundle's text in this page, as a script element does. In jsdom it needs `runScripts: "dangerously"` (jest sets it). */
export function runBundle(source: string): void {
  const script = document.createElement("script");
  script.textContent = source;
  document.head.append(script);
  script.remove();
}
