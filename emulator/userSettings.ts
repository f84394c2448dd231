/** `context.userSettings`. */
import type { UserOptions } from "./contract";
import { dateFormattingInfo } from "./dateFormats";
import { languageFacts } from "./languages";
import { numberFormattingInfo } from "./numberFormats";
import type { HostServices } from "./services";
import { strictObject } from "./strict";
import type { UserZone } from "./userZone";

type UserSettings = ComponentFramework.UserSettings;
/** Undocumented, and there all the same. */
export interface ExtendedUserSettings extends UserSettings { readonly isHighContrastEnabled: boolean }

const PATH = "context.userSettings";

export const DEFAULT_USER_ID = "{00000000-0000-0000-0000-00000000A001}";

/** Absent in this host, though some hosts have them. */
const ABSENT = ["timeZoneUtcOffsetMinutes"];

export function createUserSettings(user: UserOptions, zone: UserZone, { clock, quirks, recorder }: HostServices): ExtendedUserSettings {
  const facts = languageFacts[user.language];
  return strictObject<ExtendedUserSettings>(PATH, {
    dateFormattingInfo: strictObject(`${PATH}.dateFormattingInfo`, dateFormattingInfo(user.language), recorder),
    numberFormattingInfo: strictObject(`${PATH}.numberFormattingInfo`, numberFormattingInfo(user.language), recorder),
    isRTL: user.isRTL ?? facts.isRTL,
    isHighContrastEnabled: user.isHighContrastEnabled ?? false,
    languageId: facts.lcid,
    securityRoles: ["{00000000-0000-0000-0000-00000000B001}"],
    userId: user.userId ?? DEFAULT_USER_ID,
    userName: user.userName ?? "Example user",
    getTimeZoneOffsetMinutes: date => {
      if (date === undefined && quirks.bareOffsetIgnoresDst) return zone.standardOffsetMinutes(clock.now());
      const instant = date === undefined ? clock.now() : date.getTime();
      if (Number.isNaN(instant)) {
        recorder.violation(`${PATH}.getTimeZoneOffsetMinutes: not a date`);
        throw new RangeError("getTimeZoneOffsetMinutes: not a date");
      }
      return zone.offsetMinutes(instant);
    },
  }, recorder, ABSENT);
}
