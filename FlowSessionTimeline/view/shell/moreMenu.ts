import { ContextualMenuItemType, IContextualMenuItem } from "@fluentui/react";
import { SortKey } from "../../layout/rows";
import { Commands } from "../commands";
import { StringKey } from "../stringKeys";
import { Timeline } from "../timeline";
import { ParentBars } from "../viewState";
import { choice } from "./menuChoice";

const SUBMENU = { iconName: "fstLater" };

const SORTS: readonly (readonly [SortKey, StringKey])[] = [
  ["start", "Sort_Start"],
  ["duration", "Sort_Duration"],
  ["wait", "Sort_Wait"],
  ["name", "Sort_Name"],
];

const DIRECTIONS: readonly (readonly [boolean, StringKey])[] = [
  [false, "Sort_Ascending"],
  [true, "Sort_Descending"],
];

const PARENTS: readonly (readonly [ParentBars, StringKey])[] = [
  ["envelope", "Parents_Envelope"],
  ["own", "Parents_Own"],
];

/** Depths that one can collapse to by a menu; the tree of runs is seldom deeper. */
const LEVELS: readonly number[] = [1, 2, 3];

/** What the toolbar has no room for. @param folded what a narrow toolbar leaves to the menu */
export function moreItems(timeline: Timeline, commands: Commands, folded: { readonly layouts: IContextualMenuItem[]; readonly search: () => void } | undefined): IContextualMenuItem[] {
  const { strings, source, setFullScreen } = timeline.ports;
  const { view, surroundings } = timeline;
  const { sort, descending, allRows, relativeTo, parentBars, layout } = view.state;
  const { chosenRun, chosenBranch } = commands;
  const item = (key: StringKey, onClick: () => void, more: Partial<IContextualMenuItem> = {}): IContextualMenuItem => ({ key, text: strings.text(key), onClick, ...more });
  const submenu = (key: StringKey, items: IContextualMenuItem[]): IContextualMenuItem => ({ key, text: strings.text(key), submenuIconProps: SUBMENU, subMenuProps: { items } });
  const sorts = SORTS.map(([key, text]) => choice(item(text, () => view.set({ sort: key }), { checked: sort === key })));
  const directions = DIRECTIONS.map(([down, text]) => choice(item(text, () => view.set({ descending: down }), { checked: descending === down })));
  const parents = PARENTS.map(([key, text]) => choice(item(text, () => view.set({ parentBars: key }), { checked: parentBars === key })));
  const levels = LEVELS.map((level) => ({ key: String(level), text: strings.text("Collapse_Level", String(level)), onClick: () => commands.collapseToLevel(level) }));
  return [
    ...(folded ? [item("Search", folded.search), submenu("Layout_Choose", folded.layouts), item("Fit_All", () => commands.fitAll())] : []),
    item("Go_Now", () => commands.goToNow()),
    item("Fit_Selection", () => commands.fitSelection(), { disabled: view.state.selected.size === 0 }),
    choice(item("Relative_Time", () => commands.toggleRelative(relativeTo !== "" ? "" : chosenRun), { checked: relativeTo !== "", disabled: relativeTo === "" && chosenRun === "" })),
    submenu("Sort", [...sorts, { key: "line", itemType: ContextualMenuItemType.Divider }, ...directions]),
    item("Expand_All", () => commands.expandAll()),
    item("Collapse_All", () => commands.collapseAll()),
    ...(layout === "tree" ? [submenu("Collapse_To", levels)] : []),
    item("Collapse_Others", () => commands.collapseOthers(chosenBranch), { disabled: chosenBranch === "" }),
    ...(layout === "tree" ? [submenu("Parents", parents)] : []),
    choice(item("All_Rows", () => view.set({ allRows: !allRows }), { checked: allRows })),
    item("Refresh", () => source.refresh()),
    ...(setFullScreen ? [choice(item("Full_Screen", () => setFullScreen(!surroundings.isFullScreen), { checked: surroundings.isFullScreen }))] : []),
    item("Notes", () => view.set({ dialog: "notes" })),
    item("Help", () => view.set({ dialog: "help" })),
  ];
}
