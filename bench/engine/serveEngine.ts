import { readFileSync } from "node:fs";
import path from "node:path";
import { writePictureWorker } from "../../scripts/pictureWorker";
import { bundle, Files, install } from "../build";
import { NO_FONTS, page } from "../pages";
import { serve, Server } from "../server";

/** One React for the control's sources and for the page that renders them. */
const ONE_REACT = { react: path.resolve("node_modules/react"), "react-dom": path.resolve("node_modules/react-dom") };

/** Serves the engine's page: the control's sources as a production bundle, with their texts and styles. */
export async function serveEngine(): Promise<Server & { readonly address: string }> {
  install("bench");
  // The control's sources hold it as a text, which is not theirs to make; a soak builds no control before.
  writePictureWorker();
  const files: Files = new Map();
  files.set("/control.css", readFileSync("FlowSessionTimeline/css/FlowSessionTimeline.css"));
  for (const [name, source] of [["engine", "engine/enginePage.tsx"], ["page", "page/page.ts"]] as const) {
    for (const { kind, contents } of await bundle(source, "bench", { alias: ONE_REACT })) files.set(`/${name}.${kind}`, contents);
  }
  const texts = JSON.stringify(readFileSync("FlowSessionTimeline/strings/FlowSessionTimeline.1033.resx", "utf8")).replace(/</g, "\\u003c");
  files.set("/engine.html", page(["/control.css"], [NO_FONTS, `<script>window.engineTexts=${texts}</script>`, '<script src="/engine.js"></script>', '<script src="/page.js"></script>']));
  const server = await serve(files);
  return { ...server, address: `${server.origin}/engine.html` };
}
