import { readFileSync } from "node:fs";
import { join } from "node:path";
import { changesOf, lastingTypes, takesAway } from "../../../infra/deploy/changes.ts";
import type { Synthesised } from "../synthesised.ts";

/** What must outlive every deployment: by stack and logical id, its type and the properties that make it another. */
export type Lasting = Readonly<Record<string, Readonly<Record<string, LastingResource>>>>;

interface LastingResource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

/** The stages that are deployed. */
export const pinnedStages = ["test", "production"] as const;
export type PinnedStage = (typeof pinnedStages)[number];

export const pinnedFile = (stage: PinnedStage): string => join(import.meta.dirname, `lasting.${stage}.json`);

export const pinned = (stage: PinnedStage): Lasting =>
  JSON.parse(readFileSync(pinnedFile(stage), "utf8")) as Lasting;

/** What lasts in the templates, with no more of each than a change of which makes CloudFormation replace it. */
export const lastingIn = ({ templates }: Synthesised): Lasting =>
  Object.fromEntries(
    [...templates].flatMap(([stack, { Resources }]) => {
      const lasting = Object.entries(Resources)
        .filter(([, { Type }]) => lastingTypes.has(Type))
        .map(([id, { Type, Properties = {} }]) => [id, { Type, Properties: identifying(Type, Properties) }]);
      return lasting.length === 0 ? [] : [[stack, Object.fromEntries(lasting)]];
    }),
  );

/** The CDK's comparison says which properties these are: each is changed alone, to see whether that replaces. */
function identifying(Type: string, properties: Readonly<Record<string, unknown>>) {
  const replaces = (name: string): boolean =>
    changesOf(
      "",
      { Resources: { one: { Type, Properties: properties } } },
      { Resources: { one: { Type, Properties: { ...properties, [name]: "something else" } } } },
    ).some(takesAway);
  return Object.fromEntries(Object.entries(properties).filter(([name]) => replaces(name)));
}

/** What the templates would take away of what is pinned, a sentence each. */
export const takenAway = (before: Lasting, now: Lasting): readonly string[] =>
  Object.entries(before).flatMap(([stack, resources]) =>
    changesOf(stack, { Resources: resources }, { Resources: now[stack] ?? {} })
      .filter(takesAway)
      .map(({ id, type, effect, properties }) =>
        [`${stack}: ${id} (${type}) would be ${effect}`, ...properties].join(", "),
      ),
  );

/** What lasts in the templates and is not pinned yet. */
export const notPinned = (before: Lasting, now: Lasting): readonly string[] =>
  Object.entries(now).flatMap(([stack, resources]) =>
    Object.keys(resources)
      .filter((id) => before[stack]?.[id] === undefined)
      .map((id) => `${stack}: ${id}`),
  );
