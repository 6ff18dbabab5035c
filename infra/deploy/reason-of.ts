/**
 * Why a call got no answer, in a word. Node says it by a code, in the error or in its cause: `ENOTFOUND`, `ECONNREFUSED`,
 * `SELF_SIGNED_CERT_IN_CHAIN`. AWS says it by the error's name.
 */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return codeIn(error) ?? codeIn(error.cause) ?? error.name;
}

const codeIn = (thrown: unknown): string | undefined =>
  typeof thrown === "object" && thrown !== null && "code" in thrown ? String(thrown.code) : undefined;
