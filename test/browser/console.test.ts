import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { beforeAll, describe, expect, it } from "vitest";
import { readSamples } from "../../packages/sandbox/samples/samples.ts";
import { sample, traineeship } from "../journeys/sample.ts";
import { type AConsole, type AReader, aBrowser, aConsole, aReader } from "./a-console.ts";
import { violationsOn } from "./accessibility.ts";
import { findChromium } from "./chromium.ts";
import { measuredBy } from "./measured-by.ts";

// The console in a real browser, beside a running system.

const executable = findChromium();
if (executable === undefined)
  console.log("The console's tests need Chromium, and this machine has none: skipped.");

const decision = "sf-centrum.SFC-2026-004711";
/** Its provider's system is down all along. */
const unanswered = "sf-centrum.SFC-2026-004712";
/** Its letters may hold anything. */
const setAside = "decisions-sf-centrum-dlq";
const views = ["flode", "koer", "att-folja-upp", "beslut", `beslut/${decision}`, "larm", "tavlor"];
const nameOf = (path: string): string => path.replace(/[/.]/g, "-").toLowerCase();

/** Assigned to several providers, one of which never answers. */
const good = readSamples().slice(0, 12);
const returned = readSamples()
  .filter(({ expected }) => expected.outcome === "returned")
  .slice(0, 4);

