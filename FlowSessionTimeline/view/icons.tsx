import * as React from "react";
import { registerIcons } from "@fluentui/react";

/** 20 × 20 outlines, stroked in the text's colour: Fluent's icon fonts come from a server on the internet (design decision 18). */
const PATHS = {
  fstEarlier: "M12 4 6 10l6 6",
  fstLater: "M8 4l6 6-6 6",
  fstZoomIn: "M10 4v12M4 10h12",
  fstZoomOut: "M4 10h12",
  fstFit: "M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4M7 10h6",
  fstNow: "M10 3v14M6 6l4-3 4 3",
  fstMore: "M4 10h.01M10 10h.01M16 10h.01",
  fstClose: "M5 5l10 10M15 5 5 15",
  fstFailure: "M10 2 18 10 10 18 2 10ZM7.5 7.5l5 5M12.5 7.5l-5 5",
  fstOpen: "M11 3h6v6M17 3l-8 8M8 4H4v12h12v-4",
  fstSearch: "M13 13l4 4M14 8.5a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0Z",
  fstRefresh: "M16 6a7 7 0 1 0 1 5M16 2v4h-4",
  fstFullScreen: "M3 8V3h5M12 3h5v5M17 12v5h-5M8 17H3v-5",
  fstHelp: "M7 7a3 3 0 1 1 4 3c-1 .5-1 1-1 2M10 15h.01",
  fstChevron: "M5 8l5 5 5-5",
  fstTree: "M4 4h6M8 10h6M8 16h6M5 4v12h3M5 10h3",
  fstTracks: "M3 5h8M13 5h4M3 10h4M9 10h8M3 15h10",
  fstCheck: "M4 10l4 4 8-9",
  fstInfo: "M10 9v5M10 6h.01M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0Z",
} as const satisfies Readonly<Record<string, string>>;

export type IconName = keyof typeof PATHS;

/** An icon of 16 px in the text's colour. */
export const Glyph = ({ name }: { readonly name: IconName }): JSX.Element => (
  <svg className="fst-glyph" viewBox="0 0 20 20" aria-hidden="true">
    <path d={PATHS[name]} />
  </svg>
);

/** Per page, as Fluent's own table of icons. */
let areRegistered = false;

/** Registers our icons once; of a second time Fluent would warn, by a timer that outlives the control. The prefix keeps them apart from the host's own. */
export function registerTimelineIcons(): void {
  if (areRegistered) return;
  areRegistered = true;
  const icons = Object.fromEntries((Object.keys(PATHS) as IconName[]).map((name) => [name, <Glyph key={name} name={name} />]));
  registerIcons({ icons }, { disableWarnings: true });
}
