import { describe, expect, it } from "vitest";
import { aSystem } from "./a-system.ts";
import { sample, traineeship } from "./sample.ts";

const system = await aSystem();
const centrum = system.party("sf-centrum");

/** The bucket as a person who may read it sees it. */
const read = async (path: string): Promise<string> => {
  const { endpoint, region } = system.clientFor("a-tester");
  const authorization = `AWS4-HMAC-SHA256 Credential=a-tester/20261109/${region}/s3/aws4_request`;
  const response = await fetch(`${endpoint}${path}`, { headers: { authorization } });
  return response.text();
};

const listed = (xml: string, element: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${element}>([^<]+)</${element}>`, "g"))].flatMap(([, text]) => text ?? []);

const bucket = listed(await read("/"), "Name").find((name) => name.includes("reports")) ?? "";
const keys = async (): Promise<readonly string[]> => listed(await read(`/${bucket}?list-type=2`), "Key");
const count = (operation: string): number => system.calls()["hemvist-report"]?.[operation]?.count ?? 0;

const issued = [
  "access/2026W44/2026-11-01T23:00:00Z/issued.json",
  "access/2026W45/2026-11-08T23:00:00Z/issued.json",
  "agenda/2026-10/2026-10-31T23:00:00Z/issued.json",
  "equality/2026Q3/2026-09-30T22:00:00Z/issued.json",
  "need-and-volume/2026Q3/2026-09-30T22:00:00Z/issued.json",
  "not-carried-out/2026Q3/2026-09-30T22:00:00Z/issued.json",
  "week-40/2026W40/2026-10-04T22:00:00Z/issued.json",
];

await centrum.post("/v1/decisions", sample(traineeship));
await system.settle();

describe("on Monday morning", () => {
  it("what has come to its end is issued, by the function that is deployed", async () => {
    await system.advance("2026-11-09T08:00:00Z");

    expect((await keys()).filter((key) => key.endsWith("/issued.json")).sort()).toEqual(issued);
    expect(count("DynamoDB.Scan")).toBe(1);
    expect(JSON.parse(await read(`/${bucket}/${issued[6]}`))).toMatchObject({
      report: "week-40",
      instant: "2026-10-04T22:00:00Z",
      model: "goteborg-2025-07",
    });
  });

  it("the next one finds it issued: no record is read, and nothing but the access log's check is written", async () => {
    const before = { keys: await keys(), written: count("S3.PUT") };
    await system.advance("2026-11-16T08:00:00Z");
    const added = (await keys()).filter((key) => !before.keys.includes(key));

    expect(added).toEqual(
      ["check.json", "check.md", "issued.json"].map((name) => `access/2026W46/2026-11-15T23:00:00Z/${name}`),
    );
    // Besides those, the newest entry of each chain, on Thursday and on Monday.
    expect(count("S3.PUT")).toBe(before.written + added.length + 2);
    expect(count("DynamoDB.Scan")).toBe(1);
  });

  it("a month that has ended since is issued then, with the notices of that month", async () => {
    await system.advance("2026-12-07T08:00:00Z");
    const agenda = await read(`/${bucket}/agenda/2026-11/2026-11-30T23:00:00Z/operative-group.md`);

    expect(agenda).toContain("## Inte kvitterat");
    expect(agenda).toContain("| Centrum | SFC-2026-004711 | insats 1 |");
    expect(agenda).not.toMatch(/18900118|9803/);
  });

  it("no log line of it names a person", () => {
    const lines = system.logs.filter((line) => JSON.stringify(line).includes("hemvist-report"));

    expect(lines.length).toBeGreaterThan(0);
    expect(JSON.stringify(lines)).not.toMatch(/18900118|9803/);
  });
});
