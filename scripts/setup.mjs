/** Brings the packages to what package-lock.json says, if they are not; nothing else. Plain Node: it runs before there are packages. */
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";

const [major] = process.versions.node.split(".").map(Number);
if (major < 20) {
  console.error(`Node ${process.versions.node} is too old: this project needs Node 20 or later.`);
  process.exit(1);
}
const installed = "node_modules/.package-lock.json";
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync("package-lock.json").mtimeMs) {
  console.log("Installing packages (about a minute) …");
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ["npm"];
  const { status } = spawnSync(npm[0], [...npm.slice(1), "ci", "--no-audit", "--no-fund", "--ignore-scripts"], { stdio: "inherit", shell: npm[0] === "npm" });
  if (status !== 0) {
    console.error("The packages could not be installed; what npm says stands above.");
    process.exit(1);
  }
}
