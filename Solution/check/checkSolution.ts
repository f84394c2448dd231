import { ARCHIVE_RULES } from "./archiveRules";
import { BINDING_RULES } from "./bindingRules";
import { Finding } from "./finding";
import { FORM_RULES } from "./formRules";
import { ID_RULES } from "./idRules";
import { LABEL_RULES } from "./labelRules";
import { PackedZip } from "./packedZip";
import { ROOT_RULES } from "./rootRules";
import { CheckContext, Rule } from "./rule";
import { VIEW_RULES } from "./viewRules";

const RULES: readonly Rule[] = [...ARCHIVE_RULES, ...ROOT_RULES, ...ID_RULES, ...LABEL_RULES, ...BINDING_RULES, ...VIEW_RULES, ...FORM_RULES];

/** Everything that is wrong in one packed solution; empty if nothing is. */
export function checkSolution(zip: PackedZip, context: CheckContext): Finding[] {
  return RULES.flatMap((rule) => [...rule(zip, context)]);
}
