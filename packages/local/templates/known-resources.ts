import type { Assembly, Resource } from "./assembly.ts";
import { ignoredTypes } from "./ignored-types.ts";
import { runTypes } from "./resource-types.ts";

/** The template holds something that this package does not know. */
export class UnknownResourceError extends Error {
  override readonly name = "UnknownResourceError";
}

/** Refuses a template that it would run otherwise than AWS does, naming everything at once. */
export const refuseUnknown = (assembly: Assembly): void => {
  const complaints = everyResource(assembly).flatMap(complaintsAbout);
  if (complaints.length > 0) throw new UnknownResourceError(complaints.join("\n"));
};

export const everyResource = (assembly: Assembly): readonly Resource[] =>
  assembly.stacks.flatMap((stack) => [...stack.resources.values()]);

const complaintsAbout = ({ type, logicalId, stack, properties, condition }: Resource): readonly string[] => {
  if (type in ignoredTypes) return [];
  const runs = runTypes[type];
  if (runs === undefined) {
    return [
      `${type} (${logicalId} in ${stack}) is not known here: run it, and list it in @hemvist/local/templates/resource-types.ts, ` +
        "or give the reason to pass it over in @hemvist/local/templates/ignored-types.ts",
    ];
  }
  if (condition !== undefined) {
    return [
      `${logicalId} in ${stack} exists only if ${condition}: conditions are not taught to @hemvist/local/templates/resolver.ts`,
    ];
  }
  return Object.keys(properties)
    .filter((property) => !runs.honoured.includes(property) && !(property in runs.ignored))
    .map(
      (property) =>
        `${type}.${property} (${logicalId} in ${stack}) is not known here: honour it, or give the reason to pass it ` +
        "over, in @hemvist/local/templates/resource-types.ts",
    );
};
