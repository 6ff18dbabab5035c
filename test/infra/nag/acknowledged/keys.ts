import { type Statement, statementsIn } from "../../policies.ts";
import { listed, type Resource } from "../../synthesised.ts";
import type { Acknowledgement } from "../finding.ts";

export const ofKeys: readonly Acknowledgement[] = [
  {
    rules: ["CKV_AWS_7"],
    reason:
      "Functions derive their keys from these by HMAC. KMS turns no HMAC key, and what was derived from it must be derived again. A new generation has a new label.",
    contradictedBy: (keys) =>
      keys
        .filter(({ properties }) => properties["KeySpec"] !== "HMAC_256")
        .map(({ id }) => `${id} seals, and is never turned`),
    untrueIf: ([key]) => delete key?.properties["KeySpec"],
  },
  {
    rules: ["parliament-PERMISSIONS_MANAGEMENT_ACTIONS", "parliament-RESOURCE_MISMATCH"],
    only: ({ resource }) => resource.type === "AWS::KMS::Key",
    reason:
      "The account, and no one else, administers each key, so no key is lost with a role. An alias is a resource of its own, and KMS asks the key's policy for it as well.",
    contradictedBy: (keys) =>
      keys.flatMap((key) =>
        statementsOfKey(key)
          .filter(({ Action }) => listed(Action).includes("kms:PutKeyPolicy"))
          .filter(({ Principal }) => !isOwnAccount(Principal))
          .map(() => `another than the account administers ${key.id}`),
      ),
    untrueIf: ([key]) => {
      for (const statement of key === undefined ? [] : statementsOfKey(key))
        Object.assign(statement, { Principal: { AWS: "*" } });
    },
  },
  {
    rules: ["parliament-UNKNOWN_CONDITION_FOR_ACTION", "parliament-MISMATCHED_TYPE"],
    only: ({ resource }) => resource.type === "AWS::KMS::Key",
    reason:
      "AWS documents this statement for CloudWatch Logs. The service names the log group in the encryption context, so it seals the groups of this account alone.",
    contradictedBy: (keys) =>
      keys.flatMap((key) =>
        statementsOfKey(key)
          .filter(({ Principal }) => !isOwnAccount(Principal))
          .filter(({ Principal, Condition }) => !isForOwnLogs({ Principal, Condition }))
          .map(() => `${key.id} seals more than logs of this account`),
      ),
    untrueIf: ([key]) => {
      for (const statement of key === undefined ? [] : statementsOfKey(key))
        Object.assign(statement, { Condition: undefined });
    },
  },
];

const statementsOfKey = ({ properties }: Resource): readonly Statement[] =>
  statementsIn(properties["KeyPolicy"]);

const isOwnAccount = (principal: unknown): boolean =>
  /^{"AWS":("arn:aws:iam::\d{12}:root"|{"Fn::Join":\["",\["arn:",{"Ref":"AWS::Partition"},":iam::\d{12}:root"\]\]})}$/.test(
    JSON.stringify(principal),
  );

const isForOwnLogs = ({ Principal, Condition }: Pick<Statement, "Principal" | "Condition">): boolean =>
  JSON.stringify(Principal) === '{"Service":"logs.eu-north-1.amazonaws.com"}' &&
  /^{"Condition":{"ArnLike":{"kms:EncryptionContext:aws:logs:arn":.*:logs:eu-north-1:\d{12}:log-group:\*"/.test(
    JSON.stringify({ Condition }),
  );
