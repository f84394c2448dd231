import * as React from "react";
import { EpochMs } from "../../base/brand";
import { Run } from "../../domain/run";
import { executionMs, waitMs } from "../../layout/runTimes";
import { shortDuration, spokenDuration } from "../durationText";
import { useShell } from "./context";
import { Facts } from "./Facts";

/** All times of a run in the user's zone, with the bar of waiting and running above them. */
export function RunTimes(props: { readonly run: Run; readonly slot: number }): JSX.Element {
  const { timeline } = useShell();
  const { strings } = timeline.ports;
  const { formats } = timeline.surroundings;
  const { run, slot } = props;
  const now = timeline.clock.now();
  const at = (time: EpochMs | null): string => (time === null ? "" : formats.dateTime(time));
  const took = (ms: number): string => (ms > 0 || ms === 0 ? spokenDuration(ms, strings) : "");
  const wait = waitMs(timeline.ports.source.store, slot, now);
  const execution = executionMs(timeline.ports.source.store, slot, now);
  return (
    <>
      {wait > 0 && execution >= 0 && (
        <div className="fst-split" aria-hidden="true">
          <span className="fst-split-wait" style={{ flexGrow: wait }} title={shortDuration(wait, strings)} />
          <span className="fst-split-run" style={{ flexGrow: execution }} title={shortDuration(execution, strings)} />
        </div>
      )}
      <Facts
        title={strings.text("Times")}
        facts={[
          [strings.text("Role_CreatedOn"), at(run.createdOn)],
          [strings.text("Role_StartedOn"), run.startedOn === null ? strings.text("Times_NotStarted") : at(run.startedOn)],
          [strings.text("Role_CompletedOn"), at(run.completedOn)],
          [strings.text("Times_Waited"), took(wait)],
          [strings.text("Times_Ran"), took(execution)],
          [strings.text("Role_ModifiedOn"), at(run.modifiedOn)],
        ]}
      />
    </>
  );
}
