import { descendantsOf } from "../pack/xml";
import { findingAt } from "./finding";
import { CheckContext, Rule } from "./rule";

/** Reading the app and the desktop flow itself. The platform spells these two with capitals. */
const READ_ALWAYS = ["prvReadAppModule", "prvReadWorkflow"];
/** No privilege exists for process sessions: whoever may read processes reads them. */
const WITHOUT_PRIVILEGE = "processsession";
/** What cancelling a run may need beyond reading. */
const OPERATOR_WRITES = ["prvWriteflowsession"];

/** A role reads every table that is shown, of all owners, and does nothing else; the operator also what cancelling needs. */
const privileges: Rule = function* (zip, context) {
  for (const role of zip.roles) {
    const granted = descendantsOf(role, "RolePrivilege");
    const isOperator = role.getAttribute("id") === `{${context.ids["role/operator"] ?? ""}}`;
    const names = granted.map((privilege) => privilege.getAttribute("name") ?? "");
    for (const needed of readPrivileges(context)) {
      if (!names.includes(needed)) yield findingAt(role, "role.reads", `The role lacks ${needed}: what it protects stays empty.`);
    }
    for (const privilege of granted) {
      const name = privilege.getAttribute("name") ?? "";
      if (![...readPrivileges(context), ...OPERATOR_WRITES].includes(name)) yield findingAt(privilege, "role.privilege", "Nothing that the solution does needs this privilege, or it is spelled otherwise.");
      else if (OPERATOR_WRITES.includes(name) && !isOperator) yield findingAt(privilege, "role.writes", "Only the operator may change runs.");
      if (privilege.getAttribute("level") !== "Global") yield findingAt(privilege, "role.level", "Runs of others are read at the level Global only.");
      if (names.indexOf(name) !== granted.indexOf(privilege)) yield findingAt(privilege, "role.once", "The privilege is granted twice.");
    }
  }
};

function readPrivileges({ tables }: CheckContext): string[] {
  return [...READ_ALWAYS, ...[...tables].filter(([name]) => name !== WITHOUT_PRIVILEGE).map(([, table]) => `prvRead${table.schemaName}`)];
}

export const ROLE_RULES: readonly Rule[] = [privileges];
