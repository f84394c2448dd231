/** The pages around the scripts. */
import { Files } from "./build";
import { ContenderEntry } from "./contenders";

const STYLE = "html,body{margin:0;padding:0;background:#fff;overflow:hidden}#host{width:1280px;height:720px;position:relative;overflow:hidden}";
const script = (address: string): string => `<script src="${address}"></script>`;
/** Fluent would fetch its fonts from elsewhere. */
export const NO_FONTS = '<script>window.FabricConfig={fontBaseUrl:"",iconBaseUrl:""}</script>';
const PLATFORM = [NO_FONTS, script("/lib/react.js"), script("/lib/react-dom.js"), script("/lib/fluent.js")];

export function page(styles: readonly string[], scripts: readonly string[]): Uint8Array {
  const links = styles.map((address) => `<link rel="stylesheet" href="${address}">`);
  return Buffer.from(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>bench</title><style>${STYLE}</style>${links.join("")}</head><body><div id="host"></div>${scripts.join("")}</body></html>`);
}

export function addPages(files: Files, contenders: readonly ContenderEntry[]): void {
  for (const contender of contenders) files.set(`/${contender.name}.html`, contender.page === "host" ? hostPage(files, contender) : plainPage(files, contender));
}

function plainPage(files: Files, { name }: ContenderEntry): Uint8Array {
  return page(files.has(`/${name}.css`) ? [`/${name}.css`] : [], [script(`/${name}.js`), script("/page.js")]);
}

/** React and Fluent are there before the control is, as in the platform. */
function hostPage(files: Files, { name, bundle }: ContenderEntry): Uint8Array {
  const text = (file: string): string => Buffer.from(files.get(`/control/${file}`) ?? []).toString("utf8");
  const controlFiles = { manifest: text("ControlManifest.xml"), strings: text("strings/FlowSessionTimeline.1033.resx") };
  const inline = `<script>window.controlFiles=${JSON.stringify(controlFiles).replace(/</g, "\\u003c")}</script>`;
  const own = bundle === "control" ? [script("/control/bundle.js")] : [];
  return page(["/control/css/FlowSessionTimeline.css"], [...PLATFORM, inline, script(`/${name}.js`), ...own, script("/page.js")]);
}
