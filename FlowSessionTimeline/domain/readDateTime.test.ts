import * as fc from "fast-check";
import { epochMs } from "../base/brand";
import { GERMAN, namesOf } from "./formats.testing";
import { UserFormatSettings } from "./formatSettings";
import { readDateTime } from "./readDateTime";
import { UserFormats } from "./userFormats";
import { UserZone } from "./userZone";

const AMERICAN: UserFormatSettings = { ...GERMAN, shortDate: "M/d/yyyy", longTime: "h:mm:ss tt", shortTime: "h:mm tt", dateSeparator: "/", names: namesOf("en-US", "AM", "PM") };
const SETTINGS: Readonly<Record<string, UserFormatSettings>> = {
  german: GERMAN,
  american: AMERICAN,
  "named months": { ...GERMAN, shortDate: "d-MMM-yyyy" },
  "a weekday before": { ...AMERICAN, shortDate: "ddd, MMMM d, yyyy" },
  swedish: { ...GERMAN, shortDate: "yyyy-MM-dd", longTime: "HH:mm:ss" },
  "words of the pattern": { ...AMERICAN, shortDate: "'den' d. MMMM yyyy" },
  chinese: { ...GERMAN, shortDate: "yyyy年M月d日", longTime: "tth:mm:ss", names: namesOf("zh-CN", "上午", "下午") },
  "periods in am and pm": { ...AMERICAN, shortDate: "dd/MM/yyyy", names: namesOf("es-ES", "a. m.", "p.m.") },
};
const readsBack = Object.entries(SETTINGS).filter(([name]) => name !== "periods in am and pm");
const iso = (text: string, settings: UserFormatSettings): string | undefined => {
  const read = readDateTime(text, settings);
  return read ? new Date(read.localMs).toISOString().slice(0, 19) + (read.hasTime ? "" : " all day") : undefined;
};

describe("dates and times as users write them", () => {
  it.each(readsBack)("are read back as they are shown: %s", (_name, settings) => {
    const formats = new UserFormats(settings, new UserZone(() => 0));
    fc.assert(fc.property(fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2199, 11, 31) }).map((t) => epochMs(Math.floor(t / 1000) * 1000)), (t) => {
      expect(readDateTime(formats.dateTime(t), settings)).toEqual({ localMs: t, hasTime: true });
      expect(readDateTime(formats.date(t), settings)).toEqual({ localMs: Math.floor(t / 86_400_000) * 86_400_000, hasTime: false });
    }));
  });

  it.each([
    ["german", "5.3.2024 22:07", "2024-03-05T22:07:00"],
    ["german", " 05.03.24  7.05 ", "2024-03-05T07:05:00"],
    ["german", "Dienstag, 5. März 2024", "2024-03-05T00:00:00 all day"],
    ["german", "5. mrz 51 0:00", undefined],
    ["german", "5.3.51 0:00", "1951-03-05T00:00:00"],
    ["american", "3/5/2024 10:07 pm", "2024-03-05T22:07:00"],
    ["american", "3/5/2024 2 PM", "2024-03-05T14:00:00"],
    ["american", "3/5/2024, 12:30:15 AM", "2024-03-05T00:30:15"],
    ["american", "3/5/2024 22:07", "2024-03-05T22:07:00"],
    ["american", "Mar 5 2024", "2024-03-05T00:00:00 all day"],
    ["named months", "5-3-2024 8:00", "2024-03-05T08:00:00"],
    ["american", "2/29/2023 8:00", undefined],
    ["american", "13/1/2023", undefined],
    ["american", "3/5/2024 13:00 PM", undefined],
    ["american", "3/5/2024 24:00", undefined],
    ["american", "3/5/2024 10:60", undefined],
    ["american", "3/5/2024 10:07:08:09", undefined],
    ["american", "3/5/2024 22", undefined],
    ["american", "3/5/2024 PM", undefined],
    ["american", "3/5/20240", undefined],
    ["american", "3/5", undefined],
    ["american", "3/5/2024 soon", undefined],
    ["american", "", undefined],
    ["periods in am and pm", "05/03/2024 10:07 P.M.", "2024-03-05T22:07:00"],
  ])("%s %p is %p", (name, text, expected) => {
    expect(iso(text, SETTINGS[name] ?? GERMAN)).toBe(expected);
  });
});
