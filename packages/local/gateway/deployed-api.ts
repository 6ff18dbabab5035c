import type { Assembly } from "../templates/assembly.ts";
import { textOf } from "../templates/json.ts";
import { everyResource } from "../templates/known-resources.ts";
import type { Resolver } from "../templates/resolver.ts";

/** The names by which AWS knows the template's REST API and its stage. */
export const deployedApi = (
  assembly: Assembly,
  resolver: Resolver,
): { readonly api: string; readonly stage: string } => {
  const first = (wanted: string) => everyResource(assembly).find(({ type }) => type === wanted);
  const [api, stage] = [first("AWS::ApiGateway::RestApi"), first("AWS::ApiGateway::Stage")];
  return {
    api: (api === undefined ? undefined : textOf(resolver.propertiesOf(api)["Name"])) ?? "",
    stage: stage === undefined ? "local" : resolver.names.nameOf(stage),
  };
};
