/** What Dataverse keeps for a user's language beyond what Intl knows. */
import type { Language } from "./contract";

export interface LanguageFacts {
  readonly lcid: number;
  readonly isRTL: boolean;
  /** 0 is Sunday. */
  readonly firstDayOfWeek: ComponentFramework.UserSettingApi.Types.DayOfWeek;
  /** .NET CalendarWeekRule: 0 first day, 2 first four-day week. */
  readonly calendarWeekRule: number;
  readonly currencySymbol: string;
  /** Whether the short date pads day and month. */
  readonly paddedDates: boolean;
  /** Gregorian calendar and Latin digits, as Dataverse writes them. */
  readonly locale: string;
}

const facts = (lcid: number, locale: string, currencySymbol: string, rest: Partial<LanguageFacts> = {}): LanguageFacts =>
  ({ lcid, locale: `${locale}-u-ca-gregory-nu-latn`, currencySymbol, isRTL: false, paddedDates: true, firstDayOfWeek: 1, calendarWeekRule: 2, ...rest });

export const languageFacts: Readonly<Record<Language, LanguageFacts>> = {
  "en-US": facts(1033, "en-US", "$", { paddedDates: false, firstDayOfWeek: 0, calendarWeekRule: 0 }),
  "en-GB": facts(2057, "en-GB", "£"),
  "de-DE": facts(1031, "de-DE", "€"),
  "fr-FR": facts(1036, "fr-FR", "€"),
  "ja-JP": facts(1041, "ja-JP", "¥", { firstDayOfWeek: 0, calendarWeekRule: 0 }),
  "ar-SA": facts(1025, "ar-SA", "ر.س.", { isRTL: true, firstDayOfWeek: 0, calendarWeekRule: 0 }),
  "he-IL": facts(1037, "he-IL", "₪", { isRTL: true, firstDayOfWeek: 0, calendarWeekRule: 0 }),
};
