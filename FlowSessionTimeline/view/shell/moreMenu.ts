import { IContextualMenuItem } from "@fluentui/react";
import { SortKey } from "../../layout/rows";
import { Commands } from "../commands";
import { StringKey } from "../stringKeys";
import { Timeline } from "../timeline";
import { choice } from "./menuChoice";

const SUBMENU = { iconName: "fstLater" };

const SORTS: readonly (readonly [SortKey, StringKey])[] = [
  ["start", "Sort_Start"],
  ["duration", "Sort_Duration"],
  ["wait", "Sort_Wait"],
  ["name", "Sort_Name"],
];

/** What the toolbar has no room for. @param folded what a narrow toolbar leaves to the menu */
export function moreItems(timeline: Timeline, commands: Commands, folded: { readonly layouts: IContextualMenuItem[]; readonly search: () => void } | undefined): IContextualMenuItem[] {
  const { strings, source, setFullScreen } = timeline.ports;
  const { view, surroundings } = timeline;
  const { sort, descending, allRows, relativeTo } = view.state;
  const chosen = commands.chosenRun;
  const item = (key: StringKey, onClick: () => void, more: Partial<IContextualMenuItem> = {}): IContextualMenuItem => ({ key, text: strings.text(key), onClick, ...more });
  const sorts = SORTS.map(([key, text]) => choice(item(text, () => view.set({ sort: key, descending: sort === key && !descending }), { checked: sort === key })));
  return [
    ...(folded ? [item("Search", folded.search), { key: "layouts", text: strings.text("Layout_Choose"), submenuIconProps: SUBMENU, subMenuProps: { items: folded.layouts } }, item("Fit_All", () => commands.fitAll())] : []),
    item("Go_Now", () => commands.goToNow()),
    item("Fit_Selection", () => commands.fitSelection(), { disabled: view.state.selected.size === 0 }),
    choice(item("Relative_Time", () => commands.toggleRelative(relativeTo !== "" ? "" : chosen), { checked: relativeTo !== "", disabled: relativeTo === "" && chosen === "" })),
    { key: "sort", text: strings.text("Sort"), submenuIconProps: SUBMENU, subMenuProps: { items: sorts } },
    item("Expand_All", () => commands.expandAll()),
    item("Collapse_All", () => commands.collapseAll()),
    choice(item("All_Rows", () => view.set({ allRows: !allRows }), { checked: allRows })),
    item("Refresh", () => source.refresh()),
    ...(setFullScreen ? [choice(item("Full_Screen", () => setFullScreen(!surroundings.isFullScreen), { checked: surroundings.isFullScreen }))] : []),
    item("Notes", () => view.set({ dialog: "notes" })),
    item("Help", () => view.set({ dialog: "help" })),
  ];
}
