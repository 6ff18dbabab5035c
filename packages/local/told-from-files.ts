import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { decisionOf, type Progress } from "@hemvist/casework";
import { contentHash, parsedJson, readDecision, readProgress } from "@hemvist/contracts";
import { civilDateAt, type Decision, instantAt } from "@hemvist/rules";
import type { Happening } from "./lives.ts";

/** What happened, read from the messages in a folder: `decisions/*.json` and `progress/*.json`. */
export async function toldFromFiles(folder: string): Promise<readonly Happening[]> {
  const decisions = await messagesIn(join(folder, "decisions"));
  const progress = await messagesIn(join(folder, "progress"));
  return [...decisions.flatMap(decisionIn), ...progress.flatMap(progressIn)].sort(byTime);
}

async function messagesIn(folder: string): Promise<readonly unknown[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith(".json")).sort();
  return Promise.all(files.map(async (name) => parsedJson(await readFile(join(folder, name), "utf8"))));
}

/** A decision comes in at nine on the day it was made: its message has no instant of its own. */
function decisionIn(message: unknown): readonly Happening[] {
  const read = readDecision(message, civilDateAt("2199-12-31T00:00:00Z"));
  if (!read.ok) return [];
  const decision = read.value;
  const on = decision.revocation?.on ?? decision.decidedOn;
  return [
    {
      at: instantAt(on, 9),
      key: { administration: decision.administration, decisionId: decision.decisionId },
      decision: { decision, contentHash: contentHash(message), personKey: pseudonymOf(decision) },
    },
  ];
}

function progressIn(message: unknown): readonly Happening[] {
  const read = readProgress(message);
  if (!read.ok) return [];
  const progress: Progress = read.value;
  const key = decisionOf(progress.assignmentId);
  return key === undefined ? [] : [{ at: progress.occurredAt, key, progress }];
}

/** Stands in for the key in KMS: the same person, the same text, and nothing of it reaches a report. */
const pseudonymOf = ({ person, administration }: Decision): string =>
  createHash("sha256")
    .update(person.protectedIdentity ? `${administration} ${person.reference}` : person.identityNumber)
    .digest("hex");

const byTime = (a: Happening, b: Happening): number => (a.at < b.at ? -1 : Number(a.at > b.at));
