/** Who asks, and when: what a question's answer depends on besides the rows. */
import { UserZone } from "../userZone";
import { TextFormat } from "../textFormat";
import type { Caller } from "./contract";

export interface Asker {
  /** Lower-case GUIDs. */
  readonly userId: string;
  readonly businessUnitId: string;
  readonly format: TextFormat;
  readonly zone: UserZone;
  /** Epoch ms. */
  readonly now: number;
}

/** Zones remember the offsets that they have looked up: one for each language and zone is kept. */
export class Askers {
  private readonly formats = new Map<string, TextFormat>();

  /** @throws RangeError for a zone that Intl does not know. */
  of({ userId, businessUnitId, timeZone, language = "en-US" }: Caller, now: number): Asker {
    const key = `${language} ${timeZone}`;
    const format = this.formats.get(key) ?? new TextFormat({ language, timeZone });
    this.formats.set(key, format);
    return { userId: userId.toLowerCase(), businessUnitId: businessUnitId.toLowerCase(), format, zone: format.zone, now };
  }
}
