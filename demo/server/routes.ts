/** What the demo's server hands out, and nothing else. */
import path from "node:path";
import type { Org } from "./orgArguments";

export interface Sources {
  /** Folder with package.json and node_modules. */
  readonly root: string;
  /** The page, as `buildPage` leaves it. */
  readonly page: string;
  /** The control's bundle, as pcf-scripts leaves it. */
  readonly control: string;
  /** Absolute path of a CSV. */
  readonly data: string | null;
  /** A real Dataverse that the page may ask through this server. */
  readonly org: Org | null;
}

const packages: ReadonlyMap<string, string> = new Map(Object.entries({
  "/lib/react16.js": "react/umd/react.production.min.js",
  "/lib/react-dom16.js": "react-dom/umd/react-dom.production.min.js",
  "/lib/react17.js": "react17/umd/react.production.min.js",
  "/lib/react-dom17.js": "react-dom17/umd/react-dom.production.min.js",
  "/lib/fluent.js": "@fluentui/react/dist/fluentui-react.umd.js",
}));

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml",
  ".xml": "application/xml", ".resx": "application/xml", ".json": "application/json", ".txt": "text/plain; charset=utf-8", ".csv": "text/csv", ".map": "application/json", ".png": "image/png",
};

export const dataRoute = "/data.csv";

/**
 * The file behind a path of a URL; null where there is none to be had.
 * @param pathname as it stands in the URL, percent-encoded.
 */
export function fileOf(pathname: string, { root, page, control, data }: Sources): string | null {
  const plain = decode(pathname);
  if (plain === null) return null;
  if (plain === dataRoute) return data;
  const packaged = packages.get(plain);
  if (packaged !== undefined) return path.join(root, "node_modules", packaged);
  if (plain === "/" || plain === "/index.html") return path.join(page, "index.html");
  return inside(control, plain, "/control/") ?? inside(page, plain, "/page/") ?? (plain.endsWith(".zip") ? inside(path.join(root, "Solution", "bin"), plain, "/solution/") : null);
}

export function typeOf(file: string): string {
  return types[path.extname(file).toLowerCase()] ?? "application/octet-stream";
}

/** Null bytes and malformed escapes have no file. */
function decode(pathname: string): string | null {
  try {
    const plain = decodeURIComponent(pathname);
    return plain.includes("\0") ? null : plain;
  } catch {
    return null;
  }
}

/** Resolves first and looks afterwards, so that no way of writing `..` leaves the folder. */
function inside(folder: string, plain: string, prefix: string): string | null {
  if (!plain.startsWith(prefix)) return null;
  const file = path.resolve(folder, plain.slice(prefix.length).replace(/^[\\/]+/, ""));
  return file.startsWith(path.resolve(folder) + path.sep) ? file : null;
}
