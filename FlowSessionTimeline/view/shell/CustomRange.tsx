import * as React from "react";
import { Callout, PrimaryButton, Text, TextField, useTheme } from "@fluentui/react";
import { TimeWindow } from "../../layout/timeWindow";
import { RangeFault, readEnd, readRange } from "../customRange";
import { useShell } from "./context";

/**
 * Two ends of a stretch of time, in the user's formats and zone; Enter shows it, Escape leaves all as it was.
 * @param window what was on screen when it was opened: a picture that moves meanwhile does not overwrite what the user writes
 */
export function CustomRange(props: { readonly target: HTMLElement; readonly window: TimeWindow; readonly close: () => void }): JSX.Element {
  const { timeline, commands } = useShell();
  const { strings } = timeline.ports;
  const { formats, isRtl } = timeline.surroundings;
  const { semanticColors } = useTheme();
  const shown = props.window;
  const [from, setFrom] = React.useState(() => formats.dateTime(shown.fromMs));
  const [to, setTo] = React.useState(() => formats.dateTime(shown.toMs));
  const [fault, setFault] = React.useState<RangeFault>();
  const show = (event: React.FormEvent): void => {
    event.preventDefault();
    const read = readRange(from, to, shown, formats);
    if (typeof read === "string") return setFault(read);
    commands.showWindow(read);
    props.close();
  };
  const field = (end: "from" | "to", text: string, change: (text: string) => void): JSX.Element => {
    const example = formats.dateTime(end === "from" ? shown.fromMs : shown.toMs);
    const read = text === example ? null : readEnd(text, end, formats);
    const error = fault === end ? strings.text("Range_Unreadable", example) : fault === "order" && end === "to" ? strings.text("Range_Order") : "";
    return (
      <TextField
        label={strings.text(end === "from" ? "Range_From" : "Range_To")}
        value={text}
        autoComplete="off"
        dir="auto"
        spellCheck={false}
        errorMessage={error}
        description={read?.skipped === true ? strings.text("Range_Skipped", formats.dateTime(read.atMs)) : ""}
        onChange={(_event, value) => {
          change(value ?? "");
          setFault(undefined);
        }}
      />
    );
  };
  return (
    <Callout target={props.target} role="dialog" ariaLabel={strings.text("Range_Custom")} setInitialFocus isBeakVisible={false} onDismiss={props.close} styles={{ calloutMain: { padding: 16, maxWidth: 320, border: `1px solid ${semanticColors.bodyDivider}` } }}>
      <form className="fst-range-form" dir={isRtl ? "rtl" : "ltr"} onSubmit={show}>
        {field("from", from, setFrom)}
        {field("to", to, setTo)}
        <Text variant="small" block dir="auto">
          {strings.text("Range_Hint", formats.zone.offsetLabel(shown.toMs))}
        </Text>
        <PrimaryButton type="submit" text={strings.text("Range_Show")} />
      </form>
    </Callout>
  );
}
