import * as React from "react";
import { STATUS_FAMILIES, StatusFamily } from "../../domain/status";
import { FamilyCount } from "../familyCounts";
import { FAMILY_NAMES } from "../familyNames";
import { listen } from "../listen";
import { Strings } from "../ports";
import { Timeline } from "../timeline";
import { writeText } from "../writeText";
import { useShell } from "./context";
import { useShown, useWritten } from "./useShown";

/** How many letters the names of all chips have: where the toolbar has no room for them, chips are marks and counts. */
export const legendLetters = (strings: Strings): number => STATUS_FAMILIES.reduce((sum, family) => sum + strings.text(FAMILY_NAMES[family]).length, 0);

/** One chip per status family: a click shows it alone, Ctrl and click adds or takes it away. Counts are of the window, before the filter. */
export const Legend = React.memo(function Legend(): JSX.Element {
  const { timeline, commands, formats } = useShell();
  const { strings } = timeline.ports;
  const group = React.useRef<HTMLDivElement>(null);
  const { hidden } = useShown(timeline, () => ({ hidden: timeline.view.state.filter.hiddenFamilies, chips: chipsOf(timeline).map(({ family, count }) => family + (count === null)).join() }));
  useWritten(timeline, () => ({ figures: chipsOf(timeline).map(({ count }) => `${count?.inWindow}/${count?.loaded}`).join() }), () => {
    chipsOf(timeline).forEach(({ family, count }, i) => {
      const name = strings.text(FAMILY_NAMES[family]);
      const spoken = count ? strings.text("Legend_Item", name, formats.integer(count.inWindow), formats.integer(count.loaded)) : strings.text("Legend_Item_Uncounted", name);
      const chip = group.current?.children[i];
      chip?.setAttribute("aria-label", spoken);
      const figure = chip?.querySelector(".fst-chip-count");
      if (figure && count) writeText(figure, formats.integer(count.inWindow));
    });
  });
  // A title that is written with each window would have its styles looked up: it is written when the pointer comes.
  React.useLayoutEffect(() => group.current ? listen(group.current, { pointerover: ({ target }) => {
    const chip = target instanceof Element && target.closest("button");
    if (chip) chip.title = chip.getAttribute("aria-label") ?? "";
  } }) : undefined, []);
  return (
    <div ref={group} className="fst-legend" role="group" aria-label={strings.text("Legend")}>
      {chipsOf(timeline).map(({ family, count }) => (
        <button
          key={family}
          type="button"
          className={`fst-chip fst-mark-${family}${hidden.has(family) ? " fst-chip-off" : ""}`}
          aria-pressed={hidden.size > 0 && !hidden.has(family)}
          onClick={(event) => (event.ctrlKey || event.metaKey ? commands.toggleFamily(family) : commands.onlyFamily(family))}
        >
          <span className="fst-chip-name">{strings.text(FAMILY_NAMES[family])}</span> {count && <span className="fst-chip-count" />}
        </button>
      ))}
    </div>
  );
});

interface Chip {
  readonly family: StatusFamily;
  /** Null where what is loaded says nothing about how many there are: densities stand for the runs, or those of the family are not read. */
  readonly count: FamilyCount | null;
}

/** Families that have runs, or of which one does not know. */
function chipsOf({ derived, ports: { source } }: Timeline): readonly Chip[] {
  const unread = source.state().server?.hidden;
  const isCounted = derived?.wish.asDensity !== true;
  return STATUS_FAMILIES.map((family) => ({ family, count: isCounted && unread?.has(family) !== true ? derived?.counts[family] ?? NONE : null })).filter(({ count }) => count?.loaded !== 0);
}

const NONE: FamilyCount = { inWindow: 0, loaded: 0 };
