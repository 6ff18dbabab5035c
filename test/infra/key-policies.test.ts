import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { settingsFor } from "../../infra/settings.ts";
import { statementsOf } from "./policies.ts";
import { listed, type Resource, synthesised, written } from "./synthesised.ts";

interface KeyStatement {
  readonly Effect: string;
  readonly Principal: Readonly<Record<string, unknown>>;
  readonly Action: unknown;
  readonly Condition?: {
    readonly ArnLike?: Readonly<Record<string, unknown>>;
    readonly StringEquals?: Readonly<Record<string, unknown>>;
  };
}

const auditors = "aws-reserved/sso.amazonaws.com/eu-north-1/AWSReservedSSO_HemvistAudit_*";
const templates = synthesised("production", {
  keyUsers: {
    makesTables: ["cdk-*-cfn-exec-role-*"],
    readsReports: ["the-city-archive"],
    readsJournal: [auditors],
  },
});
const keys = templates.of("AWS::KMS::Key").map((key) => [nameOf(key), key] as const);
const outside = ["cdk-*-cfn-exec-role-*", "the-city-archive", auditors];
const ourRoles = new Map(
  templates
    .of("AWS::IAM::Role")
    .flatMap((role) =>
      typeof role.properties["RoleName"] === "string"
        ? [[role.properties["RoleName"], role.id] as const]
        : [],
    ),
);

/** What opens, seals, makes a code, or passes such a right on. */
const use = /^kms:(\*|Encrypt|Decrypt|ReEncrypt|GenerateDataKey|GenerateMac|VerifyMac|Sign|CreateGrant|.*\*)/;

describe.each(keys)("the key %s (%#)", (_name, key) => {
  const statements = keyStatements(key);

  it("is administered by the account, always: it can change the policy and call off a deletion", () => {
    const [administration] = statements;

    expect(administration?.Principal).toEqual({ AWS: expect.stringMatching(/^arn|/) as unknown });
    expect(JSON.stringify(administration?.Principal)).toContain(":iam::111122223333:root");
    expect(administration?.Condition).toBeUndefined();
    expect(listed(administration?.Action)).toEqual(
      expect.arrayContaining([
        "kms:PutKeyPolicy",
        "kms:GetKeyPolicy",
        "kms:EnableKey",
        "kms:ScheduleKeyDeletion",
        "kms:CancelKeyDeletion",
      ]),
    );
  });

  it("is not used by those who administer it, and not by way of a grant", () => {
    expect(listed(statements[0]?.Action).filter((action) => use.test(String(action)))).toEqual([]);
  });

  it("is used by named roles or by a service of AWS, and by no other principal of the account", () => {
    for (const { Effect, Principal, Condition } of statements.slice(1)) {
      expect(Effect).toBe("Allow");
      if (Principal["Service"] === undefined) expect(namedIn(Condition)).not.toEqual([]);
      else {
        // A service acts for whichever account asks it. So each is bound to this one.
        expect(String(Principal["Service"])).toMatch(/^(logs\.eu-north-1|cloudwatch)\.amazonaws\.com$/);
        expect(JSON.stringify(Condition)).toContain("111122223333");
      }
    }
  });

  it("names roles that are there", () => {
    const names = statements.flatMap(({ Condition }) => namedIn(Condition));

    expect(names.filter((name) => !ourRoles.has(name) && !outside.includes(name))).toEqual([]);
  });

  it("admits what the roles' own policies use it for, and nothing else", () => {
    const admitted = statements.flatMap(({ Action, Condition }) =>
      namedIn(Condition)
        .filter((name) => ourRoles.has(name))
        .flatMap((name) => listed(Action).map((action) => `${name} ${String(action)}`)),
    );

    expect([...new Set(admitted)].toSorted()).toEqual(usesOf(key).toSorted());
  });

  it("is used through SQS, DynamoDB or S3 only, where it seals what lies there", () => {
    if (key.properties["KeyUsage"] === "GENERATE_VERIFY_MAC") return;
    for (const { Principal, Condition } of statements.slice(1))
      if (Principal["Service"] === undefined)
        for (const service of listed(Condition?.StringEquals?.["kms:ViaService"]))
          expect(service).toMatch(/^(dynamodb|s3|sqs)\.eu-north-1\.amazonaws\.com$/);
  });
});

describe("people", () => {
  it("read no report and no journal, before a stage names them", () => {
    const { keyUsers } = settingsFor("production", written);

    expect(keyUsers).toEqual({ makesTables: ["cdk-*-cfn-exec-role-*"], readsReports: [], readsJournal: [] });
  });

  it("are named: no pattern fits every role", () => {
    const named = (readsJournal: string) => ({
      ...written,
      production: { ...written.production, keyUsers: { readsJournal: [readsJournal] } },
    });

    for (const name of ["*", "a*", "**", "/*", ""])
      expect(() => settingsFor("production", named(name))).toThrow(
        `keyUsers.readsJournal: "${name}" does not name a role`,
      );
    expect(settingsFor("production", named(auditors)).keyUsers.readsJournal).toEqual([auditors]);
  });
});

