import { webApiOf } from "./webApi";

type Context = Parameters<typeof webApiOf>[0];
const contextOf = (webAPI: unknown): Context => () => ({ webAPI }) as ReturnType<Context>;

describe("the host's Web API", () => {
  it.each([[undefined], [null], [{}], [{ retrieveMultipleRecords: () => null }], [{ retrieveRecord: () => null, retrieveMultipleRecords: "no" }]])("is not there: %p", (webAPI) => {
    expect(webApiOf(contextOf(webAPI))).toBeNull();
  });

  it("is called on its own object, with what is asked", async () => {
    const webAPI = {
      calls: [] as unknown[],
      retrieveMultipleRecords(...args: readonly unknown[]) { return Promise.resolve(this.calls.push(args)); },
      retrieveRecord(...args: readonly unknown[]) { return Promise.resolve(this.calls.push(args)); },
    };
    const api = webApiOf(contextOf(webAPI));
    await api?.retrieveMultiple("flowsession", "?fetchXml=x", 5000);
    await api?.retrieveRecord("savedquery", "1", "?$select=fetchxml");
    expect(webAPI.calls).toEqual([["flowsession", "?fetchXml=x", 5000], ["savedquery", "1", "?$select=fetchxml"]]);
  });
});
