/** What the host writes on screen: instants in the user's zone and format, numbers in the user's language. */
import type { UserOptions } from "./contract";
import { dateFormattingInfo } from "./dateFormats";
import { languageFacts } from "./languages";
import { UserZone } from "./userZone";

const MINUTE = 60_000;
const FIELDS = /'([^']*)'|yyyy|yy|MM|M|dd|d|HH|H|hh|h|mm|ss|tt/g;

export class TextFormat {
  readonly zone: UserZone;
  private readonly shortDateTime: string;
  private readonly am: string;
  private readonly pm: string;
  private readonly locale: string;

  constructor(user: UserOptions) {
    const info = dateFormattingInfo(user.language);
    this.zone = new UserZone(user.timeZone);
    this.shortDateTime = `${info.shortDatePattern} ${info.shortTimePattern}`;
    this.am = info.amDesignator;
    this.pm = info.pmDesignator;
    this.locale = languageFacts[user.language].locale;
  }

  /** @param instant epoch ms; written as the user's short date and short time. */
  dateTime(instant: number): string {
    const local = new Date(instant + this.zone.offsetMinutes(instant) * MINUTE);
    return this.shortDateTime.replace(FIELDS, (field, literal: string | undefined) => literal ?? this.field(field, local));
  }

  integer(value: number): string {
    return this.decimal(value, 0);
  }

  decimal(value: number, precision: number): string {
    return new Intl.NumberFormat(this.locale, { minimumFractionDigits: precision, maximumFractionDigits: precision }).format(value);
  }

  private field(field: string, local: Date): string {
    const hours = local.getUTCHours();
    const value = {
      y: field.length === 2 ? local.getUTCFullYear() % 100 : local.getUTCFullYear(),
      M: local.getUTCMonth() + 1, d: local.getUTCDate(), H: hours, h: hours % 12 || 12, m: local.getUTCMinutes(), s: local.getUTCSeconds(),
    }[field.charAt(0)];
    if (value === undefined) return hours < 12 ? this.am : this.pm;
    return String(value).padStart(field.length, "0");
  }
}
