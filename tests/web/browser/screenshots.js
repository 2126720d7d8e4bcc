// usage: node screenshots.js FOLDER: the pictures of the documentation.
import path from "node:path";

import { month, openBrowser, sampleMonthOnly, serve } from "./desk.js";

const folder = process.argv[2];
const server = await serve(await sampleMonthOnly());
const browser = await openBrowser();

async function shoot(name, target, { prepare, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1180, height: 800 }, ...options });
  const page = await context.newPage();
  await page.goto(server.address + target);
  await prepare?.(page);
  await page.screenshot({ path: path.join(folder, name) });
  await context.close();
}

const said = (page, text) => page.locator("#announce").getByText(new RegExp(`^${text}`)).waitFor({ state: "attached" });

async function review(page) {
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await said(page, "Kept");
  await page.keyboard.press("d");
  await said(page, "Dropped");
  await page.evaluate(() => scrollTo(0, 0));
}

const there = `/month/${month}?section=clients`;
await shoot("review-light.png", there, { colorScheme: "light", prepare: review });
await shoot("review-dark.png", there, { colorScheme: "dark" });
await shoot("review-phone.png", there, { viewport: { width: 390, height: 844 } });
await shoot("feeds.png", "/feeds", { colorScheme: "light" });

await browser.close();
await server.stop();
