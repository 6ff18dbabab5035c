import { periodOf, reportNames } from "@hemvist/figures";
import { addresseesAmong, assignmentsOf, inboxOf, partiesOf, physicalName, trialParty } from "@hemvist/rules";
import { describe, expect, it } from "vitest";
import { lookLine } from "../../infra/deploy/printed.ts";
import { trial } from "../../infra/deploy/trial.ts";
import { trafficOf } from "../../infra/queue-names.ts";
import { reportFiles } from "../../packages/sandbox/http/report-files.ts";
import { fetchToken } from "../../packages/sandbox/parties/access-token.ts";
import { clientOf } from "../../packages/sandbox/parties/parties.ts";
import { goteborg } from "../support/goteborg.ts";
import { aSystem } from "./a-system.ts";
import { sample, traineeship } from "./sample.ts";

// The trial decision of a deployment, by the function that `npm run deploy` calls, on the bundles that are deployed.

const system = await aSystem();

/** What decisions, assignments and promises are counted in. The functions' own work is none of it. */
const figures =
  /^(Decisions|DecisionAnswered|Assignments|HandedOn|FollowedUp|PromisesBroken|TimeTo|Findings|Refusals|Progress|Notices)/;

/** The bucket of reports as a person who may read it sees it. */
const read = async (path: string): Promise<string> => {
  const { endpoint, region } = system.clientFor("a-tester");
  const authorization = `AWS4-HMAC-SHA256 Credential=a-tester/20261109/${region}/s3/aws4_request`;
  return (await fetch(`${endpoint}${path}`, { headers: { authorization } })).text();
};
const listed = (xml: string, element: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${element}>([^<]+)</${element}>`, "g"))].flatMap(([, text]) => text ?? []);
const bucket = listed(await read("/"), "Name").find((name) => name.includes("reports")) ?? "";
const keys = async (): Promise<readonly string[]> => listed(await read(`/${bucket}?list-type=2`), "Key");
const parties = partiesOf(goteborg);
const queuesOfParties = addresseesAmong(parties).flatMap((party) => {
  const traffic = trafficOf(party, parties);
  return [
    ...(traffic.includes("inbox") ? [physicalName(inboxOf(party))] : []),
    ...(traffic.includes("assignments") ? [physicalName(assignmentsOf(party))] : []),
  ];
});

/** Each report over what is stored, for a period that has the trial in it. */
const reports = async (): Promise<unknown> =>
  Promise.all(
    reportNames.map(async (report) => {
      const period = ["2026Q4", "2026W40", "2026-11"].flatMap((name) => periodOf(report, name) ?? [])[0];
      if (period === undefined) throw new Error(`no period for ${report}`);
      return [report, await reportFiles(system, { report, period })];
    }),
  );

await system.party("sf-centrum").post("/v1/decisions", sample(traineeship));
await system.settle();
await system.party("kompetenscenter").take(physicalName(assignmentsOf("kompetenscenter")));
await system.party("sf-centrum").take(physicalName(inboxOf("sf-centrum")));
const reportsBefore = await reports();
const countedBefore = await counted();

const looks = await trial({
  api: system.apiUrl,
  token: () => fetchToken(clientOf(system, trialParty)),
  now: () => system.now(),
  rest: system.settle,
});
await system.settle();

const [decisionId] = /^[\w-]+/.exec(looks[1]?.says ?? "") ?? [];
const path = `/v1/decisions/${trialParty}/${decisionId}`;

/** How often each metric of ours was measured, by its dimensions. */
async function counted(): Promise<readonly string[]> {
  const { known, points } = await system.metrics();
  return known()
    .filter(({ namespace }) => namespace === "hemvist")
    .map((metric) => {
      const all = {
        statistic: "SampleCount",
        period: 60,
        from: 0,
        to: Date.parse("2027-01-01T00:00:00Z"),
      } as const;
      const count = points({ ...metric, ...all }).reduce((sum, { value }) => sum + value, 0);
      return `${metric.name} ${JSON.stringify(metric.dimensions)} ${count}`;
    })
    .filter((line) => figures.test(line))
    .toSorted();
}

const typesOn = async (queue: string): Promise<readonly string[]> =>
  (await system.messagesOn(queue)).map(({ body }) => String((JSON.parse(body) as { type: string }).type));

describe("the trial decision of a deployment", () => {
  it("goes the whole way, and is ended", () => {
    expect(looks.map(({ what, is }) => `${is} ${what}`)).toEqual([
      "fine the trial decision has a token",
      "fine the trial decision is taken and assigned",
      "fine the trial decision is handed on",
      "fine the trial decision is acknowledged",
      "fine the trial decision is ended",
    ]);
    expect(looks.map(lookLine).join("\n")).not.toMatch(/Tolvan|1212/);
  });

  it("reaches the queues of hemvist's own party", async () => {
    expect(await typesOn(physicalName(assignmentsOf(trialParty)))).toEqual([
      "se.goteborg.hemvist.assignment.requested.v1",
      "se.goteborg.hemvist.assignment.cancelled.v1",
    ]);
    expect(await typesOn(physicalName(inboxOf(trialParty)))).toContain(
      "se.goteborg.hemvist.decision.assigned.v1",
    );
  });

  it.each(queuesOfParties)("puts nothing on %s", async (queue) => {
    expect(await system.depth(queue)).toBe(0);
  });

  it("is no party's to read, and no other's decision is hemvist's own party's to read", async () => {
    expect((await system.get(path, "sf-centrum")).status).toBe(404);
    expect((await system.get("/v1/decisions/sf-centrum/SFC-2026-004711", trialParty)).status).toBe(404);
    expect((await system.get(path, trialParty)).body).toMatchObject({
      assignments: [{ provider: trialParty, status: "cancelled" }],
    });
  });

  it("leaves nothing to follow up", async () => {
    const { body } = await system.get(path, trialParty);

    expect(body).toMatchObject({ outcome: "assigned" });
    expect(body).not.toHaveProperty("nextCheckAt");
  });

  it("changes no byte of any report", async () => {
    expect(await reports()).toEqual(reportsBefore);
  });

  it("is in no metric of decisions, assignments, findings or promises, and in no log by name", async () => {
    expect(countedBefore.join()).toContain("DecisionsAssigned");
    expect(await counted()).toEqual(countedBefore);
    expect(JSON.stringify(system.logs)).not.toMatch(/Tolvan|1912121212/);
  });

  it("is in nothing that the city is issued, the check of the access log included", async () => {
    await system.advance("2026-11-09T08:00:00Z");
    const issued = await Promise.all((await keys()).map((key) => read(`/${bucket}/${key}`)));

    expect(issued.join()).toContain("sf-centrum");
    expect(issued.join()).not.toContain(trialParty);
  });
});
