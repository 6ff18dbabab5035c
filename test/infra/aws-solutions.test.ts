import { Stack, Validations } from "aws-cdk-lib";
import { Key } from "aws-cdk-lib/aws-kms";
import { Bucket } from "aws-cdk-lib/aws-s3";
import { AwsSolutionsChecks } from "cdk-nag";
import { describe, expect, it } from "vitest";
import { addHemvist } from "../../infra/hemvist.ts";
import { settingsFor, stages } from "../../infra/settings.ts";
import { appWithoutBundles, written } from "./synthesised.ts";

describe("the AWS Solutions rules", () => {
  it.each(stages)("hold in %s, or there is a reason beside what differs", (stage) => {
    const app = appWithoutBundles();
    addHemvist(app, settingsFor(stage, written));
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));

    expect(() => app.synth()).not.toThrow();
  });

  it("would be heard if they did not", () => {
    const app = appWithoutBundles();
    const stack = new Stack(app, "careless");
    new Key(stack, "NeverTurned");
    new Bucket(stack, "Open");
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));

    expect(() => app.synth()).toThrow("AwsSolutions-KMS5");
  });
});
