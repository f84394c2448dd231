/** Names of months (January first) and days (Sunday first) in the user's language. */
export interface DateNames {
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  readonly days: readonly string[];
  readonly shortDays: readonly string[];
  readonly am: string;
  readonly pm: string;
}

/** The user's settings of dates and numbers; the patterns are .NET's, as Dataverse gives them. */
export interface UserFormatSettings {
  readonly shortDate: string;
  readonly longDate: string;
  readonly shortTime: string;
  readonly longTime: string;
  readonly monthDay: string;
  readonly yearMonth: string;
  readonly dateSeparator: string;
  readonly timeSeparator: string;
  /** 0 for Sunday to 6 for Saturday. */
  readonly firstDayOfWeek: number;
  readonly names: DateNames;
  readonly decimalSeparator: string;
  readonly groupSeparator: string;
}
