// When the first timeline stands in the window, in a new profile, after the start of the navigation: for bench/serve.py.
import { launch } from "./chromium.ts";

const origin = process.argv[2]!;
const browser = await launch();
const page = await browser.newPage();
await page.goto(origin);
await page.waitForSelector(".row");
const milliseconds = await page.evaluate(() => Math.round(performance.now()));
const rows = await page.locator(".row").count();
console.log(`first timeline of ${rows} rows in the window ${milliseconds} ms after the load began`);
await browser.close();
