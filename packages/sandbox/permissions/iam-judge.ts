import { runSimulation } from "@cloud-copilot/iam-simulate";
import type { JudgedRequest, Verdict } from "@hemvist/local";

/**
 * Evaluates policies as IAM does, by a judge that is not ours. It reads AWS's own list of actions, so an action that
 * does not exist fails.
 */
export const judgeByIam = async (asked: JudgedRequest): Promise<Verdict> => {
  const { principal, action, resource, account, context, identityPolicies, boundary, resourcePolicy } = asked;
  const simulated = await runSimulation(
    {
      request: {
        principal,
        action,
        resource: { resource, accountId: account },
        contextVariables: { ...context },
      },
      identityPolicies: identityPolicies.map((policy, index) => ({ name: `policy-${index}`, policy })),
      ...(boundary === undefined
        ? {}
        : { permissionBoundaryPolicies: [{ name: "boundary", policy: boundary }] }),
      ...(resourcePolicy === undefined ? {} : { resourcePolicy }),
      serviceControlPolicies: [],
      resourceControlPolicies: [],
    },
    {},
  );
  if (simulated.resultType === "error")
    throw new Error(`IAM cannot judge ${action} on ${resource}: ${JSON.stringify(simulated.errors)}`);
  switch (simulated.overallResult) {
    case "Allowed":
      return "allowed";
    case "ExplicitlyDenied":
      return "denied";
    case "ImplicitlyDenied":
      return "not allowed";
  }
};
