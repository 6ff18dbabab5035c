import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStacksCommand,
  paginateDescribeStackEvents,
  type Stack,
} from "@aws-sdk/client-cloudformation";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import * as z from "zod";
import { withoutComposedAlarms } from "./no-composed-alarms.ts";
import { withProviderName } from "./provider-url.ts";

const region = "eu-north-1";
export const account = "000000000000";
/** The emulator takes any of these for the account's root. */
export const root = { accessKeyId: "test", secretAccessKey: "test" };

/** The stacks, in the order in which each finds what it imports. */
export const stackNames = [
  "hemvist-records",
  "hemvist-identity",
  "hemvist-handoff",
  "hemvist-queue-alarms",
  "hemvist-letter-alarms",
  "hemvist-operations",
] as const;
export type StackName = (typeof stackNames)[number];

const assembly = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.string(), packaging: z.enum(["file", "zip"]) }),
      destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
    }),
  ),
});

export interface Deployment {
  readonly endpoint: string;
  /** A Python to pack the functions with: the emulator's own. */
  readonly python: string;
  /** The folder that `infra/app.ts` was synthesised into. */
  readonly templates: string;
  /** Changes a template before it is deployed; by default nothing is changed. */
  readonly adapt?: (template: string, stack: StackName) => string;
}

export interface Created {
  readonly status: string;
  readonly outputs: ReadonlyMap<string, string>;
  /** What could not be made, with why. */
  readonly failures: readonly string[];
  /** What a rollback left standing. */
  readonly kept: readonly string[];
}

const clientSettings = (endpoint: string) => ({ endpoint, region, credentials: root });

const assets = `cdk-hnb659fds-assets-${account}-${region}`;

/** As much of what `cdk bootstrap` sets up as the templates ask for. */
const bootstrap = {
  Resources: {
    Assets: { Type: "AWS::S3::Bucket", Properties: { BucketName: assets } },
    Version: {
      Type: "AWS::SSM::Parameter",
      Properties: { Name: "/cdk-bootstrap/hnb659fds/version", Type: "String", Value: "30" },
    },
  },
};

/** Prepares the account, as is done once before a first deployment. */
export async function bootstrapped(endpoint: string): Promise<void> {
  const cloudFormation = new CloudFormationClient(clientSettings(endpoint));
  const StackName = "CDKToolkit";
  await cloudFormation.send(new CreateStackCommand({ StackName, TemplateBody: JSON.stringify(bootstrap) }));
  const { status, failures } = await settled(cloudFormation, StackName);
  if (status !== "CREATE_COMPLETE") throw new Error(`the account is not ready:\n${failures.join("\n")}`);
}

/** Deploys one stack as CDK's own command does: its files into the bootstrap bucket, its template by address. */
export async function createStack(
  stack: StackName,
  { endpoint, python, templates, adapt = (template) => template }: Deployment,
): Promise<Created> {
  const { files } = assembly.parse(JSON.parse(readFileSync(join(templates, `${stack}.assets.json`), "utf8")));
  const s3 = new S3Client({ ...clientSettings(endpoint), forcePathStyle: true });

  let template = "";
  for (const { source, destinations } of Object.values(files)) {
    const path = join(templates, source.path);
    const isTemplate = source.path.endsWith(".template.json");
    const plain = source.packaging === "zip" ? zipped(python, path) : readFileSync(path);
    const Body = isTemplate
      ? adapt(withoutComposedAlarms(withProviderName(plain.toString("utf8"))), stack)
      : plain;
    for (const { objectKey: Key } of Object.values(destinations)) {
      // eslint-disable-next-line no-restricted-syntax -- CDK names its assets' bucket, and not by the account last.
      await s3.send(new PutObjectCommand({ Bucket: assets, Key, Body }));
      if (isTemplate) template = `${endpoint}/${assets}/${Key}`;
    }
  }

  const cloudFormation = new CloudFormationClient(clientSettings(endpoint));
  await cloudFormation.send(
    new CreateStackCommand({
      StackName: stack,
      TemplateURL: template,
      Capabilities: ["CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"],
    }),
  );
  return settled(cloudFormation, stack);
}

/** Deploys all stacks, and throws with the reasons where one is not created. */
export async function deploy(deployment: Deployment): Promise<ReadonlyMap<string, string>> {
  const outputs = new Map<string, string>();
  for (const stack of stackNames) {
    const created = await createStack(stack, deployment);
    if (created.status !== "CREATE_COMPLETE")
      throw new Error(`${stack} is ${created.status}:\n${created.failures.join("\n")}`);
    for (const [name, value] of created.outputs) outputs.set(name, value);
  }
  return outputs;
}

/** Removes a stack, as must be done with one whose creation was rolled back before it can be created again. */
export async function deleteStack(StackName: StackName, { endpoint }: Deployment): Promise<void> {
  const cloudFormation = new CloudFormationClient(clientSettings(endpoint));
  await cloudFormation.send(new DeleteStackCommand({ StackName }));
  for (;;) {
    const { Stacks = [] } = await cloudFormation
      .send(new DescribeStacksCommand({ StackName }))
      .catch(() => ({ Stacks: [] }));
    if (Stacks.every(({ StackStatus }) => StackStatus === "DELETE_COMPLETE")) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function settled(cloudFormation: CloudFormationClient, StackName: string): Promise<Created> {
  for (;;) {
    const { Stacks = [] } = await cloudFormation.send(new DescribeStacksCommand({ StackName }));
    const status = Stacks[0]?.StackStatus ?? "";
    if (!status.endsWith("_IN_PROGRESS")) {
      return { status, outputs: outputsOf(Stacks[0]), ...(await eventsOf(cloudFormation, StackName)) };
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const outputsOf = (stack: Stack | undefined): ReadonlyMap<string, string> =>
  new Map((stack?.Outputs ?? []).map(({ OutputKey = "", OutputValue = "" }) => [OutputKey, OutputValue]));

async function eventsOf(
  cloudFormation: CloudFormationClient,
  StackName: string,
): Promise<Pick<Created, "failures" | "kept">> {
  const events = paginateDescribeStackEvents({ client: cloudFormation }, { StackName });
  const failures: string[] = [];
  const kept: string[] = [];
  for await (const { StackEvents = [] } of events) {
    for (const { ResourceStatus = "", LogicalResourceId = "", ResourceStatusReason } of StackEvents) {
      if (ResourceStatus.endsWith("_FAILED")) failures.push(`${LogicalResourceId}: ${ResourceStatusReason}`);
      if (ResourceStatus === "DELETE_SKIPPED") kept.push(LogicalResourceId);
    }
  }
  return { failures, kept };
}

const zip = `
import io, os, sys, zipfile
folder, held = sys.argv[1], io.BytesIO()
with zipfile.ZipFile(held, "w") as archive:
    for here, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(here, name)
            archive.write(path, os.path.relpath(path, folder))
sys.stdout.buffer.write(held.getvalue())
`;

const zipped = (python: string, folder: string): Buffer =>
  execFileSync(python, ["-c", zip, folder], { maxBuffer: 64 * 1024 * 1024 });
