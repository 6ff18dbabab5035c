import type { Assembly } from "../templates/assembly.ts";
import { textOf } from "../templates/json.ts";
import { everyResource } from "../templates/known-resources.ts";
import type { Resolver } from "../templates/resolver.ts";

/** A dashboard of the template. */
export interface DeclaredDashboard {
  readonly name: string;
  /** JSON: what its widgets are, and which metrics they show. */
  readonly body: string;
}

export const declaredDashboards = (assembly: Assembly, resolver: Resolver): readonly DeclaredDashboard[] =>
  everyResource(assembly)
    .filter(({ type }) => type === "AWS::CloudWatch::Dashboard")
    .map((resource) => ({
      name: resolver.names.nameOf(resource),
      body: textOf(resolver.propertiesOf(resource)["DashboardBody"]) ?? "{}",
    }));
