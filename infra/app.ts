import { App } from "aws-cdk-lib";
import { featureFlags } from "./feature-flags.ts";
import { addHemvist } from "./hemvist.ts";
import { settingsIn } from "./stage-to-deploy.ts";

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
