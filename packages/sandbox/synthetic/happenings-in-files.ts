import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { decisionOf, type Instant, type Progress } from "@hemvist/casework";
import { contentHash, parsedJson, readDecision, readProgress } from "@hemvist/contracts";
import {
  civilDateAt,
  type Decision,
  hasNumber,
  instantAt,
  instantOf,
  type Municipality,
} from "@hemvist/rules";
import * as z from "zod";
import type { Happening } from "./lives.ts";

export interface FilesRead {
  readonly happenings: readonly Happening[];
  /** Files or lines that hold no message: hemvist would have sent them back, and counts nothing of them. */
  readonly unreadable: readonly string[];
}

/** What happened, read from the messages in a folder: `decisions/*.json` and `progress/*.json`. */
export async function happeningsInFiles(folder: string, municipality: Municipality): Promise<FilesRead> {
  const decisions = await messagesIn(join(folder, "decisions"));
  const progress = await messagesIn(join(folder, "progress"));
  const read = [
    ...decisions.map(({ path, message }) => ({ path, happening: decisionIn(opened(message), municipality) })),
    ...progress.map(({ path, message }) => ({ path, happening: progressIn(opened(message)) })),
  ];
  return {
    happenings: read.flatMap(({ happening }) => happening ?? []).sort(byTime),
    unreadable: read.flatMap(({ path, happening }) => (happening === undefined ? [path] : [])),
  };
}

/** What happened, read from a text with one message a line: decisions and reports, in any order. */
export function happeningsInLines(text: string, municipality: Municipality): FilesRead {
  const lines = text.split("\n").map((line, index) => ({ line, place: `-:${index + 1}` }));
  const read = lines
    .filter(({ line }) => line.trim() !== "")
    .map(({ line, place }) => {
      const message = opened(parsedJson(line));
      return { place, happening: decisionIn(message, municipality) ?? progressIn(message) };
    });
  return {
    happenings: read.flatMap(({ happening }) => happening ?? []).sort(byTime),
    unreadable: read.flatMap(({ place, happening }) => (happening === undefined ? [place] : [])),
  };
}

async function messagesIn(
  folder: string,
): Promise<readonly { readonly path: string; readonly message: unknown }[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith(".json")).sort();
  return Promise.all(
    files.map(async (name) => {
      const path = join(folder, name);
      return { path, message: parsedJson(await readFile(path, "utf8")) };
    }),
  );
}

interface Opened {
  readonly message: unknown;
  /** When hemvist got it, if the file says so. */
  readonly heardAt?: Instant;
}

/** A file may hold a CloudEvent. Its `time` is then when hemvist got the message, which may be months later. */
function opened(message: unknown): Opened {
  const event = envelope.safeParse(message);
  return event.success ? { message: event.data.data, heardAt: event.data.time } : { message };
}

const envelope = z.object({
  specversion: z.literal("1.0"),
  time: z.iso.datetime().transform((time) => instantOf(Date.parse(time))),
  data: z.unknown(),
});

/** Unless the file says when, a decision comes in at nine on the day it was made. */
function decisionIn({ message, heardAt }: Opened, municipality: Municipality): Happening | undefined {
  const read = readDecision(message, { receivedOn: civilDateAt("2199-12-31T00:00:00Z"), municipality });
  if (!read.ok) return undefined;
  const decision = read.value;
  const on = decision.revocation?.on ?? decision.decidedOn;
  return {
    at: heardAt ?? instantAt(on, 9),
    key: { administration: decision.administration, decisionId: decision.decisionId },
    decision: { decision, contentHash: contentHash(message), personKey: pseudonymOf(decision) },
  };
}

/** Unless the file says when, it reaches hemvist as it happens. */
function progressIn({ message, heardAt }: Opened): Happening | undefined {
  const read = readProgress(message);
  if (!read.ok) return undefined;
  const progress: Progress = read.value;
  const key = decisionOf(progress.assignmentId);
  return key === undefined ? undefined : { at: heardAt ?? progress.occurredAt, key, progress };
}

/** Stands in for the key in KMS: the same person, the same text, and nothing of it reaches a report. */
const pseudonymOf = ({ person, administration }: Decision): string =>
  createHash("sha256")
    .update(hasNumber(person) ? person.identityNumber : `${administration} ${person.reference}`)
    .digest("hex");

const byTime = (a: Happening, b: Happening): number => (a.at < b.at ? -1 : Number(a.at > b.at));
