/** `userSettings.numberFormattingInfo` of a language, from Intl. */
import type { Language } from "./contract";
import { languageFacts } from "./languages";

type Info = ComponentFramework.UserSettingApi.NumberFormattingInfo;

function separator(format: Intl.NumberFormat, type: "group" | "decimal"): string {
  return format.formatToParts(1234567.8).find(part => part.type === type)?.value ?? "";
}

/** Patterns are .NET's indices: negative 1 is `-n`; currency 0 is `$n`, 3 is `n $`; percent 0 is `n %`, 1 is `n%`. */
export function numberFormattingInfo(language: Language): Info {
  const { locale, currencySymbol } = languageFacts[language];
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 1 });
  const group = separator(format, "group");
  const decimal = separator(format, "decimal");
  const symbolFirst = new Intl.NumberFormat(locale, { style: "currency", currency: "EUR" }).formatToParts(1)[0]?.type === "currency";
  const percentSpaced = new Intl.NumberFormat(locale, { style: "percent" }).formatToParts(1).some(part => part.type === "literal");
  const plain = languageFacts[language].locale.replace(/-u-.*$/, "");
  return {
    currencyDecimalDigits: 2, currencyDecimalSeparator: decimal, currencyGroupSeparator: group, currencyGroupSizes: [3],
    currencyNegativePattern: symbolFirst ? 1 : 8, currencyPositivePattern: symbolFirst ? 0 : 3, currencySymbol,
    nanSymbol: "NaN",
    nativeDigits: Array.from({ length: 10 }, (_, digit) => new Intl.NumberFormat(`${plain}-u-nu-native`).format(digit)),
    negativeInfinitySymbol: "-∞", negativeSign: "-",
    numberDecimalDigits: 2, numberDecimalSeparator: decimal, numberGroupSeparator: group, numberGroupSizes: [3], numberNegativePattern: 1,
    perMilleSymbol: "‰",
    percentDecimalDigits: 2, percentDecimalSeparator: decimal, percentGroupSeparator: group, percentGroupSizes: [3],
    percentNegativePattern: percentSpaced ? 0 : 1, percentPositivePattern: percentSpaced ? 0 : 1, percentSymbol: "%",
    positiveInfinitySymbol: "∞", positiveSign: "+",
  };
}
