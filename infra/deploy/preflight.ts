import type { Settings } from "../settings.ts";
import type { Account } from "./account.ts";
import { type Change, changesOf, type TemplateBody, takesAway } from "./changes.ts";

/** One thing that was looked at before a deployment. */
export interface Look {
  readonly what: string;
  /** `stops`: nothing is deployed. `mind`: it is deployed, and a person has something to do. */
  readonly is: "fine" | "mind" | "stops";
  /** What was found, and how to mend it. */
  readonly says: string;
}

/** What is about to be deployed. */
export interface Planned {
  readonly settings: Pick<Settings, "stage" | "account" | "region" | "concurrency">;
  /** By the stacks' names, in the order in which they are deployed. */
  readonly templates: ReadonlyMap<string, TemplateBody>;
  /** The lowest version of the CDK's bootstrap that the templates ask for. */
  readonly bootstrapVersion: number;
  /** Files that differ from the commit. */
  readonly uncommitted: number;
  readonly commit: string;
}

export interface Preflight {
  readonly looks: readonly Look[];
  readonly changes: readonly Change[];
}

/** Looks at the account and at what the templates change there. It only reads. */
export async function preflight(planned: Planned, account: Account): Promise<Preflight> {
  const ready = await bootstrapped(planned, account);
  // In another account, or none, there is nothing more to see.
  if (ready.is === "stops") return { looks: [committed(planned), ready], changes: [] };

  const changes: Change[] = [];
  const states: Look[] = [];
  for (const [name, template] of planned.templates) {
    states.push(stateOf(name, (await account.stack(name))?.status));
    changes.push(...changesOf(name, await account.template(name), template));
  }
  return {
    looks: [
      committed(planned),
      ready,
      await roomForRuns(planned, account),
      ...states.filter(({ is }) => is !== "fine"),
      kept(changes),
      await confirmedAddresses(account),
    ],
    changes,
  };
}

function committed({ uncommitted, commit, settings }: Planned): Look {
  const what = "commit";
  if (uncommitted === 0) return { what, is: "fine", says: commit };
  return {
    what,
    is: settings.stage === "production" ? "stops" : "mind",
    says: `${uncommitted} files differ from ${commit}. Commit them, or deploy from a clean clone: what runs must be a commit.`,
  };
}

async function bootstrapped({ settings, bootstrapVersion }: Planned, account: Account): Promise<Look> {
  const what = "account";
  const toolkit = await account.stack("CDKToolkit");
  const command = `npx cdk bootstrap aws://${settings.account}/${settings.region}`;
  if (toolkit === undefined)
    return { what, is: "stops", says: `The CDK is not bootstrapped here. Run: ${command}` };
  if (toolkit.account !== settings.account)
    return {
      what,
      is: "stops",
      says: `Stage "${settings.stage}" is account ${settings.account}, and your credentials are for ${toolkit.account}. Nothing is deployed.`,
    };
  const version = Number(toolkit.outputs.get("BootstrapVersion") ?? 0);
  if (version < bootstrapVersion)
    return {
      what,
      is: "stops",
      says: `The bootstrap has version ${version}, and the templates need ${bootstrapVersion}. Run: ${command}`,
    };
  return { what, is: "fine", says: `${settings.account}, bootstrapped (version ${version})` };
}

async function roomForRuns({ settings: { concurrency } }: Planned, account: Account): Promise<Look> {
  const what = "concurrent runs";
  const runs = await account.concurrentRuns();
  if (runs >= concurrency.quota) return { what, is: "fine", says: `${runs}` };
  return {
    what,
    is: "stops",
    says: `The account has ${runs}, and infra/deployments.ts says ${concurrency.quota}. Ask AWS for more (Service Quotas: Lambda, L-B99A9384), or write the true number as concurrentRuns.`,
  };
}

function stateOf(name: string, status: string | undefined): Look {
  if (status === undefined || /^(CREATE|UPDATE|IMPORT|UPDATE_ROLLBACK)_COMPLETE$/.test(status))
    return { what: name, is: "fine", says: status ?? "not there yet" };
  return {
    what: name,
    is: "stops",
    says: `It is ${status}, so CloudFormation takes no deployment. See docs/runbooks/deployment-failed.md.`,
  };
}

function kept(changes: readonly Change[]): Look {
  const what = "what must last";
  const gone = changes.filter(takesAway);
  if (gone.length === 0) return { what, is: "fine", says: "Nothing is replaced or deleted." };
  const each = gone.map(({ stack, id, effect, properties }) =>
    [`${stack}/${id} would be ${effect}`, ...properties].join(", "),
  );
  return { what, is: "stops", says: `${each.join("; ")}. It cannot be made again.` };
}

/** Whether each alarm address has been confirmed. An alarm to one that has not reaches no person. */
export async function confirmedAddresses(account: Account): Promise<Look> {
  const what = "alarm addresses";
  const open = await account.unconfirmedAddresses();
  if (open === 0) return { what, is: "fine", says: "None waits to be confirmed." };
  return {
    what,
    is: "mind",
    says: `${open} not confirmed, so its alarms reach no person. Open the mail from AWS and confirm.`,
  };
}
