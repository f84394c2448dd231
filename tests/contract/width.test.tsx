/** @jest-environment jsdom */
import * as React from "react";
import * as ReactDOM from "react-dom";
import { act } from "react-dom/test-utils";
import { useFrame } from "../../FlowSessionTimeline/view/shell/useFrame";
import { HandResizeObserver, installBrowserParts } from "../support/browserParts";
import { PLAIN_SURROUNDINGS, timelineRig, TimelineRig } from "../support/timelineRig";

const HAS_PX = 1000;

/** An element with the control's frame, which always has the same width. @returns the widths that it asked for while these were granted one after the other */
function widthsOf(...granted: readonly number[]): readonly (string | number | undefined)[] {
  const browser = installBrowserParts(window, { width: HAS_PX, height: 500 });
  const box = jest.spyOn(Element.prototype, "getBoundingClientRect").mockReturnValue({ width: HAS_PX, top: 0 } as DOMRect);
  const rig: TimelineRig = timelineRig();
  const root = document.createElement("div");
  const asked: (string | number | undefined)[] = [];
  const Framed = ({ widthPx }: { readonly widthPx: number }): JSX.Element => {
    const element = React.useRef<HTMLDivElement>(null);
    const { style } = useFrame(element, rig.timeline, { ...PLAIN_SURROUNDINGS, widthPx });
    asked.push(style.width);
    return <div ref={element} style={style} />;
  };
  for (const widthPx of granted) {
    act(() => void ReactDOM.render(<Framed widthPx={widthPx} />, root));
    act(() => HandResizeObserver.fire());
  }
  act(() => void ReactDOM.unmountComponentAtNode(root));
  rig.timeline.dispose();
  browser.remove();
  box.mockRestore();
  return asked;
}

describe("the width that the control asks for", () => {
  it("is all there is, and stays so when what it has is granted: another style would be another layout", () => {
    expect(new Set(widthsOf(-1, HAS_PX))).toEqual(new Set(["100vw"]));
    expect(new Set(widthsOf(-1, HAS_PX + 0.4))).toEqual(new Set(["100vw"]));
  });

  it("is what the host grants where that is another", () => {
    expect(widthsOf(-1, 700)).toEqual(expect.arrayContaining(["100vw", 700]));
  });
});
