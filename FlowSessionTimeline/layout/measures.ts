/** The measures of the picture, in CSS px: binding for canvas, label column and hit test alike. */
export const AXIS_PX = 48;
export const ROW_PX = 30;
export const BAR_PX = 16;
export const BAR_RADIUS_PX = 3;
/** A parent's own bar, inside the envelope of its subtree (which is BAR_PX high). */
export const PARENT_BAR_PX = 6;
export const LANE_PX = 22;
/** A track shows no more lanes than this unless the user wants all: with its header it then leaves room for another on a small screen. */
export const MAX_LANES = 12;
/** Space above the first lane and below the last, together. */
export const LANES_PADDING_PX = 8;
/** Where a lane begins, below the top of the row of lanes. */
export const laneTopPx = (lane: number): number => LANES_PADDING_PX / 2 + lane * LANE_PX;
/** The outline of a bar that is selected or under the pointer, around it. */
export const OUTLINE_PX = 1.5;
export const MIN_BAR_PX = 3;
export const MARKER_PX = 14;
/** How far clamped items may reach over the viewport's edges, so that their rounded ends stay out of sight. */
export const OVERSCAN_PX = 4;
/** Distance between two lines of a hatch. */
export const HATCH_PX = 6;
