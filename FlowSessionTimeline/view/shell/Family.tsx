import * as React from "react";
import { STATUS_FAMILIES } from "../../domain/status";
import { durationLabel } from "../runText";
import { useShell } from "./context";

/** Children beyond this are counted, not listed: the rows show them all. */
const MAX_LISTED = 50;

/** Parent and children of a run, each a way to go there. */
export function Family(props: { readonly slot: number }): JSX.Element | null {
  const { timeline } = useShell();
  const { strings, source } = timeline.ports;
  const { derived } = timeline;
  const parentId = source.store.parentId(props.slot);
  const children: number[] = [];
  let total = 0;
  if (derived && props.slot < derived.forest.slotCount) {
    for (let node = derived.forest.firstChild(props.slot); node >= 0; node = derived.forest.nextSibling[node] ?? -1) {
      total++;
      if (children.length < MAX_LISTED) children.push(node);
    }
  }
  if (parentId === "" && total === 0) return null;
  return (
    <section>
      <h3>{strings.text("Hierarchy")}</h3>
      <dl className="fst-list">
        {parentId !== "" && (
          <>
            <dt>{strings.text("Role_ParentRun")}</dt>
            <dd>{source.store.slotOf(parentId) >= 0 ? <RunLink slot={source.store.slotOf(parentId)} /> : strings.text("Parent_NotLoaded", parentId)}</dd>
          </>
        )}
        {total > 0 && (
          <>
            <dt>{strings.count("Children", total)}</dt>
            <dd>
              <ul className="fst-children">
                {children.map((slot) => (
                  <li key={slot}>
                    <RunLink slot={slot} />
                  </li>
                ))}
                {total > children.length && <li>{strings.text("Children_More", String(total - children.length))}</li>}
              </ul>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

function RunLink(props: { readonly slot: number }): JSX.Element {
  const { timeline, commands } = useShell();
  const { store } = timeline.ports.source;
  const family = STATUS_FAMILIES[store.family[props.slot] ?? -1] ?? "other";
  return (
    <button type="button" className={`fst-link fst-run-link fst-mark-${family}`} onClick={() => commands.goTo(store.id(props.slot))}>
      <span>{store.title(props.slot)}</span>
      <span className="fst-faint">
        {timeline.statusLabel(store.statusCode(props.slot))} · {durationLabel(timeline, props.slot, timeline.clock.now())}
      </span>
    </button>
  );
}
