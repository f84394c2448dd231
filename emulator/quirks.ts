/** Measured misbehaviour of the real host, each switchable so that a test can tell which one it stands on. */
export interface Quirks {
  /** After a mount and after data, this many unrelated `updateView`s follow; the list is walked round and round. Empty: none. */
  readonly extraPasses: readonly number[];
  /** The first pass comes before any data: no records, `loading`, no updatedProperties. */
  readonly emptyFirstPass: boolean;
  /** A page that was asked for while another was under way replaces it; the older one never arrives. */
  readonly supersededPagesLost: boolean;
  /** `loadNextPage(true)` accumulates like `loadNextPage()`. */
  readonly loadOnlyNewPageIgnored: boolean;
  /** `hasPreviousPage` stays false. */
  readonly hasPreviousPageStuck: boolean;
  /** `firstPageNumber` is that of the last page, whatever the ids hold. */
  readonly firstPageNumberWrong: boolean;
  /** After a page size changed in mid-session, `loadExactPage(n > 1)` is ignored and `loadNextPage` throws. */
  readonly resizeBreaksPaging: boolean;
  readonly totalResultCount: "cappedAt5000" | "exact" | "notCounted";
  /** Values of choice columns that a property-set maps are strings. */
  readonly choiceAsString: boolean;
  /** Lookup ids come in upper case with braces. */
  readonly bracedLookupIds: boolean;
  /** Mapped columns outside the view have order -1 and visualSizeFactor -1, and read undefined (not null) when blank. */
  readonly unorderedPropertySets: boolean;
  /** `getTimeZoneOffsetMinutes()` without a date ignores daylight saving. */
  readonly bareOffsetIgnoresDst: boolean;
  /** The width is -1 until some passes after `trackContainerResize(true)`. */
  readonly widthUnknownAtFirst: boolean;
  /** The element around the control is as wide as its content. */
  readonly shrinkToFit: boolean;
  /** Another sorting drops the filter that was set before it. */
  readonly sortingResetsFilter: boolean;
  /** A filter without `paging.reset()` gives no rows. */
  readonly filterNeedsReset: boolean;
  /** A fetch that the control caused drops the selection; one that a command caused keeps it. */
  readonly refreshDropsSelection: boolean;
  /** A failed fetch leaves no records. */
  readonly failureEmptiesRecords: boolean;
  /** `setSelectedRecordIds` and the like cause a pass of their own. */
  readonly mutatorsCausePasses: boolean;
  /** Opening a record in place tears the control down. */
  readonly openingUnmounts: boolean;
}

export const measuredQuirks: Quirks = {
  extraPasses: [1, 0, 3, 0, 2, 5],
  emptyFirstPass: true,
  supersededPagesLost: true,
  loadOnlyNewPageIgnored: true,
  hasPreviousPageStuck: true,
  firstPageNumberWrong: true,
  resizeBreaksPaging: true,
  totalResultCount: "cappedAt5000",
  choiceAsString: true,
  bracedLookupIds: true,
  unorderedPropertySets: true,
  bareOffsetIgnoresDst: true,
  widthUnknownAtFirst: true,
  shrinkToFit: true,
  sortingResetsFilter: true,
  filterNeedsReset: true,
  refreshDropsSelection: true,
  failureEmptiesRecords: true,
  mutatorsCausePasses: true,
  openingUnmounts: true,
};
