import * as React from "react";
import { readableError } from "../../domain/innerError";
import { Run } from "../../domain/run";
import { StatusFamily } from "../../domain/status";
import { useShell } from "./context";

/** Code, message and inner error of a run; for a failed run without any it says that there is none, never nothing. */
export function WhyFailed(props: { readonly run: Run; readonly family: StatusFamily }): JSX.Element | null {
  const { timeline } = useShell();
  const { strings } = timeline.ports;
  const { errorCode, errorMessage, innerError } = props.run;
  const isSilent = errorCode === "" && errorMessage === "" && innerError === "";
  if (isSilent && props.family !== "failed") return null;
  const message = readableError(errorMessage);
  const inner = readableError(innerError);
  return (
    <section className="fst-why" aria-label={strings.text("Why_Failed")}>
      <h3>{strings.text("Why_Failed")}</h3>
      {isSilent && <p>{strings.text("Why_NoError")}</p>}
      {errorCode !== "" && <p className="fst-code">{errorCode}</p>}
      {message !== "" && <p className="fst-error">{message}</p>}
      {inner !== "" && inner !== message && (
        <>
          <h4>{strings.text("Why_Inner")}</h4>
          <p className="fst-error">{inner}</p>
        </>
      )}
      {innerError !== "" && innerError !== inner && (
        <details>
          <summary>{strings.text("Why_Raw")}</summary>
          <pre>{innerError}</pre>
        </details>
      )}
    </section>
  );
}
