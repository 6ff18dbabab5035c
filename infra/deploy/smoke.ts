import type { Look } from "./preflight.ts";

/**
 * Asks the deployed API the two questions that need no token: whether it answers, and whether it refuses a person's data
 * to a caller without one. It reads nothing that is a person's.
 */
export async function smoke(api: string, ask: typeof fetch = fetch): Promise<readonly Look[]> {
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
  ask: () => Promise<Response>,
  { what, status, type }: { readonly what: string; readonly status: number; readonly type: string },
): Promise<Look> {
  try {
    const response = await ask();
    const got = `${response.status} ${response.headers.get("Content-Type") ?? ""}`;
    if (response.status === status && got.includes(type)) return { what, is: "fine", says: got };
    return { what, is: "stops", says: `It answered ${got}, not ${status} ${type}.` };
  } catch (error) {
    return { what, is: "stops", says: `It does not answer: ${reasonOf(error)}` };
  }
}

/** Node says why in the error's cause: `ENOTFOUND`, `ECONNREFUSED`. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : error.name;
}
