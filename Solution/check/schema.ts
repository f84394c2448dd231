import { spawnSync } from "node:child_process";
import { Finding } from "./finding";

/** xmllint's exit codes: valid, not valid. Any other means that it did not get so far. */
const VALID = 0;
const NOT_VALID = 3;

/** What a validation came to: findings, or the reason why there was none. */
export type SchemaResult = { readonly kind: "checked"; readonly findings: readonly Finding[] } | { readonly kind: "unavailable"; readonly reason: string };

/**
 * What exports of today have and the schemas, which are older, do not know: left out of what is validated. Everything else is.
 * Site maps say how they are shown, apps their state and navigation, roles whether team members inherit them.
 */
const NEWER_THAN_SCHEMA: readonly (readonly [within: RegExp, newer: RegExp])[] = [
  [/<AppModuleSiteMap>.*?<\/AppModuleSiteMap>/gs, /<(EnableCollapsibleGroups|ShowHome|ShowPinned|ShowRecents)>[^<]*<\/\1>/g],
  [/<AppModule>.*?<\/AppModule>/gs, /<OptimizedFor\/>|<(NavigationType|statecode|statuscode)>[^<]*<\/\1>/g],
  [/<Role [^>]*>/g, / isinherited="1"/g],
];

const asOld = (xml: string): string => NEWER_THAN_SCHEMA.reduce((text, [within, newer]) => text.replace(within, (part) => part.replace(newer, "")), xml);

/**
 * Validates XML against one of Microsoft's customization schemas with xmllint.
 * @param file name for the findings
 * @param schema path of the .xsd
 */
export function validateWithSchema(xml: string, file: string, schema: string): SchemaResult {
  const run = spawnSync("xmllint", ["--noout", "--schema", schema, "-"], { input: asOld(xml), encoding: "utf8" });
  if (run.error) return { kind: "unavailable", reason: `xmllint cannot be run (${run.error.message})` };
  if (run.status !== VALID && run.status !== NOT_VALID) return { kind: "unavailable", reason: `xmllint refuses ${schema}: ${run.stderr.split("\n", 1)[0] ?? ""}` };
  const errors = run.stderr.split("\n").map((line) => SCHEMA_ERROR.exec(line)).filter((match) => match !== null);
  return {
    kind: "checked",
    findings: errors.map(([, node = "", message = ""]) => ({ rule: "schema", file, node, message })).filter(({ message }) => !isAnchoredPattern(message)),
  };
}

const SCHEMA_ERROR = /element ([^:]+): Schemas validity error : (.*)$/;
const PATTERN_ERROR = /The value '(.*)' is not accepted by the pattern '(\^.*\$)'\.$/;

/**
 * The one exception: Microsoft writes some patterns between ^ and $, which .NET reads as anchors and XSD as these two characters. No value
 * can match such a pattern in xmllint, not even the `width="100%"` and `IntroducedVersion` 1.0 of real exports, so it is matched here.
 */
function isAnchoredPattern(message: string): boolean {
  const match = PATTERN_ERROR.exec(message);
  return match !== null && new RegExp(match[2] ?? "").test(match[1] ?? "");
}
