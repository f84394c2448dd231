import * as React from "react";
import { MappableRole } from "../../domain/role";
import { dataNotes } from "../notes";
import { StringKey } from "../stringKeys";
import { useShell } from "./context";
import { Side } from "./Side";
import { useShown } from "./useShown";

/** Everything odd about the rows, counted, with examples to go to: no row vanishes unmentioned. */
export function Notes(): JSX.Element {
  const { timeline, commands } = useShell();
  const { strings, source } = timeline.ports;
  const { missingRoles } = useShown(timeline, () => ({ missingRoles: source.state().missingRoles, version: source.store.version, forest: timeline.derived?.forest }));
  const notes = dataNotes(timeline);
  return (
    <Side title={strings.text("Notes")} close={() => timeline.view.set({ dialog: "none" })}>
      {notes.length === 0 && missingRoles.length === 0 && <p>{strings.text("Notes_None")}</p>}
      {notes.map((note) => (
        <section key={note.kind}>
          <h3>{strings.count(`Problem_${note.kind}`, note.count)}</h3>
          <p>{strings.text(`Problem_${note.kind}_Meaning`)}</p>
          <ul className="fst-children">
            {note.examples.map((id) => (
              <li key={id}>
                {source.store.slotOf(id) >= 0 ? (
                  <button type="button" className="fst-link" onClick={() => commands.goTo(id)}>
                    <code>{id}</code>
                  </button>
                ) : (
                  <code>{id}</code>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {missingRoles.length > 0 && (
        <section>
          <h3>{strings.text("Notes_MissingColumns")}</h3>
          <p>{strings.text("Notes_MissingColumns_Meaning", missingRoles.map((role) => strings.text(roleKey(role))).join(", "))}</p>
        </section>
      )}
    </Side>
  );
}

/** The resource key of a role's name: `Role_` and the role with a capital. */
export const roleKey = (role: MappableRole): StringKey => `Role_${role.charAt(0).toUpperCase()}${role.slice(1)}` as StringKey;
