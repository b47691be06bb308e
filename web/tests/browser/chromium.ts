// A browser and a served register for the tests.
import { spawn, execFileSync, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";

export const root = fileURLToPath(new URL("../../../", import.meta.url));
export const recoupe = process.env["RECOUPE"] ?? join(root, "build/release/recoupe");

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env["RECOUPE_CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });

export interface Served {
  origin: string;
  register: string;
  stop(): void;
}

// A register built of pages, in a folder that goes away with the server.
export function buildRegister(pages: string[], lexicon?: string): { folder: string; register: string } {
  const folder = mkdtempSync(join(tmpdir(), "recoupe-"));
  const register = join(folder, "register.db");
  execFileSync(recoupe, [...(lexicon ? ["--lexicon", lexicon] : []), "build", ...pages, "-o", register], { stdio: "pipe" });
  return { folder, register };
}

export async function serve(pages: string[], lexicon?: string): Promise<Served> {
  const { folder, register } = buildRegister(pages, lexicon);
  const server: ChildProcess = spawn(recoupe, ["serve", register, "--port", "0"], { stdio: ["ignore", "ignore", "pipe"] });
  const origin = await new Promise<string>((resolve, reject) => {
    let said = "";
    server.stderr!.on("data", (bytes: Buffer) => {
      said += bytes.toString();
      const found = /http:\/\/[^\s]+(?=\/\n)/.exec(said);
      if (found) resolve(found[0]);
    });
    server.on("exit", (code) => reject(new Error(`serve ended with ${code}: ${said}`)));
  });
  return {
    origin,
    register,
    stop: () => {
      server.removeAllListeners("exit");
      server.kill("SIGTERM");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

// A page in a browser of its own, with what went wrong in it: failed scripts, what the content policy stopped, dialogs.
export async function openPage(options: BrowserContextOptions = {}): Promise<{ page: Page; close: () => Promise<void>; wrong: string[] }> {
  const browser = await launch();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") wrong.push(`${message.text()} ${message.location().url}`);
  });
  page.on("dialog", (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return { page, close: () => browser.close(), wrong };
}
