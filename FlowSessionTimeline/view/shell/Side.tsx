import * as React from "react";
import { useShell } from "./context";
import { ToolButton } from "./ToolButton";

/** The column beside the chart: it pushes, it never covers. Escape closes it and gives the focus back to the rows. */
export function Side(props: { readonly title: string; readonly subtitle?: JSX.Element; readonly close: () => void; readonly children: React.ReactNode }): JSX.Element {
  const { timeline } = useShell();
  const { strings } = timeline.ports;
  const aside = React.useRef<HTMLElement>(null);
  const close = (): void => {
    props.close();
    aside.current?.closest(".fst-root")?.querySelector<HTMLElement>(".fst-row[tabindex='0']")?.focus({ preventScroll: true });
  };
  return (
    <aside
      ref={aside}
      className="fst-side"
      aria-label={props.title}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        close();
      }}
    >
      <header className="fst-side-head">
        <div>
          <h2 className="fst-side-title">{props.title}</h2>
          {props.subtitle}
        </div>
        <ToolButton icon="fstClose" label={strings.text("Close")} onClick={close} />
      </header>
      <div className="fst-side-body" tabIndex={0}>{props.children}</div>
    </aside>
  );
}
