import { hash } from "node:crypto";
import { canonicalJson, parsedJson } from "@hemvist/contracts";
import { addDays, type CivilDate, isCivilDate } from "@hemvist/rules";
import * as z from "zod/mini";
import type { Place } from "../seal.ts";

/** An entry of the access log, as it lies in the bucket. What the access was is sealed in `body`. */
export interface Entry {
  /** `<party>/<lane>`. */
  readonly chain: string;
  /** The day in Stockholm. */
  readonly day: CivilDate;
  /** 1 and upwards, without a gap, from the chain's first day to its last. */
  readonly sequence: number;
  /** The hash of the entry before it in the chain. So each day is chained to the day before. */
  readonly after: string;
  readonly body: string;
}

/** Where an entry stands. */
export type EntryPlace = Pick<Entry, "chain" | "day" | "sequence">;

/** What the first entry of a chain names as the one before it. */
export const beginning = "0".repeat(64);

/**
 * Each party has this many chains. A process writes in one of them, drawn when it starts. With a single chain, the many
 * processes of a busy party would wait for each other. Ours.
 */
export const lanes = 8;

export const lanesOf = (party: string): readonly string[] =>
  Array.from({ length: lanes }, (_, lane) => `${party}/${lane}`);

const form = z.strictObject({
  chain: z.string(),
  day: z.string().check(z.refine(isCivilDate)),
  sequence: z.int().check(z.gte(1)),
  after: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  body: z.string(),
});

export const entryText = (entry: Entry): string => canonicalJson(entry);

/** SHA-256, hex, over the canonical JSON. */
export const entryHash = (text: string): string => hash("sha256", text, "hex");

/** Reads an entry. Undefined if the text is not to the byte what hemvist wrote. */
export function readEntry(text: string): Entry | undefined {
  const read = form.safeParse(parsedJson(text));
  if (!read.success || entryText(read.data) !== text) return undefined;
  const { body } = read.data;
  return Buffer.from(body, "base64").toString("base64") === body ? read.data : undefined;
}

/** What a body belongs to. So it opens only where each clear field is as it was written. */
export const placeOf = ({ chain, day, sequence, after }: Omit<Entry, "body">): Place => ({
  pk: `access/${chain}/${day}/${after}`,
  version: sequence,
});

// S3 lists keys in ascending order only. So both numbers count down, and the newest entry of a chain is listed first.
const [lastDay, lastSequence] = [99_999_999, 999_999_999];

const daysLeft = (day: CivilDate): number => lastDay - Number(day.replaceAll("-", ""));

/** The prefix of a chain's entries, or of those of one day. */
export const prefixOf = (chain: string, day?: CivilDate): string =>
  day === undefined ? `${chain}/` : `${chain}/${daysLeft(day)}/`;

/** Where an entry lies. Its place decides its key, so two processes cannot write at the same place. */
export const keyOf = ({ chain, day, sequence }: EntryPlace): string =>
  `${prefixOf(chain, day)}${String(lastSequence - sequence).padStart(9, "0")}-${day}-${sequence}.json`;

const keyForm = /^(?<chain>[^/]+\/\d+)\/\d{8}\/\d{9}-(?<day>\d{4}-\d\d-\d\d)-(?<sequence>\d+)\.json$/;

/** The place that a key names. Undefined if the key is none of ours. */
export function placeIn(key: string): EntryPlace | undefined {
  const { chain = "", day = "", sequence = "" } = keyForm.exec(key)?.groups ?? {};
  if (!isCivilDate(day)) return undefined;
  const place = { chain, day, sequence: Number(sequence) };
  return keyOf(place) === key ? place : undefined;
}

/** An entry as people name it: `sf-centrum/3/2026-11-02/42`. */
export const nameOf = ({ chain, day, sequence }: EntryPlace): string => `${chain}/${day}/${sequence}`;

/** The key of an entry that people name. Undefined if it is no such name. */
export function keyNamed(name: string): string | undefined {
  const {
    chain = "",
    day = "",
    sequence = "",
  } = /^(?<chain>[a-z0-9-]+\/\d)\/(?<day>\d{4}-\d\d-\d\d)\/(?<sequence>[1-9]\d{0,8})$/.exec(name)?.groups ??
  {};
  return isCivilDate(day) ? keyOf({ chain, day, sequence: Number(sequence) }) : undefined;
}

/** Just before the first key of the days before this one. */
export const keyBefore = (chain: string, day: CivilDate): string => `${prefixOf(chain, day)}~`;

export const dayAfter = (day: CivilDate): CivilDate => addDays(day, 1);
