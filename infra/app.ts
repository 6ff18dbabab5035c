import { App } from "aws-cdk-lib";
import { featureFlags } from "./feature-flags.ts";
import { addHemvist } from "./hemvist.ts";
import { settingsIn } from "./stage-to-deploy.ts";

const [unexpected] = process.argv.slice(2);
if (unexpected === "--help") {
  process.stdout.write("npm run synth: synthesises the stage that HEMVIST_STAGE names into cdk.out.\n");
  process.exit(0);
}
if (unexpected !== undefined) {
  process.stderr.write(
    `synth takes no arguments, not ${unexpected}: HEMVIST_STAGE says which stage it is for.\n`,
  );
  process.exit(1);
}

const app = new App({ context: featureFlags });
const { HEMVIST_STAGE, CDK_CLI_VERSION, CDK_DEFAULT_ACCOUNT } = process.env;
const stage: unknown = app.node.tryGetContext("stage") ?? HEMVIST_STAGE;

addHemvist(
  app,
  settingsIn({
    stage: stage === undefined ? undefined : String(stage),
    commandLine: CDK_CLI_VERSION !== undefined,
    credentialsOf: CDK_DEFAULT_ACCOUNT,
  }),
);
app.synth();
