import { addresseesAmong, partiesOf } from "@hemvist/rules";
import { describe, expect, it } from "vitest";
import { settingsFor } from "../../infra/settings.ts";
import { goteborg } from "../support/goteborg.ts";
import { listed, type Resource, type Synthesised, synthesised, written } from "./synthesised.ts";

const everyParty = addresseesAmong(partiesOf(goteborg));

/** Every second party is an account, and every other a role in one account that they share. */
const partners = Object.fromEntries(
  everyParty.map((party, index) => [
    party,
    { principal: index % 2 === 0 ? `22220000000${index}` : `arn:aws:iam::999988887777:role/${party}` },
  ]),
);
const arnOf = (party: string): string => {
  const { principal = "" } = partners[party] ?? {};
  return principal.startsWith("arn:") ? principal : `root of ${principal}`;
};

interface Statement {
  readonly Effect: string;
  readonly Principal: unknown;
  readonly Action: unknown;
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

const statementsIn = (document: unknown): readonly Statement[] =>
  (document as { Statement: readonly Statement[] }).Statement;

/** Accounts by their number, whichever way CloudFormation is given them. */
const principalsOf = ({ Principal }: Statement): readonly string[] =>
  listed((Principal as { AWS?: unknown }).AWS ?? Principal).map((one) =>
    (typeof one === "string" ? one : JSON.stringify(one)).replace(/^.*:(\d{12}):root.*$/, "root of $1"),
  );

const ours = "root of 111122223333";

/** What each principal outside may do, by the queues' policies. */
const onQueues = (templates: Synthesised): readonly string[] =>
  templates.of("AWS::SQS::QueuePolicy").flatMap(({ properties }) =>
    statementsIn(properties["PolicyDocument"])
      .filter(({ Effect }) => Effect === "Allow")
      .flatMap((statement) =>
        principalsOf(statement)
          .filter((principal) => principal !== ours)
          .flatMap((principal) =>
            listed(statement.Action).map(
              (action) =>
                `${principal}: ${action} on ${templates.pointedAt(statement.Resource).properties["QueueName"]}`,
            ),
          ),
      ),
  );

const keys = (templates: Synthesised): readonly Resource[] => templates.of("AWS::KMS::Key");

/** The statements of keys that name a principal outside, each with its key's description. */
const onKeys = (templates: Synthesised) =>
  keys(templates).flatMap(({ properties }) =>
    statementsIn(properties["KeyPolicy"])
      .filter(({ Effect }) => Effect === "Allow")
      .flatMap((statement) =>
        principalsOf(statement)
          .filter((principal) => /^root of (?!1111)|^arn:aws:iam::9999/.test(principal))
          .map((principal) => ({ ...statement, principal, key: String(properties["Description"]) })),
      ),
  );

const sends = (party: string, queue: string) => [`${arnOf(party)}: sqs:SendMessage on ${queue}`];
const reads = (party: string, queue: string) =>
  ["ReceiveMessage", "DeleteMessage", "ChangeMessageVisibility", "GetQueueAttributes"].map(
    (action) => `${arnOf(party)}: sqs:${action} on ${queue}`,
  );

describe("a party's own system, outside", () => {
  const templates = synthesised("production", { partners });

  it.each(everyParty)(
    "%s sends on its own incoming queues, reads its own outgoing ones, and no more",
    (party) => {
      const { administrations, listeners } = partiesOf(goteborg);
      const decides = administrations.includes(party);
      const listensOnly = listeners.includes(party) && !decides;

      expect(
        onQueues(templates)
          .filter((grant) => grant.startsWith(`${arnOf(party)}: `))
          .toSorted(),
      ).toEqual(
        [
          ...(decides ? sends(party, `decisions-${party}`) : []),
          ...(listensOnly ? [] : sends(party, `progress-${party}.fifo`)),
          ...(decides || listensOnly ? reads(party, `inbox-${party}.fifo`) : []),
          ...(listensOnly ? [] : reads(party, `assignments-${party}.fifo`)),
        ].toSorted(),
      );
    },
  );

  it.each(everyParty)("%s uses its own key, through SQS, and no other key", (party) => {
    const its = onKeys(templates).filter(({ principal }) => principal === arnOf(party));

    expect(its.map(({ key }) => key)).toEqual([`hemvist: messages to and from ${party}`]);
    expect(its[0]).toMatchObject({
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Condition: { StringEquals: { "kms:ViaService": "sqs.eu-north-1.amazonaws.com" } },
    });
  });

  it("is the only one from outside, and no service is: none sends to a queue but with a role of ours", () => {
    const named = new Set(onQueues(templates).map((grant) => grant.split(": sqs:")[0]));

    expect([...named].toSorted()).toEqual(everyParty.map(arnOf).toSorted());
  });

  it("uses TLS: each of its queues refuses anything else", () => {
    for (const { properties } of templates.of("AWS::SQS::QueuePolicy"))
      expect(statementsIn(properties["PolicyDocument"])).toContainEqual(
        expect.objectContaining({
          Effect: "Deny",
          Principal: { AWS: "*" },
          Action: "sqs:*",
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        }),
      );
  });

  it("has its contact on each of its queues, and on no other, where an operator finds whom to call", () => {
    const contact = "drift@sf-centrum.example";
    const tagged = synthesised("production", { partners: { "sf-centrum": { contact } } })
      .of("AWS::SQS::Queue")
      .filter(({ properties }) => JSON.stringify(properties["Tags"] ?? []).includes("hemvist:contact"));

    expect(tagged.map(({ properties }) => String(properties["QueueName"])).toSorted()).toEqual(
      ["assignments", "decisions", "inbox", "progress"]
        .flatMap((traffic) => {
          const suffix = traffic === "decisions" ? "" : ".fifo";
          return [`${traffic}-sf-centrum${suffix}`, `${traffic}-sf-centrum-dlq${suffix}`];
        })
        .toSorted(),
    );
    for (const { properties } of tagged)
      expect(properties["Tags"]).toContainEqual({ Key: "hemvist:contact", Value: contact });
  });

  it("asks for no further resource: its words stand in the policies that are there", () => {
    expect(templates.all.map(({ id }) => id).filter((id) => !/Deployment|Version/.test(id))).toEqual(
      synthesised()
        .all.map(({ id }) => id)
        .filter((id) => !/Deployment|Version/.test(id)),
    );
  });
});

describe("without a principal in the settings", () => {
  it.each(["test", "production"] as const)("no principal outside reaches a queue or a key of %s", (stage) => {
    const templates = synthesised(stage, { account: "111122223333" });

    expect(templates.of("AWS::SQS::QueuePolicy").length).toBeGreaterThan(40);
    expect(onQueues(templates)).toEqual([]);
    expect(onKeys(templates)).toEqual([]);
  });

  it("a party has none where only others have", () => {
    const templates = synthesised("production", {
      partners: { "sf-centrum": { principal: "222200000000" } },
    });

    expect(new Set(onQueues(templates).map((grant) => grant.split(": ")[0]))).toEqual(
      new Set(["root of 222200000000"]),
    );
    expect(onKeys(templates)).toHaveLength(1);
  });
});

describe("a stage's settings are refused", () => {
  const withPartners = (named: typeof partners) => () =>
    settingsFor("production", { ...written, production: { ...written.production, partners: named } });

  it.each([
    ["a party that is none", { "sf-norr": { principal: "222200000000" } }, 'there is no party "sf-norr"'],
    ["a wildcard", { arbvux: { principal: "*" } }, "partners.arbvux.principal is neither"],
    ["a wildcard in a role", { arbvux: { principal: "arn:aws:iam::222200000000:role/*" } }, "is neither"],
    ["a user", { arbvux: { principal: "arn:aws:iam::222200000000:user/treserva" } }, "is neither"],
    ["a service", { arbvux: { principal: "sns.amazonaws.com" } }, "is neither"],
    ["hemvist's own account", { arbvux: { principal: "111122223333" } }, "is in hemvist's own account"],
    [
      "a role of hemvist's own account",
      { arbvux: { principal: "arn:aws:iam::111122223333:role/some" } },
      "is in hemvist's own account",
    ],
    [
      "one principal for two parties",
      { arbvux: { principal: "222200000000" }, "sf-centrum": { principal: "222200000000" } },
      "arbvux and sf-centrum would be the same outside",
    ],
    [
      "an account that holds another party's role",
      {
        arbvux: { principal: "arn:aws:iam::222200000000:role/arbvux" },
        "sf-centrum": { principal: "222200000000" },
      },
      "arbvux and sf-centrum would be the same outside",
    ],
  ])("for %s", (_what, named, fault) => {
    expect(withPartners(named)).toThrow(fault);
  });

  it("but not for two roles of one account", () => {
    expect(
      settingsFor("production", { ...written, production: { ...written.production, partners } }),
    ).toMatchObject({
      partners,
    });
  });
});
