import * as React from "react";
import { Palette } from "../../render/palette";
import { penOf } from "../../render/penOf";
import { TextMeasure } from "../../render/textMeasure";
import { Chart } from "../chart";
import { chartDom } from "../chartDom";
import { Keyboard } from "../keyboard";
import { Minimap } from "../minimap";
import { minimapDom } from "../minimapDom";
import { MinimapKeyboard } from "../minimapKeyboard";
import { MinimapPointer } from "../minimapPointer";
import { Pointer } from "../pointer";
import { RowClicks } from "../rowClicks";
import { RowTouch } from "../rowTouch";
import { Splitter } from "../splitter";
import { Tooltip } from "../tooltip";
import { Wheel } from "../wheel";
import { useShell } from "./context";
import { useShown } from "./useShown";

/** An element that React makes and leaves alone: canvas, rows and gestures live in it. The minimap's is made beside it. */
export const ChartHost = React.memo(function ChartHost(props: { readonly palette: Palette; readonly grantedPx: number; readonly minimapRef: React.RefObject<HTMLElement>; readonly panelOpen: boolean; readonly focusSearch: () => void }): JSX.Element {
  const { timeline, commands, newFailures } = useShell();
  const host = React.useRef<HTMLDivElement>(null);
  const chart = React.useRef<Chart>();
  const { palette, grantedPx, minimapRef, panelOpen, focusSearch } = props;
  const { labelColumnPx } = useShown(timeline, () => ({ labelColumnPx: timeline.view.state.labelColumnPx }));
  const { strings } = timeline.ports;

  React.useLayoutEffect(() => {
    const element = host.current;
    const strip = minimapRef.current;
    if (!element || !strip) return undefined;
    const dom = chartDom(element);
    const measure = new TextMeasure(() => penOf(element.ownerDocument.createElement("canvas")));
    const made = new Chart(timeline, dom, palette, measure);
    const minimap = new Minimap(timeline, minimapDom(strip), palette, measure);
    made.minimap = minimap;
    const parts = [
      made,
      minimap,
      new MinimapPointer(timeline, minimap, commands),
      new MinimapKeyboard(timeline, minimap, commands),
      new Wheel(timeline, made, commands),
      new Pointer(timeline, made, commands, new Tooltip(timeline, dom.tooltip, element)),
      new Keyboard(timeline, made, commands, { focusSearch, nextNewFailure: () => newFailures.next() }),
      new RowClicks(timeline, made, commands),
      new RowTouch(timeline, made),
      new Splitter(timeline, dom),
    ];
    chart.current = made;
    return () => {
      for (const part of parts.reverse()) part.dispose();
      chart.current = undefined;
      element.replaceChildren();
      strip.replaceChildren();
    };
    // The palette is handed on below; a new one must not rebuild the chart.
    // The others never change while the control lives.
  }, [timeline, commands, newFailures, focusSearch, minimapRef]);

  React.useLayoutEffect(() => chart.current?.setPalette(palette), [palette]);
  React.useLayoutEffect(() => chart.current?.describe(), [strings, labelColumnPx]);
  // A frame comes before the observer does: without this look the picture would be drawn twice. It has all be laid out, so that it comes last.
  React.useLayoutEffect(() => {
    if (chart.current?.refit()) timeline.invalidate();
  }, [timeline, grantedPx]);
  const wasOpen = React.useRef(panelOpen);
  if (wasOpen.current !== panelOpen) {
    wasOpen.current = panelOpen;
    if (chart.current) chart.current.keepScaleOnce = true;
  }
  return <div ref={host} className="fst-chart" style={{ ["--fst-label" as string]: `${labelColumnPx}px` }} />;
});
