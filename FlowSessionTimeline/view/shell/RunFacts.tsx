import * as React from "react";
import { Choice, Reference, Run } from "../../domain/run";
import { useShell } from "./context";
import { Facts } from "./Facts";

/** Where and by whom a run was run; what is a record of its own can be opened. */
export function RunFacts(props: { readonly run: Run }): JSX.Element {
  const { timeline } = useShell();
  const { strings, navigation } = timeline.ports;
  const { run } = props;
  const link = (reference: Reference): React.ReactNode => {
    const open = navigation.openReference;
    if (!open || reference.id === "" || reference.table === "") return reference.name;
    return (
      <button type="button" className="fst-link" onClick={() => open(reference)}>
        {reference.name || reference.id}
      </button>
    );
  };
  const choice = (one: Choice): string => one.label || (Number.isNaN(one.value) ? "" : String(one.value));
  return (
    <Facts
      title={strings.text("Details")}
      facts={[
        [strings.text("Role_Machine"), link(run.machine)],
        [strings.text("Role_MachineGroup"), link(run.machineGroup)],
        [strings.text("Role_Flow"), link(run.flow)],
        [strings.text("Role_RunName"), run.name],
        [strings.text("Role_Owner"), link(run.owner)],
        [strings.text("Session_User"), run.sessionUser],
        [strings.text("Role_RunMode"), choice(run.runMode)],
        [strings.text("Role_Trigger"), choice(run.trigger)],
        [strings.text("Session_Mode"), choice(run.sessionMode)],
        [strings.text("Sub_Category"), choice(run.subCategory)],
        [strings.text("Run_Id"), <code key="id">{run.id}</code>],
      ]}
    />
  );
}
