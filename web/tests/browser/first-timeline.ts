// When the first timeline is painted in the window, in new profiles, after the start of the navigation: for bench/serve.py.
import { launch } from "./chromium.ts";

const origin = process.argv[2]!;
const times = 5;
const browser = await launch();
const milliseconds: number[] = [];
let rows = 0;
for (let time = 0; time < times; time++) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    const painted = window as Window & { painted?: number };
    const watch = new MutationObserver(() => {
      if (!document.querySelector(".row")) return;
      watch.disconnect();
      requestAnimationFrame(() => setTimeout(() => (painted.painted = performance.now())));
    });
    watch.observe(document, { childList: true, subtree: true });
  });
  await page.goto(origin);
  await page.waitForFunction(() => "painted" in window);
  milliseconds.push(await page.evaluate(() => Math.round((window as Window & { painted?: number }).painted!)));
  rows = await page.locator(".row").count();
  await context.close();
}
await browser.close();
milliseconds.sort((a, b) => a - b);
console.log(`first timeline of ${rows} rows painted after ${milliseconds.join(", ")} ms of its load, ${times} new profiles`);
