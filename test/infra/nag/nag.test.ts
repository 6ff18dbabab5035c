import { Stack, Validations } from "aws-cdk-lib";
import { Key } from "aws-cdk-lib/aws-kms";
import { describe, expect, it } from "vitest";
import { statementsOf } from "../policies.ts";
import { appWithoutBundles, type Resource, resourcesOf } from "../synthesised.ts";
import { acknowledgements } from "./acknowledged/index.ts";
import { foreignFindings } from "./foreign/foreign-judge.ts";
import { foreignJudges } from "./foreign/index.ts";
import { answersNothing, contradictions, contradictionsOnceUntrue, judged } from "./judged.ts";
import { findingsOfPacks } from "./packs.ts";
import { judgedStages } from "./stages.ts";

const synthesised = judgedStages();
const foreign = await foreignFindings(foreignJudges, synthesised);
const stages = [...synthesised].map(([name, templates]) => {
  const all = judged([...findingsOfPacks(templates), ...foreign.of(name)], acknowledgements);
  return { name, templates, ...all, answered: all.answered.filter(({ findings }) => findings.length > 0) };
});
const answers = stages.flatMap(({ name, templates, answered }) =>
  answered.map((one) => ({ stage: name, templates, one, reason: one.acknowledgement.reason })),
);

describe.each(stages)("what the judges find in $name", ({ open, answeredTwice }) => {
  it("has a reason, each finding one", () => {
    expect(open.map(({ rule, detail, resource }) => [rule, detail, resource.id])).toEqual([]);
    expect(answeredTwice).toEqual([]);
  });
});

it("no reason stands for a finding that is not there", () => {
  expect(answersNothing(stages, acknowledgements, foreign.wasAsked)).toEqual([]);
});

describe.each(answers)("$reason ($stage)", ({ one, templates }) => {
  it("is true", () => {
    expect(contradictions(one, templates)).toEqual([]);
  });

  it("would be seen to be untrue", () => {
    expect(contradictionsOnceUntrue(one, templates.templates)).not.toEqual([]);
  });
});

describe.each(stages)("the settings of functions in $name", ({ templates }) => {
  // checkov asks about them, and it is not everywhere. Its answer must be true everywhere.
  it("are said to be no secret, each by its name", () => {
    const answer = acknowledgements.find(({ rules }) => rules.includes("CKV_AWS_173"));
    const functions = templates
      .of("AWS::Lambda::Function")
      .filter(({ properties }) => "Environment" in properties);

    expect(functions.length).toBeGreaterThan(5);
    expect(answer?.contradictedBy(functions, templates)).toEqual([]);
  });
});

describe("cdk-nag", () => {
  const careless = (acknowledged: boolean) => {
    const app = appWithoutBundles();
    const stack = new Stack(app, "careless");
    const key = new Key(stack, "NeverTurned");
    if (acknowledged) Validations.of(key).acknowledge({ id: "AwsSolutions-KMS5", reason: "a secret" });
    const template = app.synth().getStackByName("careless").template;
    return { app, ...resourcesOf(new Map([["careless", template]])) };
  };

  it("finds a key that is never turned, with all three packs", () => {
    const found = findingsOfPacks(careless(false)).map(({ rule }) => rule);

    expect(found).toEqual(["AwsSolutions-KMS5", "NIST.800.53.R5-KMSBackingKeyRotationEnabled"]);
    expect(judged(findingsOfPacks(careless(false)), acknowledgements).open).toHaveLength(2);
  });

  it("is silenced by no construct", () => {
    expect(() => findingsOfPacks(careless(true))).toThrow(
      "careless/NeverTurned: Annotation::AwsSolutions-KMS5",
    );
  });
});

describe.each([
  {
    judge: "checkov",
    what: "a bucket that may be opened to all",
    type: "AWS::S3::Bucket",
    rule: "CKV_AWS_53",
    plant: ({ properties }: Resource) => delete properties["PublicAccessBlockConfiguration"],
  },
  {
    judge: "parliament",
    what: "a policy for all objects of all buckets",
    type: "AWS::IAM::Policy",
    rule: "parliament-RESOURCE_STAR",
    plant: (policy: Resource) =>
      Object.assign(statementsOf(policy)[0] ?? {}, { Action: "s3:GetObject", Resource: "*" }),
  },
  {
    judge: "cfn-lint",
    what: "a property that CloudFormation does not know",
    type: "AWS::SQS::Queue",
    rule: "E3002",
    plant: ({ properties }: Resource) => Object.assign(properties, { RedrivePolicies: {} }),
  },
])("$judge", ({ judge, what, type, rule, plant }) => {
  it.skipIf(!foreign.wasAsked(rule))(`finds ${what}, and no reason answers it`, async () => {
    const templates = structuredClone(synthesised.get("production")?.templates ?? new Map());
    const planted = { templates, ...resourcesOf(templates) };
    const [changed] = planted.of(type);
    if (changed !== undefined) plant(changed);
    const only = foreignJudges.filter(({ name }) => name === judge);

    const { of } = await foreignFindings(only, new Map([["planted", planted]]));

    expect(judged(of("planted"), acknowledgements).open).toContainEqual(
      expect.objectContaining({ pack: judge, rule, resource: changed }),
    );
  });
});
