import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { parsedJson } from "@hemvist/contracts";
import * as z from "zod/mini";
import { invokeLimits } from "./call-limits.ts";

/** What a function says of the settings that it looked for. */
export interface FunctionCheck {
  /** Without the prefix that all names have in AWS. */
  readonly name: string;
  readonly checks: readonly { readonly name: string; readonly error?: string }[];
  /** Why it said nothing. With the settings that it missed, if it did not start. */
  readonly silent?: { readonly error: string; readonly settings?: readonly string[] };
}

/** What has a function check itself: packages/runtime/self-check.ts answers it. */
const question = JSON.stringify({ selfCheck: "tell" });

const told = z.object({
  selfCheck: z.literal("told"),
  checks: z.array(z.object({ name: z.string(), error: z.exactOptional(z.string()) })),
});

const failed = z.object({ errorType: z.string(), errorMessage: z.string() });

/** The settings that a function misses, in the one error of ours that Lambda shows before a function has started. */
const missed = /^Settings missing or not valid: ([A-Z_a-z., *-]+)$/;

/** Has functions check themselves, side by side. Each only reads. */
export const lambdaSelfChecks =
  (names: readonly string[], client = new LambdaClient(invokeLimits)) =>
  (): Promise<readonly FunctionCheck[]> =>
    Promise.all(names.map((name) => checkOf(name, client)));

async function checkOf(name: string, client: LambdaClient): Promise<FunctionCheck> {
  try {
    const { Payload } = await client.send(
      new InvokeCommand({ FunctionName: `hemvist-${name}:live`, Payload: question }),
    );
    const answer = parsedJson(Payload?.transformToString("utf8") ?? "");
    const read = told.safeParse(answer);
    if (read.success) return { name, checks: read.data.checks };
    const { errorType = "NoAnswer", errorMessage = "" } = failed.safeParse(answer).data ?? {};
    const [, settings] = missed.exec(errorMessage) ?? [];
    return {
      name,
      checks: [],
      silent: { error: errorType, ...(settings === undefined ? {} : { settings: settings.split(", ") }) },
    };
  } catch (error) {
    return { name, checks: [], silent: { error: error instanceof Error ? error.name : typeof error } };
  }
}
