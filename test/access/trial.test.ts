import type { CaseRecord } from "@hemvist/casework";
import { trialParty, trialPerson } from "@hemvist/rules";
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from "aws-lambda";
import { expect, it } from "vitest";
import { measureFollowUp } from "../../functions/follow-up/measured-follow-up.ts";
import { measureHandedOn } from "../../functions/hand-off/measured-hand-on.ts";
import { followedUp } from "../support/a-case.ts";
import { aDecisionMessage } from "../support/a-message.ts";
import { aRequest, context } from "../support/a-request.ts";
import { logLines } from "../support/log-lines.ts";
import { memoryCases } from "../support/memory-cases.ts";
import { functionsOn } from "./functions-on.ts";

// hemvist's own party on the functions' own handlers: whom it may name, what others see of it, and what is counted.

const printed = logLines();
const metrics = (): readonly string[] =>
  printed()
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter((line) => "_aws" in line)
    .flatMap((line) => Object.keys(line).filter((key) => /^[A-Z]/.test(key)));

type Handler = (event: APIGatewayProxyEvent, context: Context) => Promise<APIGatewayProxyResult>;

const numbered = { protectedIdentity: false, identityNumber: trialPerson, familyName: "Tolvansson" };

/** A basic decision that its administration carries out itself. */
const ownDecision = (administration: string, changes: Readonly<Record<string, unknown>> = {}) =>
  aDecisionMessage({
    administration,
    decisionId: "PROV-1",
    legalBasis: "12 kap. 1 § SoL",
    person: numbered,
    basicDecision: undefined,
    workPlan: undefined,
    employmentServiceConsultation: undefined,
    assessment: {
      unemployment: "full-time",
      workAbility: "unclear",
      needsInvestigationOrRehabilitation: true,
    },
    interventions: [
      { interventionId: "1", subArea: "social.everyday-life", from: "2026-11-09", to: "2027-05-09" },
    ],
    ...changes,
  });

function functions() {
  const cases = memoryCases();
  const write = () => Promise.resolve({ chain: "", sequence: 1, hash: "" });
  const { receiving, recording, reading } = functionsOn({ cases, accesses: { write } });
  const post =
    (handler: unknown, resource: string) =>
    async (
      party: string,
      message: object,
      pathParameters: APIGatewayProxyEvent["pathParameters"] = null,
    ): Promise<APIGatewayProxyResult> =>
      (handler as Handler)(
        aRequest({
          resource,
          pathParameters,
          body: JSON.stringify(message),
          headers: { "Content-Type": "application/json", Authorization: `Bearer ${party}` },
        }),
        context,
      );
  return {
    stored: async (administration: string): Promise<CaseRecord> => {
      const record = await cases.find({ administration, decisionId: "PROV-1" });
      if (record === undefined) throw new Error("there is one");
      return record;
    },
    decide: post(receiving, "/v1/decisions"),
    report: post(recording, "/v1/assignments/{assignmentId}/progress"),
    search: post(reading, "/v1/person-searches"),
  };
}

it("takes its decision about its own person, and no other person's from it", async () => {
  const { decide } = functions();
  const another = { ...numbered, identityNumber: "18900118-9803" };

  expect((await decide(trialParty, ownDecision(trialParty, { person: another }))).statusCode).toBe(403);
  expect((await decide(trialParty, ownDecision(trialParty))).statusCode).toBe(202);
});

it("takes no decision in its name from another party, and none in another's name from it", async () => {
  const { decide } = functions();

  expect((await decide("sf-centrum", ownDecision(trialParty))).statusCode).toBe(403);
  expect((await decide(trialParty, ownDecision("sf-centrum"))).statusCode).toBe(403);
});

it("is found in no search for a person, and may make none", async () => {
  const { decide, search } = functions();
  const asked = { identityNumber: trialPerson, purpose: "follow-up" };
  await decide(trialParty, ownDecision(trialParty));
  await decide("sf-centrum", ownDecision("sf-centrum"));
  const { body } = await search("sf-centrum", asked);

  expect(JSON.parse(body)).toMatchObject({ interventions: [{ administration: "sf-centrum" }] });
  expect(body).not.toContain(trialParty);
  expect((await search(trialParty, asked)).statusCode).toBe(403);
});

/** A decision's way past each place that counts: taken, handed on, reported on, followed up. */
async function measured(administration: string): Promise<readonly string[]> {
  const { decide, report, stored } = functions();
  await decide(administration, ownDecision(administration));
  const record = await stored(administration);
  measureHandedOn(record.outbox, { known: new Set(), now: "2026-11-02T09:00:10Z" });
  const assignmentId = `${administration}.PROV-1.1`;
  await report(
    administration,
    {
      progressId: "00000000-0000-4000-8000-000000000001",
      assignmentId,
      status: "received",
      occurredAt: "2026-11-02T09:00:00Z",
    },
    { assignmentId },
  );
  measureFollowUp(followedUp(record, record.dueAt ?? ""), {
    dueAt: record.dueAt ?? "",
    at: "2026-12-24T09:00:00Z",
  });
  return metrics();
}

it("is in no figure of decisions, assignments, findings or promises, where an SF's is in all of them", async () => {
  expect([...new Set(await measured("sf-centrum"))]).toEqual(
    expect.arrayContaining([
      "DecisionsAssigned",
      "AssignmentsRequested",
      "DecisionAnsweredInTime",
      "HandedOnInTime",
      "AssignmentsHandedOn",
      "ProgressRecorded",
      "NoticesGiven",
      "FollowedUpInTime",
    ]),
  );
});

it("and its own is in none", async () => {
  expect(await measured(trialParty)).toEqual([]);
});
