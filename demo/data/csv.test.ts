import fs from "node:fs";
import path from "node:path";
import type { LookupCell } from "../../emulator";
import { readCsv, readCsvFile, type CsvProblem } from "./csv";

const a = "8ef3a619-47a7-ec11-983f-000d3a59a197";
const b = "132df27c-4fa7-ec11-983f-000d3a59a198";
const table = (...lines: string[]): string => lines.join("\n");
const says = (problems: readonly CsvProblem[]): string[] => problems.map(({ line, column, message }) => `${line ?? "-"}:${column ?? "-"}: ${message}`);

describe("the header", () => {
  it("is read whatever its case, in any order", () => {
    const { rows, problems } = readCsv(table("StatusCode,FLOWSESSIONID", `4,${a}`));
    expect(rows).toEqual([{ id: a, cells: { statuscode: 4 } }]);
    expect(problems).toEqual([]);
  });

  it("without an id is refused with what was found and what is expected", () => {
    const { rows, problems } = readCsv(table("id,start", "1,2"));
    expect(rows).toEqual([]);
    expect(problems).toEqual([{ line: 1, column: null, effect: "file", message: expect.stringMatching(/flowsessionid.*startedon.*Found: id, start\./) }]);
  });

  it("may name columns that are not used; they are listed once", () => {
    const { rows, problems } = readCsv(table("flowsessionid,colour,name,Credentials", `${a},red,Tea,x`, `${b},blue,Milk,x`));
    expect(rows.map(row => row.cells)).toEqual([{ name: "Tea" }, { name: "Milk" }]);
    expect(problems).toEqual([expect.objectContaining({ line: 1, effect: "note", message: "Columns that are not used: colour, Credentials" })]);
  });

  it("that names a column twice uses the first and says so", () => {
    const { rows, problems } = readCsv(table("flowsessionid,name,Name", `${a},first,second`));
    expect(rows[0]?.cells.name).toBe("first");
    expect(problems[0]?.message).toMatch(/twice.*Name/);
  });
});

describe("lookups", () => {
  const machine = (header: string, line: string): LookupCell => readCsv(table(`flowsessionid,${header}`, `${a},${line}`)).rows[0]?.cells.machineid as LookupCell;

  it("may have the id and the name", () => {
    expect(machine("machineid,machineidname", `{${b.toUpperCase()}},VM-1`)).toEqual({ id: b, table: "flowmachine", name: "VM-1" });
  });

  it("may have the id only, also under the name that the Web API gives it", () => {
    expect(machine("machineid", b)).toEqual({ id: b, table: "flowmachine", name: b });
    expect(machine("_machineid_value", b)).toEqual(machine("machineid", b));
  });

  it("may have the name only: the same name is the same machine", () => {
    const { rows } = readCsv(table("flowsessionid,machineidname", `${a},VM-1`, `${b},VM-1`));
    expect(rows[0]?.cells.machineid).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), table: "flowmachine", name: "VM-1" });
    expect(rows[1]?.cells.machineid).toEqual(rows[0]?.cells.machineid);
    expect(machine("machineid", "VM-1")).toEqual(rows[0]?.cells.machineid);
  });

  it("of a parent run must be an id", () => {
    const { rows, problems } = readCsv(table("flowsessionid,parentdesktopflowrunid", `${a},Month-end`, `${b},${a}`));
    expect(rows[0]?.cells.parentdesktopflowrunid).toBeUndefined();
    expect(rows[1]?.cells.parentdesktopflowrunid).toMatchObject({ id: a, table: "flowsession" });
    expect(says(problems)).toEqual([expect.stringContaining('2:parentdesktopflowrunid: "Month-end" is not an id')]);
  });
});

