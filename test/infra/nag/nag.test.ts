import { Stack, Validations } from "aws-cdk-lib";
import { Key } from "aws-cdk-lib/aws-kms";
import { describe, expect, it } from "vitest";
import { appWithoutBundles, resourcesOf } from "../synthesised.ts";
import { acknowledgements } from "./acknowledged/index.ts";
import { answersNothing, contradictions, contradictionsOnceUntrue, judged } from "./judged.ts";
import { findingsOfPacks } from "./packs.ts";
import { judgedStages } from "./stages.ts";

const stages = [...judgedStages()].map(([name, templates]) => {
  const all = judged(findingsOfPacks(templates), acknowledgements);
  return { name, templates, ...all, answered: all.answered.filter(({ findings }) => findings.length > 0) };
});
const answers = stages.flatMap(({ name, templates, answered }) =>
  answered.map((one) => ({ stage: name, templates, one, reason: one.acknowledgement.reason })),
);

describe.each(stages)("what cdk-nag finds in $name", ({ open, answeredTwice }) => {
  it("has a reason, each finding one", () => {
    expect(open.map(({ rule, detail, resource }) => [rule, detail, resource.id])).toEqual([]);
    expect(answeredTwice).toEqual([]);
  });
});

it("no reason stands for a finding that is not there", () => {
  expect(answersNothing(stages, acknowledgements)).toEqual([]);
});

describe.each(answers)("$reason ($stage)", ({ one, templates }) => {
  it("is true", () => {
    expect(contradictions(one, templates)).toEqual([]);
  });

  it("would be seen to be untrue", () => {
    expect(contradictionsOnceUntrue(one, templates.templates)).not.toEqual([]);
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
