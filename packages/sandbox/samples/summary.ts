import { correlationIdOf } from "@hemvist/casework";
import type { Company } from "../parties/company.ts";
import { bad, detail, good, heading, line, table } from "../voice/printed.ts";
import type { CameOut } from "./answers.ts";
import { type Diary, isReminder } from "./diary.ts";
import type { Played } from "./play-sample.ts";

/** A table of every sample: what its file says, what came of it, where it stands now. Returns whether all is as it should be. */
export async function summarise(
  company: Company,
  { played, diary }: { played: readonly Played[]; diary: Diary },
): Promise<boolean> {
  heading("Every sample");
  const rows = await Promise.all(played.map((one) => rowOf(company, { one, diary })));
  table(["sample", "way", "its file says", "came out as", "stands now", "reminders to SF"], rows);

  const wrong = played.filter(({ asExpected }) => !asExpected);
  const leaks = leakingLines(company, played);
  line();
  detail(`${played.length - wrong.length} of ${played.length} samples came out as their files say`);
  detail(`${diary.entries.filter(isReminder).length} follow-ups came to the administrations`);
  detail(
    `${company.system.logs.length} log lines, ${leaks} of them with an identity number or a name in them`,
  );
  const allGood = wrong.length === 0 && leaks === 0 && diary.entries.some(isReminder);
  detail(allGood ? good("all is as it should be") : bad("something is not as it should be"));
  return allGood;
}

async function rowOf(
  company: Company,
  { one, diary }: { one: Played; diary: Diary },
): Promise<readonly string[]> {
  const { sample, way, cameOut } = one;
  return [
    sample.name,
    way.startsWith("POST") ? "HTTP" : "queue",
    sample.expected.outcome,
    cameOut.outcome,
    await standOf(company, cameOut),
    String(remindersOf(cameOut, diary)),
  ];
}

async function standOf({ administrations }: Company, cameOut: CameOut): Promise<string> {
  if (cameOut.outcome !== "assigned") return "";
  const { administration, decisionId } = cameOut;
  const response = await administrations
    .party(administration)
    .call(`/v1/decisions/${administration}/${decisionId}`);
  const now: unknown = await response.json();
  return statusesIn(now).join(", ");
}

function statusesIn(decision: unknown): readonly string[] {
  if (typeof decision !== "object" || decision === null || !("assignments" in decision)) return [];
  const { assignments } = decision;
  return Array.isArray(assignments) ? assignments.map(({ status }: { status: string }) => status) : [];
}

function remindersOf(cameOut: CameOut, { entries }: Diary): number {
  if (!("decisionId" in cameOut)) return 0;
  const decision = correlationIdOf(cameOut);
  return entries.filter((entry) => isReminder(entry) && entry.event.correlationid === decision).length;
}

/** The log lines in which a number or a name of one of the samples stands. */
function leakingLines({ system }: Company, played: readonly Played[]): number {
  const secrets = new Set(played.flatMap(({ sample }) => personalIn(sample.body)));
  return system.logs.filter(({ line: text }) => [...secrets].some((secret) => text.includes(secret))).length;
}

/** A sample's number as it is written and as it is stored, and its family name. */
function personalIn(body: string): readonly string[] {
  const number = /"identityNumber": "([^"]+)"/.exec(body)?.[1];
  const name = /"familyName": "([^"]+)"/.exec(body)?.[1];
  const digits = number?.replaceAll(/\D/g, "").slice(-10);
  return [...(number && digits ? [number, digits] : []), ...(name ? [`"${name}"`, ` ${name} `] : [])];
}