describe("dates", () => {
  const started = (...texts: string[]): { values: unknown[]; messages: string[] } => {
    const { rows, problems } = readCsv(table("flowsessionid;startedon", ...texts.map(text => `${a};${text}`)));
    return { values: rows.map(row => row.cells.startedon), messages: says(problems) };
  };

  it.each([
    ["2022-03-19T05:41:34Z", "2022-03-19T05:41:34Z"],
    ["2022-03-19T05:41:34", "2022-03-19T05:41:34Z"],
    ["2022-03-19 05:41", "2022-03-19T05:41:00Z"],
    ["2022-03-19T05:41:34.000+02:00", "2022-03-19T03:41:34Z"],
    ["2022-03-19T05:41:34-0530", "2022-03-19T11:11:34Z"],
    ["2022-03-19", "2022-03-19T00:00:00Z"],
    ["19.03.2022 05:41", "2022-03-19T05:41:00Z"],
    ["3/19/2022 5:41 AM", "2022-03-19T05:41:00Z"],
    ["3/19/2022, 12:05:09 PM", "2022-03-19T12:05:09Z"],
    ["3/19/2022 12:05 AM", "2022-03-19T00:05:00Z"],
    ["19/03/2022 17:41", "2022-03-19T17:41:00Z"],
  ])("like %s are read", (text, expected) => {
    expect(started(text)).toEqual({ values: [expected], messages: [] });
  });

  it("with slashes are told by the other dates of the file", () => {
    expect(started("3/4/2022 1:00 PM", "3/19/2022 1:00 PM").values).toEqual(["2022-03-04T13:00:00Z", "2022-03-19T13:00:00Z"]);
    expect(started("3/4/2022", "19/3/2022").values).toEqual(["2022-04-03T00:00:00Z", "2022-03-19T00:00:00Z"]);
  });

  it("that could be two days are not guessed", () => {
    expect(started("3/4/2022").messages).toEqual([expect.stringMatching(/^2:startedon: "3\/4\/2022" is ambiguous \(day first or month first cannot be told/)]);
    expect(started("3/19/2022", "19/3/2022").messages).toHaveLength(2);
  });

  it.each(["yesterday", "2022-02-30", "2022-03-19T25:00:00Z", "44639.2", "3/19/2022 13:00 PM", "19/19/2022"])("like %s are reported and left blank", text => {
    const { values, messages } = started(text);
    expect(values).toEqual([undefined]);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(`2:startedon: "${text}"`);
  });

  it("that are blank are null", () => {
    expect(started("").values).toEqual([null]);
  });
});

describe("choices and numbers", () => {
  it("are numbers, labels, or numbers that the table does not know", () => {
    const { rows, problems } = readCsv(table("flowsessionid,statuscode,runmode", `${a},Timed out,unattended`, `${b},99,2`));
    expect(rows.map(row => row.cells)).toEqual([{ statuscode: 10, runmode: 2 }, { statuscode: 99, runmode: 2 }]);
    expect(problems).toEqual([]);
  });

  it("are reported with line and column where they are neither", () => {
    const { rows, problems } = readCsv(table("flowsessionid,statuscode,runduration", `${a},broken,1.5`));
    expect(rows).toEqual([{ id: a, cells: {} }]);
    expect(says(problems)).toEqual([expect.stringMatching(/^2:statuscode: "broken" is neither a number nor one of NotSpecified, .*/), '2:runduration: "1.5" is not a whole number']);
  });
});

describe("rows", () => {
  it("without an id, or with a wrong one, are left out and the others shown", () => {
    const { rows, problems } = readCsv(table("flowsessionid,name", ",one", `${a},two`, "17,three"));
    expect(rows.map(row => row.cells.name)).toEqual(["two"]);
    expect(says(problems)).toEqual(["2:flowsessionid: The id is missing: the row is left out", '4:flowsessionid: "17" is not an id (GUID): the row is left out']);
  });

  it("with too few cells are shown, with too many left out", () => {
    const { rows, problems } = readCsv(table("flowsessionid,name,statuscode", `${a},short`, `${b},one,two,4`));
    expect(rows).toEqual([{ id: a, cells: { name: "short", statuscode: null } }]);
    expect(problems.map(({ line, effect }) => [line, effect])).toEqual([[2, "cell"], [3, "row"]]);
  });

  it("keep repeated ids", () => {
    expect(readCsv(table("flowsessionid", a, a)).rows).toHaveLength(2);
  });
});

describe("the text", () => {
  it.each(["\n", "\r\n", "\r"])("has right line numbers after line ends in quotes (%j)", end => {
    const { rows, problems } = readCsv(["flowsessionid,errormessage,statuscode", `${a},"first`, `second, ""third""`, `last",8`, "", `${b},x,bad`].join(end));
    expect(rows[0]?.cells.errormessage).toBe(["first", 'second, "third"', "last"].join(end));
    expect(problems.map(({ line, column }) => [line, column])).toEqual([[6, "statuscode"]]);
  });

  it("may begin with a byte order mark and be separated by semicolons or tabs", () => {
    const bytes = new TextEncoder().encode(`\ufeffflowsessionid;name\n${a};"Grüße, Welt"`);
    expect(readCsvFile(bytes).rows).toEqual([{ id: a, cells: { name: "Grüße, Welt" } }]);
    expect(readCsv(`flowsessionid\tname\n${a}\tx, y; z`).rows[0]?.cells.name).toBe("x, y; z");
  });

  it("may be what Excel saves as CSV or as Unicode text", () => {
    const latin = Uint8Array.from(`flowsessionid;name\n${a};Grüße`, character => character.charCodeAt(0));
    expect(readCsvFile(latin).rows[0]?.cells.name).toBe("Grüße");
    const wide = new Uint8Array(Buffer.from(`\ufeffflowsessionid\tname\n${a}\tGrüße`, "utf16le"));
    expect(readCsvFile(wide).rows[0]?.cells.name).toBe("Grüße");
  });

  it("with a quote that is never closed keeps the rows before it and says where it begins", () => {
    const { rows, problems } = readCsv(table("flowsessionid,name", `${a},good`, `${b},"bad`, `${a},swallowed`));
    expect(rows.map(row => row.cells.name)).toEqual(["good"]);
    expect(problems).toEqual([expect.objectContaining({ line: 3, effect: "row", message: expect.stringMatching(/quote/) })]);
  });

  it.each([["nothing", ""], ["blank lines", "\n\n  \n"]])("with %s is called empty", (_, text) => {
    expect(readCsv(text).problems).toEqual([expect.objectContaining({ line: null, effect: "file", message: expect.stringMatching(/empty/) })]);
  });

  it("with a header alone has no rows and says so", () => {
    expect(readCsv("flowsessionid,name\n")).toEqual({ rows: [], problems: [expect.objectContaining({ effect: "note", message: expect.stringMatching(/no run/) })] });
  });

  it("of a binary file is refused", () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13);
    expect(readCsvFile(png).problems).toEqual([expect.objectContaining({ effect: "file", message: expect.stringMatching(/not a text file/) })]);
  });
});

describe("the real export", () => {
  const file = path.resolve(__dirname, "../../../shared/data/desktop-flow-runs-automation-kit.csv");

  it("gives 3,825 rows without a problem, where it is there", () => {
    if (!fs.existsSync(file)) return console.warn(`NOT TESTED: the real export is not here (${path.relative(process.cwd(), file)}), so reading it was not tried.`);
    const { rows, problems } = readCsvFile(fs.readFileSync(file));
    expect(problems).toEqual([]);
    expect(rows).toHaveLength(3_825);
    expect(new Set(rows.map(row => row.id)).size).toBe(3_819);
    expect(rows.filter(row => row.cells.statuscode === 8 && row.cells.startedon === null)).toHaveLength(931);
  });
});
