import { beforeAll, describe, expect, it } from "vitest";
import { aSystem } from "./a-system.ts";
import { hemvistOps } from "./hemvist-ops.ts";
import { report, sample, traineeship } from "./sample.ts";

const system = await aSystem();
const centrum = system.party("sf-centrum");
const kompetenscenter = system.party("kompetenscenter");
const anna = hemvistOps(system, "anna");

/** Two decisions alike, of which the person of one has been protected since. The id of the first may be a name. */
const [hidden, other] = ["Anna-Andersson", "SFC-2026-004712"];
const reference = { protectedIdentity: true, reference: "REF-7" };
const assignmentOf = (decisionId: string) => `sf-centrum.${decisionId}.1`;

beforeAll(async () => {
  for (const decisionId of [hidden, other]) {
    await centrum.post(
      "/v1/decisions",
      sample(traineeship, { decisionId, caseNumber: `case ${decisionId}` }),
    );
    await system.settle();
    const id = assignmentOf(decisionId);
    await kompetenscenter.post(`/v1/assignments/${id}/progress`, report(id, "received"));
  }
  const later = { revision: 2, validTo: "2027-10-08" };
  await centrum.post(
    "/v1/decisions",
    sample(traineeship, { ...later, decisionId: hidden, caseNumber: `case ${hidden}`, person: reference }),
  );
  await centrum.post(
    "/v1/decisions",
    sample(traineeship, { ...later, decisionId: other, caseNumber: `case ${other}` }),
  );
  await system.settle();
  for (const person of [
    { ...reference, givenName: "Sample" },
    { protectedIdentity: false, nickname: "Sample" },
  ])
    await centrum.send("decisions-sf-centrum", sample(traineeship, { decisionId: "SFC-2026-9", person }));
  await system.settle();
});

/** The names and the types of everything in a value. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return [...new Set(value.map((one) => JSON.stringify(shapeOf(one))))].sort();
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shapeOf(one)]));
}

const lines = (): readonly string[] => system.logs.map(({ line }) => line);

describe("an answer about a person with protected identity", () => {
  it.each([
    [
      "its provider, about the assignment",
      "kompetenscenter",
      (id: string) => `/v1/assignments/${assignmentOf(id)}`,
    ],
    ["another provider", "arbetsmarknadsanstallning", (id: string) => `/v1/assignments/${assignmentOf(id)}`],
    ["another SF", "sf-hisingen", (id: string) => `/v1/decisions/sf-centrum/${id}`],
    ["its SF, about the assignment", "sf-centrum", (id: string) => `/v1/assignments/${assignmentOf(id)}`],
  ])("to %s has the same fields as any other", async (_whom, party, path) => {
    const [one, two] = await Promise.all([hidden, other].map((id) => system.get(path(id), party)));

    expect(shapeOf(one)).toEqual(shapeOf(two));
    expect(JSON.stringify(one)).not.toMatch(/protect|REF-7|Sample|9803/i);
  });

  it("to its SF, about the decision, differs in its history alone", async () => {
    const [one, two] = await Promise.all(
      [hidden, other].map(async (id) => (await system.get(`/v1/decisions/sf-centrum/${id}`)).body),
    );
    const withoutHistory = ({ history: _history, ...rest } = one ?? {}) => rest;

    expect(shapeOf(withoutHistory(one))).toEqual(shapeOf(withoutHistory(two)));
    expect(JSON.stringify(one)).not.toMatch(/REF-7|Sample|9803/);
    expect(JSON.stringify(withoutHistory(one))).not.toMatch(/protect/i);
  });

  it("to a search by case number has the same fields as any other", async () => {
    const [one, two] = await Promise.all(
      [hidden, other].map(async (id) => {
        const asked = { administration: "sf-centrum", caseNumber: `case ${id}`, purpose: "handling-a-case" };
        return (await centrum.post("/v1/person-searches", JSON.stringify(asked))).body;
      }),
    );

    expect(shapeOf(one)).toEqual(shapeOf(two));
    expect(one).toMatchObject({ interventions: [{ decisionId: hidden }, { decisionId: hidden }] });
  });
});

describe("that a person is protected", () => {
  it("stands in no log line, and neither does an id that may be a name", () => {
    expect(lines().filter((line) => /protect|skydd|Anna|Andersson/i.test(line))).toEqual([]);
  });

  it("is shown to no operator, and a letter that may be about such a person has no person", async () => {
    const { out } = await anna("dead-letters", "--json");

    expect(out).not.toMatch(/protect/i);
    expect(
      (await system.peek("decisions-sf-centrum-dlq")).map(({ body }) => body.includes("Sample")),
    ).toEqual([false, true]);
  });
});

describe("hemvist ops places", () => {
  const places = async (decision: string) => {
    const { out, status } = await anna("places", "--decision", decision, "--reason", "INC-1", "--json");
    return { status, ...(JSON.parse(out) as object) };
  };
  const markIn = (line = "") => /sf-centrum\.~[0-9a-f]{12}/.exec(line)?.[0] ?? "";

  it("lists what carried the person, and whether the provider has answered", async () => {
    expect(await places(`sf-centrum.${hidden}`)).toMatchObject({
      decision: `sf-centrum.${hidden}`,
      handOvers: expect.arrayContaining([
        expect.objectContaining({ assignmentId: assignmentOf(hidden), isAnswered: true }),
        expect.objectContaining({ assignmentId: `sf-centrum.${hidden}.2`, isAnswered: false }),
      ]),
      letters: [],
    });
  });

  it("finds the decision by the mark that the log has for it", async () => {
    const mark = markIn(lines().find((line) => markIn(line) !== ""));

    expect(await places(mark)).toEqual(await places(`sf-centrum.${hidden}`));
  });

  it("lists the decision's dead letters", async () => {
    await centrum.post("/v1/decisions", sample(traineeship, { decisionId: "SFC-2026-9" }));

    expect(await places("sf-centrum.SFC-2026-9")).toMatchObject({
      status: 2,
      letters: [{ decision: "sf-centrum.SFC-2026-9" }, { decision: "sf-centrum.SFC-2026-9" }],
    });
  });

  it("says nothing of who is protected: the answer about another person has the same fields", async () => {
    const [one, two] = [await places(`sf-centrum.${hidden}`), await places(`sf-centrum.${other}`)];

    expect(shapeOf(one)).toEqual(shapeOf(two));
  });

  it("knows a decision that is not there", async () => {
    const { status, error } = await anna("places", "--decision", "sf-centrum.SFC-0", "--reason", "INC-1");

    expect([status, error]).toEqual([1, expect.stringContaining("There is no decision")]);
  });
});
