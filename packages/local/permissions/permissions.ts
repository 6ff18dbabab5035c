import type { Answer } from "../front/listening.ts";
import { isFunction } from "../functions/function-settings.ts";
import type { Assembly } from "../templates/assembly.ts";
import { textOf } from "../templates/json.ts";
import { everyResource } from "../templates/known-resources.ts";
import type { Resolver } from "../templates/resolver.ts";
import type { AwsCall } from "./aws-call.ts";
import { type DeclaredCaller, type Principal, principalOf, roleCalled } from "./callers.ts";
import { keyRequests } from "./key-requests.ts";
import { readPolicies } from "./policies.ts";
import { refusal } from "./refusals.ts";
import { type Requested, requestsOf } from "./requests.ts";
import { keyCalled, keysIn, sealingKeys } from "./sealing-keys.ts";
import { serviceActs } from "./service-acts.ts";
import { createVerdicts, type Judge, type Use } from "./verdicts.ts";

export interface PermissionOptions {
  /** Evaluates policies as IAM does. */
  readonly judge: Judge;
  /** Who a caller is that is no function. */
  readonly callers: (name: string) => DeclaredCaller;
}

export interface Permissions {
  /** The answer to a call that the caller may not make, or undefined if it may. */
  readonly refusalOf: (caller: string, call: AwsCall) => Promise<Answer | undefined>;
  /** The same, of actions that do not stand in the call itself. */
  readonly refusalTo: (caller: string, requested: readonly Requested[]) => Promise<Answer | undefined>;
  /**
   * Asks for what AWS's services do in the name of a role or in their own, from reading a queue to calling a function.
   * @throws NotPermittedError with a line for each thing that AWS would be refused
   */
  readonly demandForServices: () => Promise<void>;
  readonly uses: () => readonly Use[];
}

/** A service of AWS's may not do what the template has it do. */
export class NotPermittedError extends Error {
  override readonly name = "NotPermittedError";
}

/**
 * Judges each call by the policies of the template: those of the caller's role, of the resource, and of the key that
 * seals the resource.
 */
export const createPermissions = ({
  options: { judge, callers },
  assembly,
  resolver,
  region,
}: {
  readonly options: PermissionOptions;
  readonly assembly: Assembly;
  readonly resolver: Resolver;
  readonly region: string;
}): Permissions => {
  const policies = readPolicies(assembly, resolver);
  const keys = keysIn(assembly, resolver);
  const sealing = sealingKeys(assembly, resolver, keys);
  const verdicts = createVerdicts({ judge, policies, region });
  const roles = rolesOfFunctions(assembly, resolver);
  const keyArn = (asked: string): string => keyCalled(keys, asked)?.arn ?? asked;

  const known = new Map<string, Principal | undefined>();
  const principalFor = (caller: string): Principal | undefined => {
    if (!known.has(caller)) {
      const role = roles.get(caller);
      known.set(
        caller,
        role === undefined
          ? principalOf(caller, callers(caller), policies)
          : roleCalled(role, caller, policies),
      );
    }
    return known.get(caller);
  };

  const refusalFor = async (
    principal: Principal,
    requested: readonly Requested[],
  ): Promise<Answer | undefined> => {
    for (const asked of requested) {
      for (const one of [asked, ...keyRequests(asked, { region, sealing })]) {
        const verdict = await verdicts.of(principal, one);
        if (verdict !== "allowed") return refusal(principal, one, { verdict, asked: asked.action });
      }
    }
    return undefined;
  };

  const refusalTo: Permissions["refusalTo"] = async (caller, requested) => {
    const principal = principalFor(caller);
    return principal === undefined ? undefined : refusalFor(principal, requested);
  };

  return {
    refusalTo,
    refusalOf: async (caller, call) => {
      const requested = requestsOf(call, { region, keyArn });
      if (requested !== undefined) return refusalTo(caller, requested);
      // The front itself refuses a call of any other service that does not run here.
      return call.service === "s3" && principalFor(caller) !== undefined ? untaught(call) : undefined;
    },
    demandForServices: async () => {
      const faults: string[] = [];
      for (const { by, what, requested } of serviceActs({ assembly, resolver, roles, region })) {
        const principal = by.startsWith("arn:")
          ? roleCalled(by, "aws", policies)
          : { arn: by, session: by, identity: [] };
        const refused = await refusalFor(principal, requested);
        if (refused !== undefined) faults.push(`${what}: ${String(refused.body)}`);
      }
      if (faults.length > 0) throw new NotPermittedError(faults.join("\n"));
    },
    uses: verdicts.uses,
  };
};

const untaught = ({ request: { method, url } }: AwsCall): Answer => ({
  status: 501,
  headers: { "content-type": "application/xml" },
  body: `<Error><Code>NotImplemented</Code><Message>${method} ${url.split("?")[0]}: teach what it takes to @hemvist/local/permissions/object-requests.ts</Message></Error>`,
});

const rolesOfFunctions = (assembly: Assembly, resolver: Resolver): ReadonlyMap<string, string> =>
  new Map(
    everyResource(assembly)
      .filter(isFunction)
      .map((resource) => [
        resolver.names.nameOf(resource),
        textOf(resolver.propertiesOf(resource)["Role"]) ?? "",
      ]),
  );
