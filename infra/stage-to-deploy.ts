import { type Settings, settingsFor } from "./settings.ts";

export interface Surroundings {
  /** The stage that is asked for, by `-c stage=` or `HEMVIST_STAGE`. */
  readonly stage: string | undefined;
  /** Set by the CDK's command line. */
  readonly commandLine: boolean;
  /** The account of the credentials that the CDK's command line found. */
  readonly credentialsOf: string | undefined;
}

/**
 * The settings to synthesise with. The local run and the tests synthesise on their own, and get `local`. The CDK's
 * command line compares and deploys. There the stage must be named, and its account must be that of the credentials.
 * @throws Error if they do not agree
 */
export const settingsIn = (
  { stage, commandLine, credentialsOf }: Surroundings,
  settings: typeof settingsFor = settingsFor,
): Settings => {
  if (stage === undefined && commandLine)
    throw new Error(
      "Name the stage: npm run deploy -- --stage test, or production. No stage is the default.",
    );
  const found = settings(stage ?? "local");
  if (commandLine && credentialsOf !== undefined && credentialsOf !== found.account)
    throw new Error(
      `Stage "${found.stage}" is account ${found.account}, and your credentials are for ${credentialsOf}. Nothing is deployed.`,
    );
  return found;
};
