import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { assignmentIdOf } from "@hemvist/casework";
import * as z from "zod";
import type { Company } from "../parties/company.ts";
import { diaryOf } from "../samples/diary.ts";
import { bad, detail, good, heading, inStockholm, table } from "../voice/printed.ts";

/** One case from its decision to the end of its three years, followed day by day. */
const from01 = join(
  import.meta.dirname,
  "../../../events/decisions/01-traineeship-with-diet-and-exercise.json",
);

const decisionId = "SFC-2026-THREE-YEARS";
const path = `/v1/decisions/sf-centrum/${decisionId}`;
const assignment = (interventionId: string): string =>
  assignmentIdOf({ administration: "sf-centrum", decisionId }, interventionId);

const changes = {
  decisionId,
  validTo: "2029-11-30",
  interventions: [
    { interventionId: "1", subArea: "job.traineeship", from: "2026-11-09", to: "2027-11-05" },
    // A fortnight after the one before it has ended: a gap that SF is notified of before it opens.
    { interventionId: "2", subArea: "competence.adapted-learning", from: "2027-11-22", to: "2028-11-17" },
    { interventionId: "3", subArea: "job.coaching", from: "2028-11-20", to: "2029-11-30" },
  ],
};

interface Act {
  readonly at: string;
  readonly interventionId: string;
  readonly report: Readonly<Record<string, unknown>>;
}

/** Before a quarter is over, it says that all goes on. */
const goesOn = (interventionId: string, ...days: readonly string[]): readonly Act[] =>
  days.map((day) => ({ at: `${day}T09:00:00Z`, interventionId, report: { status: "in-progress" } }));

/** What Kompetenscenter reports, in order of time. Of the third it stays silent for a week. */
const acts: readonly Act[] = [
  { at: "2026-11-02T13:00:00Z", interventionId: "1", report: { status: "received" } },
  { at: "2026-11-02T13:00:00Z", interventionId: "2", report: { status: "received" } },
  {
    at: "2026-11-04T13:00:00Z",
    interventionId: "1",
    report: { status: "accepted", expectedStartOn: "2026-11-09" },
  },
  {
    at: "2026-11-04T13:00:00Z",
    interventionId: "2",
    report: { status: "accepted", expectedStartOn: "2027-11-22" },
  },
  { at: "2026-11-09T09:00:00Z", interventionId: "1", report: { status: "in-progress" } },
  {
    at: "2026-11-11T13:00:00Z",
    interventionId: "3",
    report: { status: "accepted", expectedStartOn: "2028-11-20" },
  },
  ...goesOn("1", "2027-02-01", "2027-04-26"),
  {
    at: "2027-06-07T09:00:00Z",
    interventionId: "1",
    report: { status: "on-hold", reason: { code: "illness", whose: "person" } },
  },
  { at: "2027-08-16T09:00:00Z", interventionId: "1", report: { status: "in-progress" } },
  { at: "2027-11-05T14:00:00Z", interventionId: "1", report: { status: "completed", result: "next-step" } },
  { at: "2027-11-22T09:00:00Z", interventionId: "2", report: { status: "in-progress" } },
  ...goesOn("2", "2028-02-14", "2028-05-08", "2028-07-31", "2028-10-23"),
  { at: "2028-11-17T14:00:00Z", interventionId: "2", report: { status: "completed", result: "next-step" } },
  { at: "2028-11-20T09:00:00Z", interventionId: "3", report: { status: "in-progress" } },
  ...goesOn("3", "2029-02-12", "2029-05-07", "2029-07-30", "2029-10-22"),
  { at: "2029-11-29T14:00:00Z", interventionId: "3", report: { status: "completed", result: "work" } },
];

/** What SF must have been notified of by the end, or the story went wrong. */
const expected = [
  "not-acknowledged",
  "not-resumed",
  "gap-ahead",
  "work-plan-review",
  "decision-ending",
  "horizon-near",
  "horizon-passed",
];

/** Tells the case, then prints its whole history; returns whether SF was notified of everything that it should be. */
export async function tellThreeYears(company: Company): Promise<boolean> {
  const { system, administrations, executors } = company;
  const diary = diaryOf(company, { verbose: true });
  const provider = executors.party("kompetenscenter");

  heading(`${inStockholm(system.now())}  SF Centrum decides, for three years`);
  const body = JSON.stringify({ ...JSON.parse(readFileSync(from01, "utf8")), ...changes });
  const { status } = await administrations.party("sf-centrum").post("/v1/decisions", body);
  detail(`POST /v1/decisions → ${status}`);
  await system.settle();

  for (const { at, interventionId, report } of acts) {
    if (Date.parse(at) > Date.parse(system.now())) await system.advance(at, { every: "day" });
    await diary.bringUpToDate();
    const message = {
      progressId: randomUUID(),
      assignmentId: assignment(interventionId),
      occurredAt: at,
      ...report,
    };
    const answer = await provider.post(
      `/v1/assignments/${assignment(interventionId)}/progress`,
      JSON.stringify(message),
    );
    detail(
      `${inStockholm(at)}  kompetenscenter: ${interventionId} ${String(report["status"])} → ${answer.status}`,
    );
    await system.settle();
  }
  await system.advance("2029-12-03T12:00:00Z", { every: "day" });
  await diary.bringUpToDate();
  return showHistory(await readHistory(company));
}

const entry = z.looseObject({ at: z.string(), by: z.string(), what: z.string(), version: z.int() });
type Entry = z.infer<typeof entry>;

async function readHistory({ administrations }: Company): Promise<readonly Entry[]> {
  const response = await administrations.party("sf-centrum").call(path);
  return z.object({ history: z.array(entry) }).parse(await response.json()).history;
}

function showHistory(history: readonly Entry[]): boolean {
  heading("Its whole history");
  const rest = ({
    at: _at,
    by: _by,
    what: _what,
    version: _version,
    contentHash: _hash,
    ...more
  }: Entry): string =>
    Object.values(more)
      .map((value) => (typeof value === "object" ? JSON.stringify(value) : String(value)))
      .join("  ");
  table(
    ["version", "when", "by", "what", ""],
    history.map((one) => [String(one.version), inStockholm(one.at), one.by, one.what, rest(one)]),
  );
  const notified = new Set(
    history.filter(({ what }) => what === "follow-up-told").map(({ kind }) => String(kind)),
  );
  const missing = expected.filter((kind) => !notified.has(kind));
  detail(
    missing.length === 0
      ? good("SF was notified of everything that it should be")
      : bad(`SF was not notified of: ${missing.join(", ")}`),
  );
  return missing.length === 0;
}
