import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { RunningSystem } from "@hemvist/local";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, inject } from "vitest";
import { clockOf } from "../../packages/sandbox/clock/clock.ts";
import { countChanges } from "../../packages/sandbox/console/changes.ts";
import { seenOf } from "../../packages/sandbox/console/seen.ts";
import { startHemvist } from "../../packages/sandbox/hemvist.ts";
import { type Sandbox, sandboxApi } from "../../packages/sandbox/http/sandbox-api.ts";
import { letThemAct } from "../../packages/sandbox/parties/by-themselves.ts";
import { type Company, companyOf } from "../../packages/sandbox/parties/company.ts";
import { desksOf } from "../../packages/sandbox/parties/providers.ts";

/** A Monday morning in Stockholm. */
const monday = "2026-11-02T09:00:00Z";

/** Only ends what hangs. */
const patience = 600_000;

export interface AConsole {
  readonly system: RunningSystem;
  readonly company: Company;
  readonly url: string;
}

/** Hemvist on this machine with its parties, and the console beside it; stopped when the file's tests are done. */
export async function aConsole(): Promise<AConsole> {
  const changes = countChanges();
  let sandbox: Sandbox | undefined;
  const system = await startHemvist({
    templates: inject("templates"),
    startsAt: monday,
    alongside: sandboxApi(() => sandbox),
    onChange: () => changes.note(),
  });
  afterAll(() => system.stop());
  const company = companyOf(system);
  const desks = desksOf(company);
  const clock = clockOf(system, () => letThemAct(desks, system.now));
  sandbox = { system, clock, changes, seen: seenOf(system) };
  return { system, company, url: `${system.apiUrl}/_sandbox/console` };
}

export interface AReader {
  readonly page: Page;
  /** Addresses that the page asked for at another place than the sandbox. */
  readonly outside: readonly string[];
  /** What the browser complained of: an error in the page, or something that its policy refused. */
  readonly complaints: readonly string[];
  /** Opens a view, and waits until it shows what it has read. */
  readonly open: (path: string) => Promise<void>;
  readonly picture: (name: string) => Promise<void>;
}

interface Eyes {
  readonly width: number;
  readonly scheme: "light" | "dark";
}

/** A browser, closed when the file's tests are done. */
export async function aBrowser(executablePath: string): Promise<Browser> {
  // As root, Chromium starts only without its sandbox. It reads nothing but this machine's own page.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({ executablePath, args, timeout: patience });
  afterAll(() => browser.close());
  return browser;
}

/** Where `npm run pictures` wants them. A test needs none, and they take longer than all that it looks at. */
const { HEMVIST_PICTURES: pictures } = process.env;

/** A person with a window of that width. What is asked of another place than the sandbox is refused, and remembered. */
export async function aReader(browser: Browser, url: string, { width, scheme }: Eyes): Promise<AReader> {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 780 : 900 },
    colorScheme: scheme,
    reducedMotion: "reduce",
    locale: "sv-SE",
    deviceScaleFactor: width < 600 ? 2 : 1,
  });
  context.setDefaultTimeout(patience);
  const outside = await fenceOf(context, new URL(url).origin);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  return {
    page,
    outside,
    complaints,
    async open(path) {
      await page.goto(`${url}#/${path}`);
      await page.locator(`main[data-read="#/${path}"]`).waitFor();
    },
    async picture(name) {
      if (pictures === undefined) return;
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
    },
  };
}

async function fenceOf(context: BrowserContext, inside: string): Promise<readonly string[]> {
  const outside: string[] = [];
  await context.route("**/*", (route) => {
    const address = route.request().url();
    if (new URL(address).origin === inside) return route.continue();
    outside.push(address);
    return route.abort();
  });
  return outside;
}
