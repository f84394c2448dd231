/**
 * [Content_Types].xml, which the platform's reader (Open Packaging Conventions) demands: a type for every extension in the package.
 * The platform keeps the bytes whatever the type says, so everything but XML is a stream of octets.
 * @param names paths in the package
 */
export function contentTypes(names: Iterable<string>): string {
  const extensions = [...new Set([...names].map((name) => name.slice(name.lastIndexOf(".") + 1)))].sort();
  const defaults = extensions.map((extension) => `<Default Extension="${extension}" ContentType="${extension === "xml" ? "text/xml" : "application/octet-stream"}" />`);
  return `<?xml version="1.0" encoding="utf-8"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults.join("")}</Types>\n`;
}
