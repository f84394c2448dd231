/** Members that hold what a person can read, in whatever case; other members are only looked into. */
const MESSAGE = /^(error)?(message|description|reason|title)(text)?$|^detail$|^error$/i;
/** Members whose texts are for developers. */
const TECHNICAL = /stack|trace|^(@odata|\$)/i;
/** How many values are looked at: an error text of Dataverse has at most 100,000 characters. */
const MAX_VALUES = 10_000;

interface Found {
  readonly key: string;
  readonly value: unknown;
}

/**
 * The readable sentences of an error text, one a line, each once. The text may be JSON of any depth, JSON within the strings of
 * JSON, or words before JSON. What holds no such sentence is given back as it is, trimmed. Never throws.
 */
export function readableError(text: string): string {
  const sentences = new Set<string>();
  const left: Found[] = [{ key: "message", value: text }];
  for (let seen = 0; left.length > 0 && seen < MAX_VALUES; seen++) {
    const { key, value } = left.pop() as Found; // the loop's condition says that there is one
    if (typeof value === "string") readString(key, value, sentences, left);
    else if (typeof value === "object" && value !== null) for (const member of membersOf(key, value).reverse()) left.push(member);
  }
  return sentences.size > 0 ? [...sentences].join("\n") : text.trim();
}

/** The members of a value from JSON; those of a list inherit its key. */
function membersOf(key: string, value: object): Found[] {
  if (Array.isArray(value)) return value.map((item: unknown) => ({ key, value: item }));
  return Object.entries(value)
    .filter(([name]) => !TECHNICAL.test(name))
    .map(([name, member]: [string, unknown]) => ({ key: name, value: member }));
}

function readString(key: string, text: string, sentences: Set<string>, left: Found[]): void {
  const start = text.search(/[{[]/);
  const end = Math.max(text.lastIndexOf("}"), text.lastIndexOf("]")) + 1;
  const inner = start >= 0 && end > start ? parseJson(text.slice(start, end)) : undefined;
  if (typeof inner !== "object" || inner === null) {
    addSentence(key, text, sentences);
    return;
  }
  addSentence(key, text.slice(0, start), sentences);
  left.push({ key, value: text.slice(end) }, { key, value: inner });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // most error texts are no JSON: they are read as they are
  }
}

function addSentence(key: string, text: string, sentences: Set<string>): void {
  const sentence = text.trim();
  if (sentence !== "" && MESSAGE.test(key) && /\p{L}/u.test(sentence)) sentences.add(sentence);
}
