import { APP_RULES } from "./appRules";
import { ARCHIVE_RULES } from "./archiveRules";
import { BINDING_RULES } from "./bindingRules";
import { DEPENDENCY_RULES } from "./dependencyRules";
import { Finding } from "./finding";
import { FORM_RULES } from "./formRules";
import { ID_RULES } from "./idRules";
import { LABEL_RULES } from "./labelRules";
import { PackedZip } from "./packedZip";
import { ROLE_RULES } from "./roleRules";
import { ROOT_RULES } from "./rootRules";
import { CheckContext, Rule } from "./rule";
import { VIEW_RULES } from "./viewRules";

const RULES: readonly Rule[] = [
  ...ARCHIVE_RULES, ...ROOT_RULES, ...DEPENDENCY_RULES, ...ID_RULES, ...LABEL_RULES, ...BINDING_RULES, ...VIEW_RULES, ...FORM_RULES, ...APP_RULES, ...ROLE_RULES,
];

/** Everything that is wrong in one packed solution; empty if nothing is. */
export function checkSolution(zip: PackedZip, context: CheckContext): Finding[] {
  return RULES.flatMap((rule) => [...rule(zip, context)]);
}
