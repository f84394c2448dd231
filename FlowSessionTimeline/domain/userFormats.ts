import { EpochMs } from "../base/brand";
import { PatternPart, readPattern, writePattern } from "./formatPattern";
import { UserFormatSettings } from "./formatSettings";
import { UserZone } from "./userZone";

export type { DateNames, UserFormatSettings } from "./formatSettings";

/** Writes times on the user's clock, and numbers, as the user has set them. */
export class UserFormats {
  /** Patterns that were asked for, read once. */
  private readonly patterns = new Map<string, readonly PatternPart[]>();

  public constructor(public readonly settings: UserFormatSettings, public readonly zone: UserZone) {}

  public date(t: EpochMs): string { return this.pattern(t, this.settings.shortDate); }
  public time(t: EpochMs): string { return this.pattern(t, this.settings.shortTime); }
  public timeWithSeconds(t: EpochMs): string { return this.pattern(t, this.settings.longTime); }
  /** Date and time with seconds: what Dataverse stores. */
  public dateTime(t: EpochMs): string {
    if (!Number.isFinite(t)) return "";
    const local = this.local(t);
    return `${this.write(local, this.settings.shortDate)} ${this.write(local, this.settings.longTime)}`;
  }
  public monthDay(t: EpochMs): string { return this.pattern(t, this.settings.monthDay); }
  public yearMonth(t: EpochMs): string { return this.pattern(t, this.settings.yearMonth); }
  /** Such as "Fri 3/18/2022". */
  public weekdayAndDate(t: EpochMs): string { return `${this.pattern(t, "ddd")} ${this.date(t)}`; }
  public year(t: EpochMs): string { return this.pattern(t, "yyyy"); }

  /** The time in a .NET pattern (formatPattern.ts lists its letters); "" if the time is NaN or infinite. */
  public pattern(t: EpochMs, dotNetPattern: string): string {
    return Number.isFinite(t) ? this.write(this.local(t), dotNetPattern) : "";
  }

  public integer(n: number): string { return this.decimal(n, 0); }

  /** With so many digits after the decimal separator and the whole part in groups of three; "" if the number is NaN or infinite. */
  public decimal(n: number, digits: number): string {
    if (!Number.isFinite(n)) return "";
    const [whole, fraction] = Math.abs(n).toFixed(digits).split(".");
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, () => this.settings.groupSeparator);
    const isZero = Number(Math.abs(n).toFixed(digits)) === 0;
    return `${n < 0 && !isZero ? "-" : ""}${grouped}${fraction === undefined ? "" : this.settings.decimalSeparator + fraction}`;
  }

  /** A share of 1 as whole percents, with one digit more where whole percents would say none or all and that is not so. */
  public percent(share: number): string {
    const percents = Math.round(share * 100);
    const misleads = (percents === 0 && share !== 0) || (percents === 100 && share !== 1);
    const text = this.decimal(share * 100, misleads ? 1 : 0);
    return text === "" ? "" : `${text}%`;
  }

  /** The user's clock, as UTC fields. */
  private local(t: EpochMs): Date {
    return new Date(this.zone.toLocalMs(t));
  }

  private write(local: Date, dotNetPattern: string): string {
    let parts = this.patterns.get(dotNetPattern);
    if (parts === undefined) this.patterns.set(dotNetPattern, (parts = readPattern(dotNetPattern, this.settings)));
    return writePattern(local, parts, this.settings);
  }
}
