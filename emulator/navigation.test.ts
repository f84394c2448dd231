/** @jest-environment jsdom */
import { createRig, FETCH, runId, type Rig, type RigOptions } from "./rig";
import type { OpenedRecord } from "./events";

async function loaded(options: RigOptions = {}): Promise<Rig & { opened: OpenedRecord[] }> {
  const rig = createRig(options);
  const opened: OpenedRecord[] = [];
  rig.host.on("recordOpened", record => void opened.push(record));
  await rig.clock.advance(FETCH);
  return Object.assign(rig, { opened });
}

test("openDatasetItem returns at once and tears the control down when the form is there", async () => {
  const rig = await loaded();
  const reference = rig.dataSet.records[runId(1)]?.getNamedReference();
  if (!reference) throw new Error("no run 1");
  expect(rig.dataSet.openDatasetItem(reference)).toBeUndefined();
  expect([rig.host.mounted, rig.opened]).toEqual([true, []]);
  await rig.clock.advance(300);
  expect(rig.host.mounted).toBe(false);
  expect(rig.opened).toEqual([{ table: "flowsession", id: runId(1), name: "Run 1", via: "openDatasetItem", inPlace: true }]);
});

test("openForm resolves on navigation with the opened record", async () => {
  const rig = await loaded();
  const answer = rig.context.navigation.openForm({ entityName: "flowsession", entityId: `{${runId(2).toUpperCase()}}` });
  await rig.clock.advance(300);
  expect(await answer).toEqual({ savedEntityReference: [{ entityType: "flowsession", id: runId(2), name: "" }] });
  expect(rig.host.mounted).toBe(false);
});

test("a new window leaves the control where it is, and so does a host without that quirk", async () => {
  const rig = await loaded();
  void rig.context.navigation.openForm({ entityName: "flowsession", entityId: runId(2), openInNewWindow: true });
  await rig.clock.advance(300);
  expect([rig.host.mounted, rig.opened[0]?.inPlace]).toEqual([true, false]);

  const lenient = await loaded({ quirks: { openingUnmounts: false } });
  void lenient.context.navigation.openForm({ entityName: "flowsession", entityId: runId(2) });
  await lenient.clock.advance(300);
  expect(lenient.host.mounted).toBe(true);
});

test("a cancelled confirm dialog resolves", async () => {
  const { context, host } = await loaded();
  for (const confirmed of [false, true]) {
    const answer = context.navigation.openConfirmDialog({ text: "Cancel 2 runs?", title: "Cancel" });
    expect(host.openDialogs[0]).toMatchObject({ kind: "confirm", text: "Cancel 2 runs?", title: "Cancel" });
    host.openDialogs[0]?.close(confirmed);
    expect(await answer).toEqual({ confirmed });
  }
  expect(host.openDialogs).toEqual([]);
});

test("error and alert dialogs wait for their user; an error dialog needs a message or a code", async () => {
  const { context, host } = await loaded();
  const error = context.navigation.openErrorDialog({ message: "No access", details: "403" });
  expect(host.openDialogs[0]).toMatchObject({ kind: "error", text: "No access", details: "403" });
  host.openDialogs[0]?.close(true);
  await expect(error).resolves.toBeUndefined();
  await expect(context.navigation.openErrorDialog({})).rejects.toEqual({ errorCode: 2147746305, message: "openErrorDialog: message or errorCode is needed" });
  void context.navigation.openAlertDialog({ text: "Done" });
  expect(host.openDialogs[0]?.kind).toBe("alert");
});

test("openUrl returns nothing and is reported", async () => {
  const { context, host } = await loaded();
  const urls: string[] = [];
  host.on("urlOpened", ({ url }) => void urls.push(url));
  expect(context.navigation.openUrl("https://example.org/run")).toBeUndefined();
  expect(urls).toEqual(["https://example.org/run"]);
  expect(() => context.navigation.openWebResource("x.html")).toThrow("context.navigation.openWebResource is not modelled");
});

test("an unmount cancels a navigation under way", async () => {
  const rig = await loaded();
  void rig.context.navigation.openForm({ entityName: "flowsession", entityId: runId(2) });
  rig.host.unmount();
  await rig.clock.advance(300);
  expect([rig.opened, rig.clock.pending]).toEqual([[], 0]);
});
