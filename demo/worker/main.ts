/** The Worker's script: it answers the page, and nothing that it does costs the page a frame. */
import { askHandler, serveCalls } from "../../emulator";
import { RunServer, type Change, type Load } from "./runServer";

const server = new RunServer();

serveCalls(self, {
  ...askHandler(() => server.backend),
  load: argument => server.load(argument as Load),
  change: argument => server.change(argument as Change),
});
