import { type Fault, type Problem, type ProblemName, problem } from "@hemvist/contracts";
import type { Answer } from "@hemvist/local";
import type { Bilingual } from "@hemvist/rules";

export const ok = (body: unknown): Answer => ({
  status: 200,
  headers: { "content-type": "application/json", "cache-control": "no-store" },
  body: JSON.stringify(body),
});

const refusal = (body: Problem, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status: body.status,
  headers: {
    "content-type": "application/problem+json",
    "content-language": "sv, en",
    "cache-control": "no-store",
    ...headers,
  },
  body: JSON.stringify(body),
});

/** One of the API's own problems. */
export const refused = (
  name: ProblemName,
  extensions: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Answer => refusal(problem(name, extensions), headers);

/** A field that is wrong in a way that only the sandbox knows. */
export interface SandboxFault extends Bilingual {
  readonly pointer: string;
  readonly code: "not-a-duration" | "to-or-by" | "too-far" | "not-a-period";
}

export const unreadable = (faults: readonly (Fault | SandboxFault)[]): Answer =>
  refused("unreadable", { faults });

const own = {
  "clock-backwards": [
    409,
    "The clock goes forward only",
    {
      sv: "Klockan går bara framåt. Den visar `now`.",
      en: "The clock goes forward only. It shows `now`.",
    },
  ],
  "period-not-over": [
    409,
    "The period is not over",
    {
      sv: "Ingen rapport ges ut förrän perioden är slut (`ends`). Flytta klockan dit först.",
      en: "No report is issued before its period is over (`ends`). Move the clock there first.",
    },
  ],
  starting: [
    503,
    "Starting",
    { sv: "Hemvist startar. Försök igen om en stund.", en: "hemvist is starting. Try again in a moment." },
  ],
  "not-at-rest": [
    503,
    "Not at rest",
    {
      sv: "Tiden är flyttad, men systemet har inte kommit till ro. Något arbetar fortfarande.",
      en: "Time has been moved, but the system is not at rest. Something is still at work.",
    },
  ],
} as const satisfies Record<string, readonly [number, string, Bilingual]>;

/** A problem that only the sandbox has. */
export function sandboxRefusal(
  name: keyof typeof own,
  extensions: Readonly<Record<string, unknown>> = {},
): Answer {
  const [status, title, { sv, en }] = own[name];
  return refusal({
    type: `urn:hemvist:problem:${name}`,
    title,
    status,
    detail: `${sv} / ${en}`,
    ...extensions,
  });
}
