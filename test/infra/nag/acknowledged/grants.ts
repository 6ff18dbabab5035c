import { type Statement, statementsIn, statementsOf } from "../../policies.ts";
import { listed, type Resource } from "../../synthesised.ts";
import type { Acknowledgement } from "../finding.ts";

export const ofGrants: readonly Acknowledgement[] = [
  {
    rules: ["parliament-CREDENTIALS_EXPOSURE"],
    reason:
      "A trust policy says who gets a role's credentials: that is what it is for. Each of ours names one service, and that of the emergency asks a person for a second factor.",
    contradictedBy: (found) =>
      found.flatMap((one) =>
        trustOf(one)
          .filter((statement) => !isForOneService(statement) && !asksForSecondFactor(statement))
          .map(() => `${one.id} gives credentials to more than one service, without a second factor`),
      ),
    untrueIf: ([role]) => {
      for (const statement of role === undefined ? [] : trustOf(role))
        Object.assign(statement, { Principal: { AWS: "*" }, Condition: undefined });
    },
  },
  {
    rules: ["parliament-RESOURCE_MISMATCH"],
    only: ({ resource, detail = "" }) =>
      resource.type === "AWS::IAM::Policy" && /^\[{"action": "dynamodb:ListStreams", [^{]*}\]$/.test(detail),
    reason:
      "AWS documents the action for a function that reads a stream, and the CDK grants it on that stream. IAM knows no stream for it, so it grants nothing.",
    contradictedBy: (policies) =>
      policies.flatMap((policy) =>
        statementsOf(policy)
          .filter(({ Action }) => listed(Action).includes("dynamodb:ListStreams"))
          .filter(({ Resource }) => listed(Resource).includes("*"))
          .map(() => `${policy.id} lists every stream of the account`),
      ),
    untrueIf: ([policy]) => {
      for (const statement of policy === undefined ? [] : statementsOf(policy))
        Object.assign(statement, { Resource: "*" });
    },
  },
  {
    rules: ["parliament-UNKNOWN_CONDITION_FOR_ACTION"],
    only: ({ resource }) => resource.type !== "AWS::KMS::Key",
    reason:
      "parliament's list of AWS's conditions is of April 2025. Lambda has this one since October 2025: an operator calls the function by its URL only, and cannot make up who calls.",
    contradictedBy: (policies) =>
      policies.flatMap((policy) =>
        statementsOf(policy)
          .filter(({ Action }) => listed(Action).includes("lambda:InvokeFunction"))
          .filter(
            ({ Condition }) =>
              JSON.stringify(Condition) !== '{"Bool":{"lambda:InvokedViaFunctionUrl":"true"}}',
          )
          .map(() => `${policy.id} lets its holder call the function past its URL`),
      ),
    untrueIf: ([policy]) => {
      for (const statement of policy === undefined ? [] : statementsOf(policy))
        Object.assign(statement, { Condition: undefined });
    },
  },
];

/** Only roles have one. */
const trustOf = ({ id, properties }: Resource): readonly Statement[] => {
  const document = properties["AssumeRolePolicyDocument"];
  if (document === undefined) throw new Error(`${id} is no role`);
  return statementsIn(document);
};

const isForOneService = ({ Principal }: Statement): boolean =>
  /^{"Service":"[a-z.]+"}$/.test(JSON.stringify(Principal));

const asksForSecondFactor = ({ Condition }: Statement): boolean =>
  JSON.stringify({ Condition }).includes('"aws:MultiFactorAuthPresent":"true"');
