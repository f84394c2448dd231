import { faultOf, missingColumn } from "./faultOf";
import { FaultKind } from "./contract";

describe("what an error of the Web API means", () => {
  it.each<[unknown, FaultKind]>([
    [{ errorCode: -2147015902, message: "Number of requests exceeded the limit" }, "busy"],
    [{ errorCode: -2147015903, message: "" }, "busy"],
    [{ errorCode: 2147951398, message: "" }, "busy"],
    [{ errorCode: "0x80072326", message: "" }, "busy"],
    [{ code: "-2147015902" }, "busy"],
    [{ httpStatus: 429 }, "busy"],
    [{ statusCode: "429" }, "busy"],
    [{ status: 503 }, "down"],
    [{ httpStatus: 500, errorCode: -2147220970, message: "An unexpected error occurred." }, "down"],
    [{ errorCode: -2147204783, message: "Sql timeout" }, "down"],
    [{ status: 408 }, "down"],
    [new Error("The request timed out"), "down"],
    [new Error("HTTP Error 502: Bad Gateway"), "down"],
    [{ errorCode: 0, message: "Failed to fetch" }, "offline"],
    [new TypeError("Failed to fetch"), "offline"],
    [new TypeError("NetworkError when attempting to fetch resource."), "offline"],
    ["The app is offline", "offline"],
    [{ httpStatus: 401, errorCode: -2147220905, message: "Unauthorized" }, "signedOut"],
    ["HTTP Error 401 - Unauthorized: Access is denied", "signedOut"],
    [{ errorCode: -2147220960, message: "Principal user is missing prvReadflowsession privilege" }, "forbidden"],
    [{ errorCode: 2147746336 }, "forbidden"],
    [{ errorCode: "0x80040220" }, "forbidden"],
    [{ errorCode: -2147187962 }, "forbidden"],
    [{ message: "Principal user (Id=1, type=8) is missing prvReadSavedQuery privilege" }, "forbidden"],
    [{ status: 403 }, "forbidden"],
    [{ errorCode: -2147164125, message: "AggregateQueryRecordLimit exceeded" }, "tooMany"],
    [{ errorCode: "0x8004E023" }, "tooMany"],
    [{ message: "AggregateQueryRecordLimit exceeded. Cannot perform this operation." }, "tooMany"],
    [new Error("Error 0x8004e023 while counting"), "tooMany"],
    [{ errorCode: -2147217149, message: "'flowsession' entity doesn't contain attribute with Name = 'triggertype'" }, "invalid"],
    [{ error: { code: "0x80041103", message: "no attribute" } }, "invalid"],
    [{ httpStatus: 404 }, "invalid"],
    [{ httpStatus: 414 }, "invalid"],
    [{ errorCode: -2147220969 }, "invalid"],
    [new Error("Feature 'WebAPI.retrieveMultipleRecords' is required to be specified in the <uses-feature> section"), "invalid"],
    [{ errorCode: 12345, message: "Something else" }, "unknown"],
    [{}, "unknown"],
    ["", "unknown"],
    [null, "unknown"],
    [undefined, "unknown"],
    [5, "unknown"],
  ])("%p is %s", (error, kind) => expect(faultOf(error).kind).toBe(kind));

  it("keeps the server's words", () => {
    expect([{ message: "a" }, new Error("b"), "c", { error: { message: "d" } }, { error: "e" }, {}, null].map((error) => faultOf(error).message)).toEqual(["a", "b", "c", "d", "e", "", ""]);
  });

  it.each<[unknown, number]>([
    [{ errorCode: -2147015902, message: "", raw: '{"status":429,"headers":{"Retry-After":"17"}}' }, 17_000],
    [{ status: 429, headers: { "retry-after": "30" } }, 30_000],
    [{ status: 429, headers: { "Retry-After": 5 } }, 5_000],
    [{ status: 429, retryAfter: "12" }, 12_000],
    [{ status: 429, message: "Too many requests. Retry-After: 9" }, 9_000],
    [{ status: 429, message: "Number of requests exceeded the limit of 6000 over time window of 300 seconds." }, 0],
    [{ status: 429, retryAfter: "soon" }, 0],
    [{ status: 429, retryAfter: -1 }, 0],
  ])("waits as long as it says: %j", (error, ms) => expect(faultOf(error).retryAfterMs).toBe(ms));

  it("never throws, whatever a foreign object does", () => {
    const hostile = Object.defineProperty({}, "message", { get: () => { throw new Error("no"); } });
    expect(faultOf(hostile)).toEqual({ kind: "unknown", message: "", retryAfterMs: 0 });
  });
});

describe("a missing column", () => {
  const named = (message: string): string | null => missingColumn(faultOf({ errorCode: -2147217149, message }));

  it("is named", () => {
    expect(named("'flowsession' entity doesn't contain attribute with Name = 'TriggerType' and NameMapping = 'Logical'. MetadataCacheDetails: ...")).toBe("triggertype");
    expect(named("Could not find a property named 'subcategory' on type 'Microsoft.Dynamics.CRM.flowsession'.")).toBe("subcategory");
  });

  it("is none in any other fault", () => expect(named("An unexpected error occurred.")).toBeNull());
});