it("docs/security/keys.md says who may use which key", () => {
  const page = readFileSync("docs/security/keys.md", "utf8");
  const [, table = ""] = page.split("| key | who | what for |\n| --- | --- | --- |\n");
  const rows = keys.flatMap(([name, key]) =>
    keyStatements(key)
      .slice(1)
      .map(({ Principal, Action, Condition }) => [
        kindOf(name, key),
        whoIn(Principal, Condition),
        actionsIn(Action),
      ]),
  );

  expect([...new Set(table.split("\n\n")[0]?.split("\n"))].toSorted()).toEqual(
    [...new Set(rows.map((row) => `| ${row.join(" | ")} |`))].toSorted(),
  );
});

/** Of the parties' keys, the page has one row for each kind of party. */
function kindOf(name: string, key: Resource): string {
  const [, who] = /^(messages to and from) /.exec(name) ?? [];
  if (who === undefined) return name;
  const users = JSON.stringify(keyStatements(key));
  if (users.includes("receive-decision")) return `${who} an SF`;
  return `${who} ${users.includes("record-progress") ? "a provider" : "a party that only listens"}`;
}

function nameOf({ properties }: Resource): string {
  return String(properties["Description"]).replace("hemvist: ", "");
}

function whoIn(principal: KeyStatement["Principal"], condition: KeyStatement["Condition"]): string {
  const names = namedIn(condition).map((name) => name.replace(/^hemvist-/, ""));
  const own = new Map([
    ["cdk-*-cfn-exec-role-*", "`makesTables`"],
    ["the-city-archive", "`readsReports`"],
    [auditors, "`readsJournal`"],
  ]);
  return names.length === 0
    ? String(principal["Service"])
    : names.map((name) => own.get(name) ?? name).join(", ");
}

function actionsIn(action: unknown): string {
  return listed(action)
    .map((one) => String(one).replace("kms:", ""))
    .join(", ");
}

function keyStatements({ properties }: Resource): readonly KeyStatement[] {
  return (properties["KeyPolicy"] as { readonly Statement: readonly KeyStatement[] }).Statement;
}

/** The names of the roles that a condition names. */
function namedIn(condition: KeyStatement["Condition"]): readonly string[] {
  return listed(condition?.ArnLike?.["aws:PrincipalArn"] ?? [])
    .map((arn) => JSON.stringify(arn))
    .map((arn) => /:role\/([^"]+)/.exec(arn)?.[1] ?? arn);
}

/** What the policies of our roles use a key for: by its ARN, or through SQS by the queues that it seals. */
function usesOf(key: Resource): readonly string[] {
  const sealed = templates
    .of("AWS::SQS::Queue")
    .filter(({ properties }) => templates.pointedAt(properties["KmsMasterKeyId"]).id === key.id)
    .map(({ properties }) => String(properties["QueueName"]));
  return [
    ...new Set(
      templates.of("AWS::IAM::Policy").flatMap((policy) =>
        roleNamesOf(policy).flatMap((name) =>
          statementsOf(policy).flatMap(({ Action, Resource: resources }) =>
            listed(Action)
              .filter((action) => use.test(String(action)))
              .filter((action) =>
                listed(resources).some((resource) =>
                  typeof resource === "string"
                    ? sealed.some((queue) => usesQueue(policy, { queue, action }))
                    : templates.pointedAt(resource).id === key.id,
                ),
              )
              .map((action) => `${name} ${String(action)}`),
          ),
        ),
      ),
    ),
  ];
}

function roleNamesOf({ properties }: Resource): readonly string[] {
  const ids = listed(properties["Roles"]).map((role) => templates.pointedAt(role).id);
  return [...ourRoles].filter(([, id]) => ids.includes(id)).map(([name]) => name);
}

/** To send, SQS asks for both actions on the queue's key; to receive, for the first. */
function usesQueue(
  policy: Resource,
  { queue, action }: { readonly queue: string; readonly action: unknown },
): boolean {
  const needing = action === "kms:Decrypt" ? ["sqs:SendMessage", "sqs:ReceiveMessage"] : ["sqs:SendMessage"];
  const fits = (effect: string): boolean =>
    statementsOf(policy)
      .filter(
        ({ Effect, Action }) =>
          Effect === effect && listed(Action).some((one) => needing.includes(String(one))),
      )
      .flatMap(({ Resource: resources }) => listed(resources))
      .some((arn) => typeof arn === "string" && pattern(arn).test(queue));
  return fits("Allow") && (queue.includes("-dlq") || !fits("Deny"));
}

const pattern = (arn: string): RegExp =>
  new RegExp(`^${(arn.split(":").at(-1) ?? "").replaceAll(".", "\\.").replaceAll("*", ".*")}$`);
