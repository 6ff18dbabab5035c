import { functionAt } from "@hemvist/adapters/function-url";
import { parsedJson } from "@hemvist/contracts";
import { type ActName, type AskedFor, type Failure, failure, type Trouble } from "@hemvist/operations/asking";
import type * as z from "zod/mini";

/** `functions/operate`, which acts for the operator under the operator's own AWS identity. */
export interface Operate {
  /**
   * Asks for an act, and waits for its answer.
   * @throws NotAnswered with what the function says, or the error of AWS's client
   */
  readonly ask: <Name extends ActName, Answer>(
    name: Name,
    asked: AskedFor<Name>,
    form: z.ZodMiniType<Answer>,
  ) => Promise<Answer>;
  /** Whether the operator has pressed Ctrl-C. Then the command asks for nothing more. */
  readonly isStopped: () => boolean;
}

/** The function did not do what it was asked for. */
export class NotAnswered extends Error {
  override readonly name = "NotAnswered";
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.why?.error ?? failure.text?.en);
    this.failure = failure;
  }
}

/** By the same names in every account: infra/constructs/operate-function.ts. */
const operateFunction = { name: "hemvist-operate", alias: "live" };

/** On AWS, or on what `AWS_ENDPOINT_URL` points at. */
export function operateOnAws(isStopped: () => boolean): Operate {
  const post = functionAt(operateFunction);
  return {
    isStopped,
    async ask(name, asked, form) {
      const { status, body } = await post(name, JSON.stringify(asked));
      const answer = parsedJson(body);
      if (status !== 200) throw new NotAnswered(failureIn(status, answer));
      const read = form.safeParse(answer);
      if (!read.success) throw new NotAnswered({ why: anotherVersion });
      return read.data;
    },
  };
}

const anotherVersion: Trouble = { error: "AnotherVersion" };

/** Lambda itself refuses a caller without permission, in a form of its own. */
function failureIn(status: number, answer: unknown): Failure {
  const read = failure.safeParse(answer);
  if (read.success && (read.data.text ?? read.data.why) !== undefined) return read.data;
  return { why: { error: status === 403 ? "AccessDenied" : `HTTP ${status}` } };
}
