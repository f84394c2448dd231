import { STATUS_FAMILIES, StatusFamily } from "../../domain/status";
import { isNoneOf, isOneOf, Predicate } from "./predicate";
import { RecordColumns } from "./recordColumns";
import { ViewQuestion, withPredicate } from "./viewQuestion";

/**
 * The question without runs of hidden status families: what of the toolbar's filter the server can evaluate. Its text searches what the
 * server does not hold as one; it stays with the view.
 */
export function withFilter(question: ViewQuestion, columns: RecordColumns, hidden: ReadonlySet<StatusFamily>): ViewQuestion {
  return hidden.size === 0 ? question : withPredicate(question, isShown(columns, hidden));
}

/** "other" has every status that is not in the table, a blank one too: where it is shown, the hidden ones are named, else those shown. */
function isShown({ byRole, statuses }: RecordColumns, hidden: ReadonlySet<StatusFamily>): Predicate {
  const column = byRole.get("runStatus");
  const codes = (families: readonly StatusFamily[]): readonly number[] => statuses.all.filter(({ family }) => families.includes(family)).map(({ code }) => code);
  return hidden.has("other") ? isOneOf(column, codes(STATUS_FAMILIES.filter((family) => !hidden.has(family)))) : isNoneOf(column, codes([...hidden]));
}
