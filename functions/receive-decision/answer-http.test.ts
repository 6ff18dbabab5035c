import { problemSchema } from "@hemvist/contracts";
import type { HttpRequest } from "@hemvist/runtime";
import { describe, expect, it } from "vitest";
import { callerAs } from "../../test/support/a-caller.ts";
import { aDecisionMessage } from "../../test/support/a-message.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import { hashedPseudonyms } from "../../test/support/hashed-pseudonyms.ts";
import { memoryCases } from "../../test/support/memory-cases.ts";
import { checkDecision, postDecision } from "./answer-http.ts";
import { receiveDecision } from "./receive-decision.ts";

const request = (body: unknown, requestId = "request-1"): HttpRequest => ({
  caller: callerAs("sf-centrum"),
  parameters: {},
  body,
  receivedAt: "2026-11-02T09:00:00Z",
  requestId,
  elapsed: () => 40,
  baseUrl: "https://api.example/prod",
});
const posting = () =>
  postDecision({
    municipality: goteborg,
    receive: receiveDecision({
      municipality: goteborg,
      cases: memoryCases(),
      pseudonyms: hashedPseudonyms(),
    }),
  });

describe("POST /v1/decisions", () => {
  it("answers 202 with a Location, then 200 for the same again", async () => {
    const post = posting();
    const first = await post(request(aDecisionMessage()));
    const second = await post(request(aDecisionMessage(), "request-2"));

    expect(first).toMatchObject({
      status: 202,
      headers: { Location: "https://api.example/prod/v1/decisions/sf-centrum/SFC-2026-004711" },
    });
    expect([second.status, second.body]).toEqual([200, first.body]);
  });

  it("names every rule that was tried, with the sentence it enforces", async () => {
    const { body } = (await posting()(request(aDecisionMessage()))) as {
      body: { triedRules: { rule: string; holds: boolean; source: { quote: string } }[] };
    };

    expect(body.triedRules).toHaveLength(18);
    expect(body.triedRules.every(({ holds, source }) => holds && source.quote.length > 10)).toBe(true);
  });

  it.each([
    ["no object", [], 400, "unreadable"],
    ["an unknown field", aDecisionMessage({ extra: 1 }), 400, "unreadable"],
    [
      "a rule that does not hold",
      aDecisionMessage({ employmentServiceConsultation: undefined }),
      422,
      "returned",
    ],
    ["a revision skipped", aDecisionMessage({ revision: 2 }), 409, "revision-skipped"],
  ])("answers %s with a problem", async (_what, body, status, name) => {
    expect(await posting()(request(body))).toMatchObject({
      status,
      body: { type: `urn:hemvist:problem:${name}`, status },
    });
  });

  it("names the decision in every refusal, as far as that can be read", async () => {
    const post = posting();
    await post(request(aDecisionMessage()));
    const refused = [
      aDecisionMessage({ extra: 1 }),
      aDecisionMessage({ revision: 3 }),
      aDecisionMessage({ caseNumber: "2026-2" }),
    ];

    for (const message of refused) {
      const { administration, decisionId, revision } = message;
      const { body } = await post(request(message));
      expect(body).toMatchObject({ administration, decisionId, revision });
      expect(problemSchema.safeParse(body).error?.issues).toBeUndefined();
    }
  });

  it("answers 2000 empty interventions in less than 100 KB", async () => {
    const { status, body } = await posting()(request({ interventions: Array(2000).fill({}) }));

    expect(status).toBe(400);
    expect(JSON.stringify(body).length).toBeLessThan(100_000);
  });
});

describe("POST /v1/decision-checks", () => {
  it("says what would come of a decision", async () => {
    const answer = await checkDecision(goteborg)(request(aDecisionMessage()));

    expect(answer).toMatchObject({
      status: 200,
      body: { outcome: "assigned", assignments: [{ status: "requested" }, { status: "requested" }] },
    });
    expect(answer.body).not.toHaveProperty("version");
  });

  it("says so of a returned one with 200 as well: it was asked, not posted", async () => {
    const answer = await checkDecision(goteborg)(request(aDecisionMessage({ validTo: undefined })));

    expect(answer).toMatchObject({
      status: 200,
      body: { outcome: "returned", assignments: [], findings: [{ rule: "time-limited" }] },
    });
  });
});
