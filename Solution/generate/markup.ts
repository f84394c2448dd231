/** An element to be written: with elements in it, or a text. */
export interface Markup {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: readonly Markup[] | string;
}

export const element = (name: string, attributes: Markup["attributes"] = {}, content: Markup["content"] = []): Markup => ({ name, attributes, content });

/** Elements with one text each, in this order. */
export const texts = (values: Readonly<Record<string, string>>): Markup[] => Object.entries(values).map(([name, text]) => element(name, {}, text));

/** A source file: declaration, two blanks for each step in. */
export const writeFile = (root: Markup): string => `<?xml version="1.0" encoding="utf-8"?>\n${lines(root, "").join("\n")}\n`;

function lines({ name, attributes, content }: Markup, indent: string): string[] {
  const start = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value).replace(/"/g, "&quot;")}"`)].join(" ");
  if (content.length === 0) return [`${indent}<${start} />`];
  if (typeof content === "string") return [`${indent}<${start}>${escaped(content)}</${name}>`];
  return [`${indent}<${start}>`, ...content.flatMap((child) => lines(child, `${indent}  `)), `${indent}</${name}>`];
}

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
