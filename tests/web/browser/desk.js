// What the tests stand on: a month in a store of its own, `collector serve` over it, and a browser.
import { spawn, spawnSync } from "node:child_process";
import { createServer } from "node:http";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");
export const program = process.env.COLLECTOR ?? path.join(root, "build/debug/src/collector");
export const month = "2024-01";
export const now = "2024-02-25T12:00:00Z";

const browserPath = process.env.CHROMIUM ?? "/usr/bin/chromium";

// A sandbox of its own cannot be had as root and in most containers.
const browserArguments = [
  "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
];

const folders = [];
process.on("exit", () => { for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true }); });

export function temporaryFolder() {
  folders.push(fs.mkdtempSync(path.join(os.tmpdir(), "collector-web-")));
  return folders.at(-1);
}

// ---- the month ----

// The feeds of a replay (feeds.tsv beside the files), as feeds.yaml has them.
function replayConfiguration(folder, server) {
  const [head, ...rows] = fs.readFileSync(path.join(folder, "feeds.tsv"), "utf8").trimEnd().split("\n");
  const names = head.split("\t");
  const feeds = new Map();  // several states of one feed: the last one counts
  for (const row of rows) {
    const values = Object.fromEntries(row.split("\t").map((value, i) => [names[i], value]));
    const name = values.name.replace(/ as of .*/, "");
    const lines = [`  - name: ${JSON.stringify(name)}`, `    url: ${server}/${values.file}`];
    const section = { videos: "talks", xep: "extensions" }[values.section] ?? values.section;
    if (/^[a-z]+$/.test(section)) lines.push(`    section: ${section}`);
    if (values.group) lines.push(`    group: ${JSON.stringify(values.group)}`);
    feeds.set(name, lines.join("\n"));
  }
  return "settings:\n  allow_private_addresses: true\nnewsletter:\n  title: The XMPP Newsletter\nfeeds:\n" +
    [...feeds.values()].join("\n") + "\n";
}

function sampleMonth() {
  const replay = path.join(root, "../shared/replay/replay-2024-01");
  if (fs.existsSync(replay)) return { folder: replay, configuration: (server) => replayConfiguration(replay, server) };
  return bundledMonth();
}

function bundledMonth() {
  const folder = path.join(root, "share/demo");
  const text = fs.readFileSync(path.join(folder, "feeds.yaml"), "utf8");
  return { folder, configuration: (server) => text.replaceAll("{server}", server) };
}

function serveFiles(folder, files = {}) {
  const server = createServer((request, response) => {
    const name = path.basename(decodeURIComponent(request.url));
    const file = path.join(folder, name);
    if (name in files) return response.end(files[name]);
    if (!fs.existsSync(file)) return response.writeHead(404).end();
    response.end(fs.readFileSync(file));
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve({ server, address: `http://127.0.0.1:${server.address().port}` }));
  });
}

export function run(folder, ...args) {
  const result = spawnSync(program, ["--db", path.join(folder, "news.db"), "--config", path.join(folder, "feeds.yaml"),
    "--now", now, ...args], { encoding: "utf8" });
  if (result.error) throw result.error;
  return { code: result.status, out: result.stdout, err: result.stderr };
}

// Not run(): this process may serve the feeds, so it must not wait for the fetch.
function poll(folder) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, ["-q", "--db", path.join(folder, "news.db"), "--config", path.join(folder, "feeds.yaml"),
      "--now", now, "fetch"], { stdio: ["ignore", "ignore", "inherit"] });
    child.on("exit", resolve);
    child.on("error", reject);
  });
}

async function fetchInto(folder, feeds, configuration, files) {
  const { server, address } = await serveFiles(feeds, files);
  fs.writeFileSync(path.join(folder, "feeds.yaml"), configuration(address));
  const code = await poll(folder);
  server.close();
  if (code !== 0) throw new Error(`fetch ended with ${code}`);
}

// A folder with the month's store; fetched once, copied for each test.
let fetched;
export async function newMonth() {
  fetched ??= (async () => {
    const folder = temporaryFolder();
    const { folder: feeds, configuration } = sampleMonth();
    await fetchInto(folder, feeds, configuration);
    return folder;
  })();
  const folder = temporaryFolder();
  fs.cpSync(await fetched, folder, { recursive: true });
  return folder;
}

// The month that comes with the program, whatever else lies at hand.
export async function sampleMonthOnly() {
  const folder = temporaryFolder();
  const { folder: feeds, configuration } = bundledMonth();
  await fetchInto(folder, feeds, configuration);
  return folder;
}

// The same from one feed of the test's own.
export async function newStore(feed) {
  const folder = temporaryFolder();
  await fetchInto(folder, folder, (server) => "settings:\n  allow_private_addresses: true\n  min_interval: 1h\n" +
    `newsletter:\n  title: The Newsletter\nfeeds:\n  - name: own\n    url: ${server}/own.xml\n`, { "own.xml": feed });
  return folder;
}

// The suite's server of hostile feeds, where it lies beside the project.
const hostileScript = path.join(root, "../shared/hostile/hostile_server.py");
export const hostileServer = fs.existsSync(hostileScript);
const hostileFeeds = ["script-injection", "html-entities", "xxe-file", "billion-laughs", "relative-links", "no-dates", "wrong-charset/a"];

// What its feeds leave in a store, dated in the month; some of them fail, as they should.
export async function newHostileStore() {
  const folder = temporaryFolder();
  const server = spawn("python3", [hostileScript], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    const address = await new Promise((resolve, reject) => {
      server.stdout.once("data", (text) => resolve(String(text).trim()));
      server.once("exit", () => reject(new Error("the hostile server did not start")));
    });
    await fetch(`${address}/_clock?path=*&now=${month}-20T08:00:00Z`);
    fs.writeFileSync(path.join(folder, "feeds.yaml"), "settings:\n  allow_private_addresses: true\nnewsletter:\n  title: The Newsletter\nfeeds:\n" +
      hostileFeeds.map((name) => `  - {name: ${JSON.stringify(`<b>${name}`)}, url: "${address}/${name}"}\n`).join(""));
    await poll(folder);
  } finally {
    server.kill();
  }
  return folder;
}

// ---- the server ----

export async function serve(folder, ...args) {
  const child = spawn(program, ["--db", path.join(folder, "news.db"), "--config", path.join(folder, "feeds.yaml"),
    "--now", now, "serve", "--listen", "127.0.0.1:0", "--as", "Ana", ...args], { stdio: ["ignore", "ignore", "pipe"] });
  const address = await new Promise((resolve, reject) => {
    let said = "";
    child.stderr.on("data", (text) => {
      said += text;
      const found = /Review at (http:\/\/[^ ]+)\/ /.exec(said);
      if (found) resolve(found[1]);
    });
    child.on("exit", (code) => reject(new Error(`serve ended with ${code}: ${said}`)));
  });
  const ended = new Promise((resolve) => child.on("exit", (code, signal) => resolve({ code, signal })));
  return { address, folder, pid: child.pid, stop: (signal = "SIGTERM") => { child.kill(signal); return ended; } };
}

// ---- the browser ----

export async function openBrowser() {
  return chromium.launch({ executablePath: browserPath, args: browserArguments });
}

export const canBrowse = fs.existsSync(browserPath);

// The decisions as the log tells them, oldest first.
export function decisions(folder) {
  return JSON.parse(run(folder, "log", "--format", "json").out).reverse();
}

export function items(folder) {
  return JSON.parse(run(folder, "list", "--month", month, "--format", "json").out);
}
