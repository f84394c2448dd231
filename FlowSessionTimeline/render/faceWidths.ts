import { Face, FACES } from "./fonts";
import { TextMeasure } from "./textMeasure";

/** How wide a text is in each face, CSS px: another font shows in it. */
export type FaceWidths = Readonly<Record<Face, number>>;

const SAMPLE = "Hamburgefonstiv 0123456789";
/** More than rounding makes of it, CSS px. */
const SAME_PX = 0.5;

export const faceWidths = (measure: TextMeasure): FaceWidths => Object.fromEntries(FACES.map((face) => [face, measure.width(SAMPLE, face)])) as FaceWidths;

export const areSameFaces = (one: FaceWidths, other: FaceWidths): boolean => FACES.every((face) => Math.abs(one[face] - other[face]) <= SAME_PX);
