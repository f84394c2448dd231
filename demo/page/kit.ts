/** What the page loads before anything can be hosted: React, Fluent, and the control as it was built. */
import { installPage, readManifest, readResx, type ControlConstructor, type ControlManifest, type HostLibraries, type Strings } from "../../emulator";
import { pseudoStrings } from "./pseudo";
import type { Settings } from "./settings";

export interface Kit {
  readonly control: ControlConstructor;
  readonly manifest: ControlManifest;
  readonly libraries: HostLibraries;
  strings(language: Settings["lang"]): Promise<Strings>;
}

interface LibraryGlobals { readonly React?: HostLibraries["React"]; readonly ReactDOM?: HostLibraries["ReactDOM"]; readonly FluentUIReact?: unknown; FabricConfig?: object }

/** Where the files of a control are: on the demo's server, or in a solution's zip. */
export interface ControlFiles {
  /** @param path as the manifest writes it. */
  addressOf(path: string): string;
}

const built: ControlFiles = { addressOf: path => `/control/${path}` };
const lcids: Readonly<Record<Settings["lang"], number>> = { en: 1033, de: 1031, pseudo: 1033 };

/** @throws Error with the file that could not be loaded. */
export async function loadKit(react: Settings["react"], control: ControlFiles = built): Promise<Kit> {
  const page = window as LibraryGlobals;
  // Fluent would fetch its fonts from Microsoft's servers.
  page.FabricConfig = { fontBaseUrl: "", iconBaseUrl: "" };
  const manifestXml = await loadText(control.addressOf("ControlManifest.xml"));
  for (const script of [`react${react}`, `react-dom${react}`, "fluent"]) await loadScript(`/lib/${script}.js`);
  const { React, ReactDOM, FluentUIReact } = page;
  if (!React || !ReactDOM || !FluentUIReact) throw new Error("React or Fluent did not leave its global.");
  const registry = installPage(window, { react: React, fluent: FluentUIReact });
  const files = new DOMParser().parseFromString(manifestXml, "application/xml");
  for (const css of files.querySelectorAll("resources > css")) loadStyle(control.addressOf(css.getAttribute("path") ?? ""));
  await loadScript(control.addressOf("bundle.js"));
  const manifest = readManifest(manifestXml);
  const resx = (lcid: number): string => {
    const path = [...files.querySelectorAll("resources > resx")].map(entry => entry.getAttribute("path") ?? "").find(entry => entry.endsWith(`.${lcid}.resx`));
    if (path === undefined) throw new Error(`The control's manifest lists no texts for the language ${lcid}.`);
    return control.addressOf(path);
  };
  return {
    control: registry.resolve(manifest.name), manifest, libraries: { React, ReactDOM },
    strings: async language => {
      const strings = readResx(await loadText(resx(lcids[language])));
      return language === "pseudo" ? pseudoStrings(strings) : strings;
    },
  };
}

async function loadText(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} could not be loaded (${response.status}).`);
  return response.text();
}

function loadScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${address} could not be loaded.`));
    document.head.append(script);
  });
}

function loadStyle(address: string): void {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = address;
  document.head.append(link);
}
