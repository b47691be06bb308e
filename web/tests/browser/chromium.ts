// A browser and a served register for the tests.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
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
  said: string; // the file of corrections, where they are taken
  token: string;
  again(): Promise<void>; // the register built anew under the running server
  stop(): void;
}

const build = (pages: string[], register: string, lexicon?: string) => {
  const made = spawnSync(recoupe, [...(lexicon ? ["--lexicon", lexicon] : []), "build", ...pages, "-o", register, "--replace"], { encoding: "utf8" });
  if (made.status !== 0 && made.status !== 1) throw new Error(made.stderr); // 1: some pages were refused
};

// A register built of pages, in a folder that goes away with the server.
export function buildRegister(pages: string[], lexicon?: string): { folder: string; register: string } {
  const folder = mkdtempSync(join(tmpdir(), "recoupe-"));
  const register = join(folder, "register.db");
  build(pages, register, lexicon);
  return { folder, register };
}

export async function serve(pages: string[], lexicon?: string, corrections = false): Promise<Served> {
  const { folder, register } = buildRegister(pages, lexicon);
  const said = join(folder, "said.jsonl");
  const server: ChildProcess = spawn(recoupe, [...(lexicon ? ["--lexicon", lexicon] : []), "serve", register, "--port", "0", ...(corrections ? ["--corrections", said] : [])], { stdio: ["ignore", "ignore", "pipe"] });
  const printed = corrections ? /(http:\/\/[^\s]+)\/review#([0-9a-f]+)\n/ : /(http:\/\/[^\s]+)\/\n/;
  const [, origin, token] = await new Promise<RegExpExecArray>((resolve, reject) => {
    let heard = "";
    server.stderr!.on("data", (bytes: Buffer) => {
      heard += bytes.toString();
      const found = printed.exec(heard);
      if (found) resolve(found);
    });
    server.on("exit", (code) => reject(new Error(`serve ended with ${code}: ${heard}`)));
  });
  return {
    origin: origin!,
    register,
    said,
    token: token ?? "",
    again: async () => build(pages, register, lexicon),
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
