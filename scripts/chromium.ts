/** Finds a Chromium of the system, or has the system's package manager install one where it may. Test tools' own downloads are not used. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const PLACES = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** Flags that keep a headless browser to itself: no background traffic, no GPU. */
export const CHROMIUM_FLAGS: readonly string[] = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/**
 * @returns the path of the browser's program
 * @throws Error with what to do if there is none and none can be installed
 */
export function findChromium(): string {
  const found = installed();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("Installing Chromium with apt-get …");
    spawnSync("apt-get", ["update", "-qq"], { stdio: "inherit" });
    spawnSync("apt-get", ["install", "-y", "-qq", "chromium"], { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
    const now = installed();
    if (now !== undefined) return now;
  }
  throw new Error("Browser tests need Chromium, Chrome or Edge. Install one, or set CHROMIUM_PATH to its program.");
}

const installed = (): string | undefined => PLACES.find((place): place is string => place !== undefined && existsSync(place));
