/**
 * [Content_Types].xml, which the platform's reader (Open Packaging Conventions) demands: a type for every extension in the package, and one
 * for each file without an extension. The platform keeps the bytes whatever the type says, so everything but XML is a stream of octets.
 * @param names paths in the package
 */
export function contentTypes(names: Iterable<string>): string {
  const list = [...names];
  const extensions = [...new Set(list.map(extensionOf).filter((extension) => extension !== ""))].sort();
  const defaults = extensions.map((extension) => `<Default Extension="${extension}" ContentType="${extension === "xml" ? "text/xml" : OCTETS}" />`);
  const overrides = list.filter((name) => extensionOf(name) === "").sort().map((name) => `<Override PartName="/${name}" ContentType="${OCTETS}" />`);
  return `<?xml version="1.0" encoding="utf-8"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${[...defaults, ...overrides].join("")}</Types>\n`;
}

const OCTETS = "application/octet-stream";

/** What follows the last dot of a file's name, or "". */
export function extensionOf(path: string): string {
  return /\.([^./]+)$/.exec(path)?.[1] ?? "";
}
