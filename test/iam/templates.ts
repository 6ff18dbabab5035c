import { addresseesAmong, type Parties, partiesOf } from "@hemvist/rules";
import { type Stage, settingsFor } from "../../infra/settings.ts";
import type { Assembly, Stack } from "../../packages/local/templates/assembly.ts";
import { ACCOUNT } from "../../packages/local/templates/physical-names.ts";
import { createResolver, type Resolver } from "../../packages/local/templates/resolver.ts";
import { synthesised, type TemplateJson, written } from "../infra/synthesised.ts";
import { goteborg } from "../support/goteborg.ts";

export const region = "eu-north-1";

/** A party's role, in an account that is not hemvist's. */
export const outsideRole = (party: string): string => `arn:aws:iam::000000000001:role/${party}`;

/** The templates of a stage, with every reference worked out. */
export interface Templates {
  readonly assembly: Assembly;
  readonly resolver: Resolver;
  readonly parties: Parties;
}

/** As if deployed in the account of the local run, where the names of all things follow from the templates. */
export const templatesOf = (stage: Stage, parties = partiesOf(goteborg)): Templates => {
  const { templates } = synthesised(stage, {
    parties,
    // Each provider reserves runs. How many an account may have is asked apart.
    concurrency: { ...settingsFor(stage, written).concurrency, quota: Number.MAX_SAFE_INTEGER },
    partners: Object.fromEntries(
      addresseesAmong(parties).map((party) => [party, { principal: outsideRole(party) }]),
    ),
  });
  return { ...resolvedTemplates(templates), parties };
};

export function resolvedTemplates(
  templates: ReadonlyMap<string, TemplateJson>,
): Pick<Templates, "assembly" | "resolver"> {
  const assembly = { stacks: [...templates].map(stackOf), assets: new Map<string, string>() };
  return { assembly, resolver: createResolver({ assembly, region, endpoint: "http://127.0.0.1" }) };
}

const stackOf = ([name, template]: readonly [string, TemplateJson]): Stack => {
  const { Resources, Outputs = {} } = inLocalAccount(template);
  const resources = Object.entries(Resources).map(
    ([logicalId, { Type, Properties = {} }]) =>
      [logicalId, { stack: name, logicalId, type: Type, properties: Properties }] as const,
  );
  return { name, region, resources: new Map(resources), parameters: {}, outputs: Outputs };
};

const accounts = Object.values(written).flatMap(({ account }) => account ?? []);

const inLocalAccount = (template: TemplateJson): TemplateJson =>
  JSON.parse(
    accounts.reduce((text, account) => text.replaceAll(account, ACCOUNT), JSON.stringify(template)),
  ) as TemplateJson;
