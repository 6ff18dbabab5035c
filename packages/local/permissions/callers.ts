import { ACCOUNT } from "../templates/physical-names.ts";
import type { Policies, Policy } from "./policies.ts";

/** Who a caller of the front is, as the one who starts the system declares it. */
export type DeclaredCaller =
  /** Calls as nothing deployed could: a test that looks behind the system. */
  | "unjudged"
  /** A person in the system's own account, with policies that the template declares. */
  | { readonly managedPolicies: readonly string[] }
  /** The holder of a role that the template declares. */
  | { readonly role: string }
  /** A role outside the templates, with what its own account lets it do. */
  | { readonly arn: string; readonly policies: readonly Policy[] };

/** A caller, as policies know it. */
export interface Principal {
  readonly arn: string;
  /** As AWS names it in a refusal. */
  readonly session: string;
  readonly identity: readonly Policy[];
  readonly boundary?: Policy;
}

/** @throws where the template declares no such role or policy */
export const principalOf = (
  name: string,
  declared: DeclaredCaller,
  policies: Policies,
): Principal | undefined => {
  if (declared === "unjudged") return undefined;
  if ("managedPolicies" in declared) {
    const arn = `arn:aws:iam::${ACCOUNT}:user/${name}`;
    return {
      arn,
      session: arn,
      identity: declared.managedPolicies.map((policy) => known(policies.managed.get(policy), policy)),
    };
  }
  if ("role" in declared) return roleCalled(`arn:aws:iam::${ACCOUNT}:role/${declared.role}`, name, policies);
  return { arn: declared.arn, session: sessionOf(declared.arn, name), identity: declared.policies };
};

/** @throws where the template declares no such role */
export const roleCalled = (arn: string, session: string, { roles }: Policies): Principal => ({
  ...known(roles.get(arn), arn),
  session: sessionOf(arn, session),
});

const sessionOf = (role: string, session: string): string =>
  role.replace(":iam:", ":sts:").replace(":role/", ":assumed-role/").concat(`/${session}`);

const known = <Found>(found: Found | undefined, name: string): Found => {
  if (found === undefined) throw new Error(`the template declares no ${name}`);
  return found;
};
