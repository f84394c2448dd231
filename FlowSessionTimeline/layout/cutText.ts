import { lowerBound } from "./lowerBound";
import { MeasureText } from "./measureText";

/** The text if it fits into so many px, else its beginning with an ellipsis; "" if not even three characters of it fit. */
export function cutText(text: string, roomPx: number, measure: MeasureText): string {
  if (measure(text) <= roomPx) return text;
  // By code points: half of a surrogate pair is no character.
  const characters = [...text];
  const cut = (length: number): string => `${characters.slice(0, length).join("").trimEnd()}…`;
  const length = lowerBound(0, characters.length, (kept) => measure(cut(kept + 1)) > roomPx);
  return length < 3 ? "" : cut(length);
}
