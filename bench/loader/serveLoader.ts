import { bundle, controlFiles, Files } from "../build";
import { ContenderEntry } from "../contenders";
import { addPages } from "../pages";
import { serve, Server } from "../server";

/** The page around the loader's script: as a contender's on the emulated host. */
const PAGE: ContenderEntry = { name: "loader", label: "loading from the server", source: "loader/loaderPage.ts", page: "host", bundle: "control", packages: "bench" };
const SCRIPTS = [["loader", PAGE.source], ["page", "page/page.ts"], ["worker", "../demo/worker/main.ts"]] as const;

/** Serves the control as it is built, with the emulated Dataverse for its Worker. */
export async function serveLoader(): Promise<Server & { readonly address: string }> {
  const files: Files = controlFiles();
  for (const [name, source] of SCRIPTS) for (const { kind, contents } of await bundle(source)) files.set(`/${name}.${kind}`, contents);
  addPages(files, [PAGE]);
  const server = await serve(files);
  return { ...server, address: `${server.origin}/${PAGE.name}.html` };
}
