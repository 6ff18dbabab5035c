import { randomUUID } from "node:crypto";
import { addDays, civilDateAt, trialParty, trialPerson } from "@hemvist/rules";
import * as z from "zod";
import type { Look } from "./preflight.ts";
import { reasonOf } from "./reason-of.ts";

/** How a trial reaches the deployed system. */
export interface TrialPorts {
  /** The API's address, with its stage or base path. */
  readonly api: string;
  /** An access token of hemvist's own party. */
  readonly token: () => Promise<string>;
  readonly now: () => string;
  /** Between two looks at whether hand-off has come so far. */
  readonly rest: () => Promise<unknown>;
  readonly ask?: typeof fetch;
}

/** What a system answered, and was not to. The message is for the person who deploys. */
export class Unexpected extends Error {
  override readonly name = "Unexpected";
}

/** Ours: with two seconds between the looks, three times what hand-off promises. */
const mostLooks = 90;

/**
 * Sends a made-up decision the whole way, as hemvist's own party: the API, the table, its stream, hand-off, the
 * provider's queue, the provider's report, and the revocation that ends it. hemvist's own party is its provider too, so
 * no party of the city's gets anything. A decision that was taken is ended even if it did not come through.
 */
export async function trial(ports: TrialPorts): Promise<readonly Look[]> {
  const looks: Look[] = [];
  const sees = async (what: string, act: () => Promise<string>): Promise<boolean> => {
    try {
      looks.push({ what: `the trial decision ${what}`, is: "fine", says: await act() });
      return true;
    } catch (error) {
      const says = error instanceof Unexpected ? error.message : `It does not answer: ${reasonOf(error)}`;
      looks.push({ what: `the trial decision ${what}`, is: "stops", says });
      return false;
    }
  };

  let bearer = "";
  const signedIn = async (): Promise<string> => {
    bearer = await ports.token();
    return `as ${trialParty}`;
  };
  if (!(await sees("has a token", signedIn))) return looks;
  const steps = stepsOf(trialDecision(ports.now()), { ...ports, bearer });
  if (!(await sees("is taken and assigned", steps.taken))) return looks;
  if (await sees("is handed on", steps.handedOn)) await sees("is acknowledged", steps.acknowledged);
  await sees("is ended", steps.ended);
  return looks;
}

type TrialDecision = ReturnType<typeof trialDecision>;

/**
 * A basic decision with one intervention that the administration carries out itself. It begins tomorrow, so that a
 * revocation today ends it at once.
 */
function trialDecision(now: string) {
  const today = civilDateAt(now);
  const [from, to] = [addDays(today, 1), addDays(today, 7)];
  return {
    // An id of this form can be no name, so it stands in the log as it is.
    decisionId: randomUUID(),
    revision: 1,
    administration: trialParty,
    caseNumber: "PROV",
    decidedOn: today,
    validFrom: from,
    validTo: to,
    legalBasis: "12 kap. 1 § SoL",
    person: {
      protectedIdentity: false,
      identityNumber: trialPerson,
      givenName: "Tolvan",
      familyName: "Tolvansson",
    },
    assessment: {
      unemployment: "full-time",
      workAbility: "unclear",
      needsInvestigationOrRehabilitation: true,
    },
    interventions: [{ interventionId: "1", subArea: "social.everyday-life", from, to }],
  };
}

const answered = z.object({
  outcome: z.literal("assigned"),
  assignments: z.tuple([
    z.object({ assignmentId: z.string(), provider: z.literal(trialParty), status: z.string() }),
  ]),
});
const assignmentSeen = z.object({ receipt: z.object({ deliveredAt: z.string().optional() }) });

function stepsOf(decision: TrialDecision, { now, rest, ...reach }: TrialPorts & Bearing) {
  const { decisionId } = decision;
  const assignmentId = `${trialParty}.${decisionId}.1`;
  const call = caller(reach);
  const post = async (message: object): Promise<z.infer<typeof answered>> =>
    read(answered, await call("v1/decisions", message));

  return {
    taken: async () => {
      const [assignment] = (await post(decision)).assignments;
      return `${decisionId}, for ${assignment.provider}`;
    },

    handedOn: async () => {
      for (let look = 1; look <= mostLooks; look += 1) {
        const { receipt } = read(assignmentSeen, await call(`v1/assignments/${assignmentId}`));
        if (receipt.deliveredAt !== undefined) return `on its provider's queue at ${receipt.deliveredAt}`;
        await rest();
      }
      throw new Unexpected(
        `It is not on its provider's queue after ${mostLooks} looks. See whether hand-off fails.`,
      );
    },

    acknowledged: async () => {
      await call(`v1/assignments/${assignmentId}/progress`, {
        progressId: randomUUID(),
        assignmentId,
        status: "received",
        occurredAt: now(),
      });
      return "the provider's report is recorded";
    },

    ended: async () => {
      const revocation = { on: decision.decidedOn, reason: "no-longer-needed" };
      const [assignment] = (await post({ ...decision, revision: 2, revocation })).assignments;
      if (assignment.status !== "cancelled") throw new Unexpected(`Its assignment is ${assignment.status}.`);
      return "revoked, and its assignment is cancelled";
    },
  };
}

function read<Answer>(schema: z.ZodType<Answer>, body: unknown): Answer {
  const { success, data, error } = schema.safeParse(body);
  if (success) return data;
  throw new Unexpected(`Another answer than the contract's, at ${error.issues[0]?.path.join("/")}.`);
}

interface Bearing {
  readonly bearer: string;
}

/** Calls the API with a token. @throws Unexpected for an answer that is a problem, with the problem's type */
const caller =
  ({ api, bearer, ask = fetch }: Pick<TrialPorts, "api" | "ask"> & Bearing) =>
  async (path: string, message?: object): Promise<unknown> => {
    const response = await ask(new URL(path, api.endsWith("/") ? api : `${api}/`), {
      headers: { Authorization: `Bearer ${bearer}`, "Content-Type": "application/json" },
      ...(message === undefined ? {} : { method: "POST", body: JSON.stringify(message) }),
    });
    const body: unknown = await response.json();
    if (response.ok) return body;
    const { type = "no problem" } = problem.parse(body);
    throw new Unexpected(`The API answered ${response.status} (${type}).`);
  };

const problem = z.object({ type: z.string().optional() }).catch({});
