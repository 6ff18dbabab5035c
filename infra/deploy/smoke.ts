import { type Answered, askPublicly } from "./ask-publicly.ts";
import type { Look } from "./preflight.ts";
import { reasonOf } from "./reason-of.ts";

/**
 * Asks the deployed API the two questions that need no token: whether it answers, and whether it refuses a person's data
 * to a caller without one. It reads nothing that is a person's. A certificate that is not publicly trusted is no answer.
 */
export async function smoke(api: string, ask: typeof askPublicly = askPublicly): Promise<readonly Look[]> {
  const url = (path: string): string => new URL(path, api.endsWith("/") ? api : `${api}/`).href;
  return [
    await answers(() => ask(url("v1/api-info")), {
      what: "the API answers",
      status: 200,
      type: "application/json",
    }),
    await answers(() => ask(url("v1/decisions/none")), {
      what: "the API refuses without a token",
      status: 401,
      type: "application/problem+json",
    }),
  ];
}

async function answers(
  ask: () => Promise<Answered>,
  { what, status, type }: { readonly what: string; readonly status: number; readonly type: string },
): Promise<Look> {
  try {
    const answered = await ask();
    const got = `${answered.status} ${answered.type}`;
    if (answered.status === status && answered.type.includes(type)) return { what, is: "fine", says: got };
    return { what, is: "stops", says: `It answered ${got}, not ${status} ${type}.` };
  } catch (error) {
    return { what, is: "stops", says: `It does not answer: ${reasonOf(error)}` };
  }
}
