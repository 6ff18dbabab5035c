import { runSimulation } from "@cloud-copilot/iam-simulate";
import type { JudgedRequest, Verdict } from "@hemvist/local";

/**
 * Evaluates policies as IAM does, by a judge that is not ours. It reads AWS's own list of actions, so an action that
 * does not exist fails.
 */
export const judgeByIam = async (asked: JudgedRequest): Promise<Verdict> => {
  const { principal, action, resource, account, context, boundary, resourcePolicy } = asked;
  const simulated = await runSimulation(
    {
      request: {
        principal,
        action,
        resource: { resource, accountId: account },
        contextVariables: Object.fromEntries(
          Object.entries(context).map(([key, value]) => [knownKey(key), value]),
        ),
      },
      identityPolicies: asked.identityPolicies.map((policy, index) => ({
        name: `policy-${index}`,
        policy: withKnownKeys(policy),
      })),
      ...(boundary === undefined
        ? {}
        : { permissionBoundaryPolicies: [{ name: "boundary", policy: withKnownKeys(boundary) }] }),
      ...(resourcePolicy === undefined ? {} : { resourcePolicy: withKnownKeys(resourcePolicy) }),
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

/**
 * The judge does not know what stands in an encryption context, such as `kms:EncryptionContext:aws:logs:arn`. It knows
 * tags, which are text under any name as well. So in policies and in what is so of the call, one stands for the other.
 */
const knownKey = (key: string): string =>
  key.startsWith(ofEncryption)
    ? `aws:RequestTag/${key.slice(ofEncryption.length).replaceAll(":", "-")}`
    : key;

const ofEncryption = "kms:EncryptionContext:";

const withKnownKeys = (policy: object): unknown => {
  const before = rewritten.get(policy);
  if (before !== undefined) return before;
  const text = JSON.stringify(policy);
  const changed: unknown = text.includes(ofEncryption)
    ? JSON.parse(
        text.replaceAll(/"(kms:EncryptionContext:[^"]+)":/g, (_all, key: string) => `"${knownKey(key)}":`),
      )
    : policy;
  rewritten.set(policy, changed);
  return changed;
};

const rewritten = new WeakMap<object, unknown>();
