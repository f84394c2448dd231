import * as React from "react";
import { STATUS_FAMILIES } from "../../domain/status";
import { Strings } from "../ports";
import { FAMILY_NAMES } from "../familyNames";
import { FamilyCount, FamilyCounts } from "../familyCounts";
import { useShell } from "./context";
import { useShown } from "./useShown";

const NONE: FamilyCount = { inWindow: 0, loaded: 0 };

/** How many letters the names of all chips have: where the toolbar has no room for them, chips are marks and counts. */
export const legendLetters = (strings: Strings): number => STATUS_FAMILIES.reduce((sum, family) => sum + strings.text(FAMILY_NAMES[family]).length, 0);

/** One chip per status family: a click shows it alone, Ctrl and click adds or takes it away. Counts are of the window, before the filter. */
export const Legend = React.memo(function Legend(): JSX.Element {
  const { timeline, commands } = useShell();
  const { strings } = timeline.ports;
  const { filter, hasCounts, unread } = useShown(timeline, () => ({
    filter: timeline.view.state.filter, figures: figuresOf(timeline.derived?.counts), hasCounts: timeline.derived?.wish.asDensity !== true,
    unread: timeline.ports.source.state().server?.hidden,
  }));
  const counts = timeline.derived?.counts;
  const { formats } = timeline.surroundings;
  const isFiltered = filter.hiddenFamilies.size > 0;
  return (
    <div className="fst-legend" role="group" aria-label={strings.text("Legend")}>
      {STATUS_FAMILIES.map((family) => {
        const { inWindow, loaded } = counts?.[family] ?? NONE;
        // Where densities stand for the runs, or runs of a family are not read, what is loaded says nothing about how many there are.
        const isCounted = hasCounts && unread?.has(family) !== true;
        if (loaded === 0 && isCounted) return null;
        const hidden = filter.hiddenFamilies.has(family);
        const name = strings.text(FAMILY_NAMES[family]);
        const spoken = isCounted ? strings.text("Legend_Item", name, formats.integer(inWindow), formats.integer(loaded)) : strings.text("Legend_Item_Uncounted", name);
        return (
          <button
            key={family}
            type="button"
            className={`fst-chip fst-mark-${family}${hidden ? " fst-chip-off" : ""}`}
            aria-pressed={isFiltered && !hidden}
            aria-label={spoken}
            title={spoken}
            onClick={(event) => (event.ctrlKey || event.metaKey ? commands.toggleFamily(family) : commands.onlyFamily(family))}
          >
            <span className="fst-chip-name">{name}</span> {isCounted && <span className="fst-chip-count">{formats.integer(inWindow)}</span>}
          </button>
        );
      })}
    </div>
  );
});

/** The counts as one value: rows are made anew far more often than their counts change. */
const figuresOf = (counts: FamilyCounts | undefined): string => STATUS_FAMILIES.map((family) => `${counts?.[family].inWindow}/${counts?.[family].loaded}`).join();