describe.skipIf(executable === undefined)("the console", () => {
  let run: AConsole;
  let desk: AReader;
  let dark: AReader;
  let phone: AReader;

  beforeAll(async () => {
    run = await aConsole();
    await send(...[...good, ...returned].map(({ body }) => body));
    const browser = await aBrowser(executable ?? "");
    desk = await aReader(browser, run.url, { width: 1280, scheme: "light" });
    dark = await aReader(browser, run.url, { width: 1280, scheme: "dark" });
    phone = await aReader(browser, run.url, { width: 360, scheme: "light" });
  });

  async function send(...bodies: readonly string[]): Promise<void> {
    for (const body of bodies) {
      const { administration } = JSON.parse(body);
      await run.company.administrations.party(administration).post("/v1/decisions", body);
    }
    await run.system.settle();
  }

  it("shows a decision as soon as it has come", async () => {
    await desk.open("flode");
    await send(sample(traineeship, { decisionId: "SFC-2026-SEEN-LIVE" }));

    await desk.page.getByRole("link", { name: "sf-centrum.SFC-2026-SEEN-LIVE" }).first().waitFor();
  });

  it("moves time, and shows what is followed up then", async () => {
    await desk.open("flode");
    await desk.page.getByRole("button", { name: "+1 vecka" }).click();
    await desk.page.getByText("Klockan är flyttad.").waitFor();

    expect(await desk.page.locator("#now").getAttribute("datetime")).toMatch(/^2026-11-09T/);
    await desk.open(`beslut/${unanswered}`);
    await desk.page
      .getByText(/Inte kvitterat: .* får en påminnelse/)
      .first()
      .waitFor();
  });

  it("has a slider over the days to come that the arrow keys move", async () => {
    await desk.open("att-folja-upp");
    const slider = desk.page.getByRole("slider", { name: "Visa allt till och med" });
    const rows = desk.page.getByRole("region", { name: "Det som ska följas upp" }).locator("tbody tr");
    await slider.focus();
    await desk.page.keyboard.press("Home");
    expect(await slider.getAttribute("aria-valuetext")).toBe("Till och med mån 9 november 2026");
    const few = await rows.count();
    await desk.page.keyboard.press("ArrowRight");
    expect(await slider.getAttribute("aria-valuetext")).toBe("Till och med tis 10 november 2026");
    await desk.page.keyboard.press("End");

    expect(await rows.count()).toBeGreaterThan(few);
    await desk.page.getByRole("button", { name: /^Flytta klockan till/ }).isEnabled();
  });

  it("shows what a sender wrote as the text that it is", async () => {
    const type = '<img src="x" onerror="document.title=1"><script>document.title=1</script>';
    const event = { specversion: "1.0", id: "1", source: "x", type, subject: "<b>x</b>", data: {} };
    const sqs = new SQSClient(run.system.clientFor("a-tester"));
    const MessageBody = JSON.stringify(event);
    await sqs.send(new SendMessageCommand({ QueueUrl: run.system.queueUrl(setAside), MessageBody }));
    await desk.open(`koer/${setAside}`);

    await desk.page.getByRole("cell", { name: type, exact: true }).waitFor();
    expect(await desk.page.locator("main :is(img, script, b)").count()).toBe(0);
    expect(await desk.page.title()).toBe("Köer – hemvist konsol");
  });

  it("shows for each dead letter why it is one, and nothing that its sender wrote", async () => {
    await run.company.administrations.party("sf-centrum").send("decisions-sf-centrum", "{ Anna Andersson");
    await run.system.settle();
    await desk.open("koer");
    const letters = desk.page.getByRole("region", { name: "Varje dödbrev och varför det ligger där" });

    await letters.getByRole("row").filter({ hasText: "Meddelandet är inte giltig JSON." }).waitFor();
    expect(await desk.page.locator("main").textContent()).not.toContain("Anna");
  });

  it("shows how near SQS is to erasing the oldest message of a queue", async () => {
    await desk.open("koer");
    const queue = desk.page
      .getByRole("region", { name: "Parternas köer" })
      .getByRole("row")
      .filter({ hasText: "assignments-arbetsmarknadsanstallning.fifo" });

    // Its reader has been away for the week that the clock was moved.
    await queue.locator(".tag.late", { hasText: "50 % av 14 dygn" }).waitFor();
  });

  it("is walked through by the keyboard alone, and shows where it is", async () => {
    await desk.page.goto("about:blank");
    await desk.open("att-folja-upp");
    const walked: string[] = [];
    for (let step = 0; step < 40 && walked.at(-1) !== "table"; step += 1) {
      await desk.page.keyboard.press("Tab");
      const { name, outline } = await desk.page.evaluate<{ name: string; outline: string }>(focused);
      expect(outline).toBe("solid");
      walked.push(name);
    }

    expect(walked.slice(0, 5)).toEqual(["Hoppa till innehållet", "+1 timme", "+1 dag", "+1 vecka", "Flöde"]);
    expect(walked).toContain("fram-till");
    expect(walked.at(-1)).toBe("table");
  });

  it.each(views)("%s: has no fault that axe-core finds, in light and in dark", async (path) => {
    for (const reader of [desk, dark]) {
      await reader.open(path);
      expect(await violationsOn(reader.page)).toEqual([]);
    }
    await desk.picture(nameOf(path));
    await dark.picture(`${nameOf(path)}-dark`);
  });

  it.each(views)("%s: fits into a phone's width", async (path) => {
    await phone.open(path);

    expect(await phone.page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    expect(await violationsOn(phone.page)).toEqual([]);
    await phone.picture(`${nameOf(path)}-phone`);
  });

  it("draws each dashboard that would be deployed, and shows all that this run has measured", async () => {
    await send(
      sample(traineeship, { decisionId: "SFC-2026-MEASURED" }),
      // Without its last day, so it is returned.
      sample(traineeship, { decisionId: "SFC-2026-MEASURED-TOO", validTo: undefined }),
    );
    const dashboards = run.system.dashboards();
    const shown: string[] = [];
    for (const { name, body } of dashboards) {
      const measured = await measuredBy(run.system, body);
      await desk.open(`tavlor/${name}`);
      const drawn = await desk.page.evaluate<Drawn>(whatIsDrawn);
      expect(drawn.widgets).toBe(JSON.parse(body).widgets.length);
      expect(drawn.notDrawn).toEqual([]);
      expect(drawn.empty.filter((title) => measured.includes(title))).toEqual([]);
      shown.push(...drawn.shown);
    }
    expect(shown).toEqual(expect.arrayContaining(always));
  });

  it.each(["desk", "dark", "phone"] as const)(
    "each dashboard: no fault that axe-core finds (%s)",
    async (who) => {
      const reader = { desk, dark, phone }[who];
      for (const { name } of run.system.dashboards()) {
        await reader.open(`tavlor/${name}`);
        expect(await violationsOn(reader.page)).toEqual([]);
        await reader.picture(`tavlor-${name}-${who}`);
      }
      expect(await reader.page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    },
  );

  it("asks no other machine for anything, and breaks none of its own policy", () => {
    for (const { outside, complaints } of [desk, dark, phone]) {
      expect(outside).toEqual([]);
      expect(complaints).toEqual([]);
    }
  });
});

/** The name of what has the focus, and how it is outlined. */
const focused = `(() => {
  const one = document.activeElement;
  const name = one.id || (one.querySelector("table") ? "table" : one.textContent);
  return { name, outline: getComputedStyle(one).outlineStyle };
})()`;

/** Graphs that a run with decisions, assignments and a week of follow-up cannot leave empty. */
const always = [
  "1. Beslut som har kommit in",
  "2. Beslut som har prövats",
  "3a. Beslut som följer styrmodellen",
  "3b. Beslut som har lämnats tillbaka",
  "4. Uppdrag som har kommit till",
  "5. Uppdrag som har lämnats över",
  "8. Insatser som har börjat",
  "Brister i beslut, efter regel",
  "Tid till svar på ett beslut",
  "Anrop till API:et",
  "Tabellen",
  "Överlämningen",
  "Fel",
  "Tid per körning",
];

interface Drawn {
  readonly widgets: number;
  readonly shown: readonly string[];
  readonly empty: readonly string[];
  readonly notDrawn: readonly string[];
}

const whatIsDrawn = `(() => {
  const titles = (selector) => [...document.querySelectorAll(selector + " > h2")].map((one) => one.textContent);
  return {
    widgets: document.querySelectorAll(".widget").length,
    shown: titles('.widget[data-points]:not([data-points="0"])'),
    empty: titles('.widget[data-points="0"]'),
    notDrawn: titles(".widget.not-drawn"),
  };
})()`;
