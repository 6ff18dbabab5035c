import type { Assembly } from "../templates/assembly.ts";
import { parsedJson, textOf } from "../templates/json.ts";
import { everyResource } from "../templates/known-resources.ts";
import type { Resolver } from "../templates/resolver.ts";
import type { Functions } from "./functions.ts";

/** A function did not pass the check that its deployment makes of it. */
export class SelfCheckFailedError extends Error {
  override readonly name = "SelfCheckFailedError";
}

/**
 * Calls every function that a deployment calls (`Custom::Trigger`), with nothing, as the deployment does. It calls
 * them before anything else can, and where one fails nothing else does.
 */
export const runSelfChecks = async ({
  assembly,
  resolver,
  functions,
}: {
  readonly assembly: Assembly;
  readonly resolver: Resolver;
  readonly functions: Functions;
}): Promise<void> => {
  const failures = await Promise.all(
    everyResource(assembly)
      .filter(({ type }) => type === "Custom::Trigger")
      .map(async (resource) => {
        const checked = functions.behind(textOf(resolver.propertiesOf(resource)["HandlerArn"]) ?? "");
        const { succeeded, payload } = await checked.invoke({});
        return succeeded
          ? []
          : [`${checked.name}: ${textOf(parsedJson(payload)["errorMessage"]) ?? payload}`];
      }),
  );
  if (failures.flat().length > 0) throw new SelfCheckFailedError(failures.flat().join("\n"));
};
