import * as React from "react";
import { DefaultButton, PrimaryButton } from "@fluentui/react";
import { STATUS_FAMILIES } from "../../domain/status";
import { useShell } from "./context";
import { Family } from "./Family";
import { RunFacts } from "./RunFacts";
import { RunTimes } from "./RunTimes";
import { Side } from "./Side";
import { Themed } from "./Themed";
import { useShown } from "./useShown";
import { WhyFailed } from "./WhyFailed";

/** Everything about one run; why it failed comes first. */
export function RunPanel(props: { readonly id: string }): JSX.Element | null {
  const { timeline, commands } = useShell();
  const { strings, source } = timeline.ports;
  useShown(timeline, () => ({ state: timeline.view.state, version: source.store.version, derived: timeline.derived }));
  const slot = source.store.slotOf(props.id);
  const close = (): void => timeline.view.set({ panelId: "" });
  if (slot < 0) return null;
  const run = source.store.run(slot);
  const root = commands.timedRootOf(run.id);
  const family = STATUS_FAMILIES[source.store.family[slot] ?? -1] ?? "other";
  const badge = <span className={`fst-badge fst-mark-${family}`}>{timeline.statusLabel(run.statusCode)}</span>;
  return (
    <Side title={source.store.title(slot)} subtitle={badge} close={close}>
      <WhyFailed run={run} family={family} />
      <RunTimes run={run} slot={slot} />
      <RunFacts run={run} />
      <Family slot={slot} />
      <Themed>
        <div className="fst-actions">
          <PrimaryButton text={strings.text("Open_Record")} onClick={() => commands.open(run.id)} />
          <DefaultButton text={strings.text("Fit_Run")} onClick={() => commands.fitSelection()} />
          {root !== "" && <DefaultButton text={strings.text("Relative_Time")} toggle checked={timeline.view.state.relativeTo === root} onClick={() => commands.toggleRelative(run.id)} />}
        </div>
      </Themed>
    </Side>
  );
}
