/** Largest bundle that we ship, in bytes. */
export const MAX_BUNDLE_BYTES = 400 * 1024;

/**
 * What must not be in the production bundle. The platform libraries are the host's: a second react-dom beside the host's own is a latent bug,
 * and eval means a development build, which the Power Apps checker refuses.
 * @returns sentences, empty if all is well
 */
export function bundleFindings(bundle: string): readonly string[] {
  const findings: string[] = [];
  if (/react-dom/.test(bundle)) findings.push("The bundle contains react-dom: something imports it.");
  if (/\beval\(/.test(bundle)) findings.push("The bundle contains eval(: this is a development build.");
  if (!bundle.includes("Reactv16")) findings.push("The bundle does not take React from the host (Reactv16).");
  if (!bundle.includes("FluentUIReactv81211")) findings.push("The bundle does not take Fluent from the host (FluentUIReactv81211).");
  const bytes = Buffer.byteLength(bundle);
  if (bytes > MAX_BUNDLE_BYTES) findings.push(`The bundle has ${Math.round(bytes / 1024)} KB; at most ${MAX_BUNDLE_BYTES / 1024} are allowed.`);
  return findings;
}
