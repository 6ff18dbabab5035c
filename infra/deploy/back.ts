import {
  GetAliasCommand,
  type LambdaClient,
  paginateListVersionsByFunction,
  UpdateAliasCommand,
} from "@aws-sdk/client-lambda";
import { functionNameOf } from "../constructs/service-function.ts";

/**
 * The functions in the order in which they go back: those that write records before those that only read them, so that a
 * reader never meets a form that it does not know.
 */
export const backwards: readonly string[] = [
  "receive-decision",
  "record-progress",
  "follow-up",
  "operate",
  "hand-off",
  "read-case",
  "report",
].map(functionNameOf);

/** Where `live` of a function pointed, and where it points now. */
export interface MovedBack {
  readonly name: string;
  readonly from: string;
  /** Absent where there is no earlier version: `live` stays. */
  readonly to?: string;
}

/** Moves `live` of each function to the version before. What runs meanwhile ends on the version that it began with. */
export async function movedBack(lambda: LambdaClient, names = backwards): Promise<readonly MovedBack[]> {
  const moved: MovedBack[] = [];
  for (const FunctionName of names) {
    const { FunctionVersion: from = "" } = await lambda.send(
      new GetAliasCommand({ FunctionName, Name: "live" }),
    );
    const to = await versionBefore(lambda, { name: FunctionName, version: Number(from) });
    if (to !== undefined)
      await lambda.send(new UpdateAliasCommand({ FunctionName, Name: "live", FunctionVersion: to }));
    moved.push({ name: FunctionName, from, ...(to === undefined ? {} : { to }) });
  }
  return moved;
}

async function versionBefore(
  client: LambdaClient,
  { name, version }: { readonly name: string; readonly version: number },
): Promise<string | undefined> {
  let before = 0;
  for await (const { Versions = [] } of paginateListVersionsByFunction({ client }, { FunctionName: name }))
    for (const { Version } of Versions) {
      const number = Number(Version);
      // `$LATEST` is no number.
      if (number < version && number > before) before = number;
    }
  return before === 0 ? undefined : String(before);
}
