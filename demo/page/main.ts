/** Starts the page: reads its address, loads the control, and keeps address and page in step. */
import { App } from "./app";
import { startClockAt } from "./clock";
import { DataSource } from "./data";
import { onFileDrop } from "./drop";
import { element } from "./dom";
import type { DemoHandle } from "./handle";
import { loadKit } from "./kit";
import { OrgData } from "./orgData";
import { startSolution } from "../solution/start";
import { readSettings, writeSettings, type Settings } from "./settings";

async function start(): Promise<void> {
  const { settings, unknown } = readSettings(location.search);
  if (settings.now !== null) startClockAt(settings.now);
  let current = settings;
  let ready = false;
  const config = (await (await fetch("/config.json")).json()) as { readonly data: string | null; readonly org: string | null };
  const kit = await loadKit(settings.react);

  // One after the other: data may still be loading when the next switch is turned.
  let showing = Promise.resolve();
  const show = (next: Settings): Promise<void> => (showing = showing.catch(() => undefined).then(() => app.show(next)));
  const update = async (changes: Partial<Settings>): Promise<void> => {
    const next = { ...current, ...changes };
    const leaves = next.place !== current.place || next.run !== current.run || next.machine !== current.machine;
    const address = location.pathname + writeSettings(next);
    if (next.react !== current.react || next.now !== current.now) return location.assign(address);
    current = next;
    if (leaves) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    await show(next);
  };
  const navigate = (changes: Partial<Settings>): void => void update(changes).catch(fail);
  const app = new App(kit, new DataSource(config.data), config.org === null ? null : await OrgData.open(config.org), document.body, navigate);
  const handle: DemoHandle = {
    get ready() { return ready; },
    get hosts() { return app.hosts; },
    get host() { return app.hosts[0]; },
    get events() { return app.events; },
    get passes() { return app.passes; },
    get table() { return app.table; },
    get server() { return app.server; },
    change: change => app.change(change),
    get settings() { return current; },
    update,
    unmountAll: () => app.unmountAll(),
  };
  window.demo = handle;
  window.addEventListener("popstate", () => {
    current = readSettings(location.search).settings;
    void show(current).catch(fail);
  });
  onFileDrop(file => void app.openFile(file).catch(fail));
  if (unknown.length > 0) app.messages.show("address", "warning", `Not understood in the address: ${unknown.join(", ")}`);
  await show(settings);
  ready = true;
}

function fail(error: unknown): void {
  console.error(error);
  document.body.prepend(element("div", "fatal", [`The demo cannot go on: ${error instanceof Error ? error.message : String(error)}`], { attributes: { role: "alert" } }));
}

startSolution().then(isStarted => (isStarted ? undefined : start())).catch(fail);
