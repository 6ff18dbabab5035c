import type { RunningSystem } from "@hemvist/local";
import { startHemvist } from "../../packages/sandbox/hemvist.ts";
import { fetchToken } from "../../packages/sandbox/parties/access-token.ts";
import { clientOf } from "../../packages/sandbox/parties/parties.ts";
import { seeded } from "../simulation/world/seeded.ts";
import { Books, everyParty } from "./books.ts";
import { readDocument } from "./document.ts";
import { type Answer, hear, type Violation, violationsIn } from "./judged.ts";
import { sendToQueues } from "./queue-messages.ts";
import { queuesJudged } from "./queues-judged.ts";
import { type Kind, nextRequest, type Planned, type Planning } from "./requests.ts";
import { tokensFrom } from "./tokens.ts";

export interface FuzzOptions {
  readonly requests: number;
  readonly seed: number;
  /** Synthesised templates; made for the run unless given. */
  readonly templates?: string;
  /** Gets the progress. */
  readonly say?: (progress: string) => void;
}

export interface Found extends Violation {
  /** An operation, or where else it was found. */
  readonly operation: string;
  readonly kind: Kind | "message";
  readonly party: string;
  /** Its number in the run, from 1. Absent for a message. */
  readonly request?: number;
}

export interface FuzzResult {
  readonly requests: number;
  /** By operation, then by status. */
  readonly answers: ReadonlyMap<string, ReadonlyMap<number, number>>;
  readonly kinds: ReadonlyMap<Kind, number>;
  readonly tricks: ReadonlyMap<string, number>;
  /** What lay on the parties' queues at the end, by type. */
  readonly messages: ReadonlyMap<string, number>;
  readonly decisions: number;
  readonly found: readonly Found[];
  readonly seconds: number;
}

/** Real tokens of this morning are no longer valid at the start. */
const [morning, start] = ["2026-11-02T07:00:00Z", "2026-11-02T08:00:00Z"];
/** How many requests are planned from the same books, and sent side by side. */
const atOnce = 12;

/** Runs hemvist on this machine from its templates, sends it requests from the seed, and judges each answer. */
export async function fuzzRun({
  requests,
  seed,
  templates,
  say = () => {},
}: FuzzOptions): Promise<FuzzResult> {
  const troubles: string[] = [];
  const system = await startHemvist({
    startsAt: morning,
    onTrouble: (trouble) => troubles.push(trouble),
    ...(templates === undefined ? {} : { templates }),
  });
  try {
    const planning = await planned(system, seed);
    const started = performance.now();
    const sent = await sendRequests(system, { ...planning, requests, say });
    await sendToQueues(system, { ...planning, messages: Math.ceil(requests / messagesFor) });
    say("settling");
    await system.settle();
    const { messages, found } = await queuesJudged(system, planning.books);
    return {
      ...sent,
      requests,
      messages,
      decisions: planning.books.decisions.length,
      found: [
        ...sent.found,
        ...found.map((one) => ({ ...one, operation: "queue", kind: "message" as const })),
        ...troubles.map((what) => ({
          wrong: "5xx" as const,
          what,
          operation: "function",
          kind: "message" as const,
          party: "",
        })),
      ],
      seconds: (performance.now() - started) / 1000,
    };
  } finally {
    await system.stop();
  }
}

/** One message on a queue for so many requests. */
const messagesFor = 10;

async function planned(system: RunningSystem, seed: number): Promise<Planning> {
  const expired = new Map<string, string>();
  for (const party of everyParty) expired.set(party, await fetchToken(clientOf(system, party)));
  await system.advance(start);
  const response = await fetch(`${system.apiUrl}/v1/openapi.yaml`);
  return {
    document: readDocument(await response.text()),
    tokens: tokensFrom({ clientOf: (party) => clientOf(system, party), expired }),
    chance: seeded(`fuzz ${seed}`),
    books: new Books(),
  };
}

interface Sending extends Planning {
  readonly requests: number;
  readonly say: (progress: string) => void;
}

type Sent = Pick<FuzzResult, "answers" | "kinds" | "tricks" | "found">;

async function sendRequests(system: RunningSystem, { requests, say, ...planning }: Sending): Promise<Sent> {
  const { books, document } = planning;
  const answers = new Map<string, Map<number, number>>();
  const [kinds, tricks] = [new Map<Kind, number>(), new Map<string, number>()];
  const found: Found[] = [];
  let done = 0;
  while (done < requests) {
    const round: Planned[] = [];
    while (round.length < Math.min(atOnce, requests - done)) round.push(await nextRequest(planning));
    for (const [asked, answer] of await sideBySide(round, system.apiUrl)) {
      done += 1;
      const { operation, kind, party, trick } = asked;
      hear(asked, answer, books);
      const its = answers.get(operation.id) ?? new Map<number, number>();
      answers.set(operation.id, oneMore(its, answer.status));
      oneMore(kinds, kind);
      if (trick) oneMore(tricks, trick.name);
      for (const violation of violationsIn(asked, answer, { document, books }))
        found.push({ ...violation, operation: operation.id, kind, party, request: done });
    }
    say(`${done} of ${requests} requests, ${found.length} findings`);
  }
  return { answers, kinds, tricks, found };
}

const oneMore = <Of>(counts: Map<Of, number>, of: Of): Map<Of, number> =>
  counts.set(of, (counts.get(of) ?? 0) + 1);

/** Sends a round. Two requests about the same decision go one after the other, so that the seed gives the same again. */
async function sideBySide(
  round: readonly Planned[],
  apiUrl: string,
): Promise<readonly (readonly [Planned, Answer])[]> {
  const turns = new Map<string, Promise<unknown>>();
  return Promise.all(
    round.map(async (planned) => {
      const before = turns.get(planned.about) ?? Promise.resolve();
      const answer = before.then(() => answerTo(planned, apiUrl));
      turns.set(planned.about, answer);
      return [planned, await answer] as const;
    }),
  );
}

async function answerTo({ path, method, headers, body }: Planned, apiUrl: string): Promise<Answer> {
  const response = await fetch(`${apiUrl}${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
  });
  return {
    status: response.status,
    headers: response.headers,
    contentType: response.headers.get("content-type") ?? "",
    text: await response.text(),
  };
}
