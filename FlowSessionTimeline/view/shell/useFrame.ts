import * as React from "react";
import { Surroundings } from "../ports";
import { Timeline } from "../timeline";

/** Height inside a form or dashboard where the maker set none, px: the host says -1 everywhere (host facts 3). */
const FORM_HEIGHT_PX = 440;
const LEAST_HEIGHT_PX = 320;
/** More than there is, which the stylesheet holds to what there is: asking for what it needs, the control would first be drawn too narrow. */
const ALL_THERE_IS = "100vw";
/** Free space kept below the control on a page, px. */
const PAGE_MARGIN_PX = 8;

export interface Frame {
  /** Measured width in px. */
  readonly widthPx: number;
  /** Until then nothing is known but the root's own style: what it holds would be laid out twice. */
  readonly isMeasured: boolean;
  readonly style: React.CSSProperties;
}

/**
 * The control's own size. Height: full screen, else the maker's, else on a page down to its end, else a fixed one.
 * Width: all there is; where the host grants another, that one as a floor, because a main grid shrinks to what its content asks for (host facts 3).
 */
export function useFrame(root: React.RefObject<HTMLElement>, timeline: Timeline, surroundings: Surroundings): Frame {
  const [size, setSize] = React.useState({ widthPx: 0, pageHeightPx: LEAST_HEIGHT_PX, isMeasured: false });
  // React would begin a pass before it finds that a size is the same.
  const known = React.useRef(size);
  const { heightPx, place, isFullScreen } = surroundings;
  const measure = React.useCallback(() => {
    const element = root.current;
    const view = element?.ownerDocument.defaultView;
    if (!element || !view) return;
    const box = element.getBoundingClientRect();
    const top = isFullScreen ? 0 : box.top + view.scrollY;
    const widthPx = Math.round(box.width);
    const pageHeightPx = Math.max(LEAST_HEIGHT_PX, Math.floor(view.innerHeight - top - (isFullScreen ? 0 : PAGE_MARGIN_PX)));
    const { current } = known;
    if (current.isMeasured && current.widthPx === widthPx && current.pageHeightPx === pageHeightPx) return;
    setSize((known.current = { widthPx, pageHeightPx, isMeasured: true }));
  }, [root, isFullScreen]);
  React.useLayoutEffect(measure, [measure]);
  // What stands above may have grown or gone without any resize.
  React.useLayoutEffect(() => timeline.onPass(measure), [timeline, measure]);
  React.useLayoutEffect(() => {
    const element = root.current;
    const view = element?.ownerDocument.defaultView;
    if (!element || !view) return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    view.addEventListener("resize", measure);
    return () => {
      observer.disconnect();
      view.removeEventListener("resize", measure);
    };
  }, [root, measure]);
  const height = isFullScreen ? size.pageHeightPx : heightPx ?? (place === "page" ? size.pageHeightPx : FORM_HEIGHT_PX);
  const { widthPx: grantedPx } = surroundings;
  // Granted what it has, it goes on asking for all: another style would be another layout, and on a first load another picture.
  const width = React.useMemo(() => (grantedPx > 0 && Math.round(grantedPx) !== known.current.widthPx ? grantedPx : ALL_THERE_IS), [grantedPx]);
  return { widthPx: size.widthPx, isMeasured: size.isMeasured, style: { height, width } };
}
