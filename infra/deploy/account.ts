import {
  type CloudFormationClient,
  CloudFormationServiceException,
  DescribeStacksCommand,
  GetTemplateCommand,
  type Stack,
} from "@aws-sdk/client-cloudformation";
import { GetAccountSettingsCommand, type LambdaClient } from "@aws-sdk/client-lambda";
import { paginateListSubscriptions, type SNSClient } from "@aws-sdk/client-sns";
import { type TemplateBody, templateIn } from "./changes.ts";

/** The clients of one account and region. */
export interface Clients {
  readonly cloudFormation: CloudFormationClient;
  readonly lambda: LambdaClient;
  readonly sns: SNSClient;
}

/** A stack as it stands in the account. */
export interface StandingStack {
  readonly status: string;
  /** The account that it stands in, from its own id. */
  readonly account: string;
  readonly outputs: ReadonlyMap<string, string>;
}

/** What the account says of itself. */
export interface Account {
  readonly stack: (name: string) => Promise<StandingStack | undefined>;
  readonly template: (name: string) => Promise<TemplateBody | undefined>;
  /** How many functions may run at once. */
  readonly concurrentRuns: () => Promise<number>;
  /** Alarm addresses that have not been confirmed. Only their number: an address may be a person's. */
  readonly unconfirmedAddresses: () => Promise<number>;
}

export const accountBehind = ({ cloudFormation, lambda, sns }: Clients): Account => ({
  stack: async (StackName) => {
    const found = await ifThere(() => cloudFormation.send(new DescribeStacksCommand({ StackName })));
    const [stack] = found?.Stacks ?? [];
    return stack === undefined ? undefined : standing(stack);
  },
  template: async (StackName) => {
    const found = await ifThere(() => cloudFormation.send(new GetTemplateCommand({ StackName })));
    return found?.TemplateBody === undefined ? undefined : templateIn(found.TemplateBody);
  },
  concurrentRuns: async () => {
    const { AccountLimit } = await lambda.send(new GetAccountSettingsCommand({}));
    return AccountLimit?.ConcurrentExecutions ?? 0;
  },
  unconfirmedAddresses: async () => {
    let unconfirmed = 0;
    for await (const { Subscriptions = [] } of paginateListSubscriptions({ client: sns }, {}))
      unconfirmed += Subscriptions.filter(
        ({ TopicArn, SubscriptionArn }) =>
          TopicArn?.includes(":hemvist-") === true && SubscriptionArn === "PendingConfirmation",
      ).length;
    return unconfirmed;
  },
});

const standing = ({ StackStatus, StackId = "", Outputs = [] }: Stack): StandingStack => ({
  status: StackStatus ?? "",
  account: StackId.split(":")[4] ?? "",
  outputs: new Map(Outputs.map(({ OutputKey = "", OutputValue = "" }) => [OutputKey, OutputValue])),
});

/** CloudFormation has no error of its own for a stack that does not stand: only these words. */
async function ifThere<Found>(ask: () => Promise<Found>): Promise<Found | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (
      error instanceof CloudFormationServiceException &&
      error.name === "ValidationError" &&
      error.message.includes("does not exist")
    )
      return undefined;
    throw error;
  }
}
