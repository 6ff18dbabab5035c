import { partition } from "@aws-sdk/core/client";
import { logicalName } from "@hemvist/rules";

/** Queue URLs by the queues' logical names, as a function's settings give them. */
export type QueueUrls = Readonly<Record<string, string>>;

class NoAddress extends Error {
  override readonly name = "NoAddress";
}

/** @throws NoAddress when the deployment gave this function no such queue */
export function urlOf(urls: QueueUrls, queue: string): string {
  const url = urls[queue];
  if (url === undefined) throw new NoAddress(`No address for the queue ${queue}`);
  return url;
}

/** The ARN of a queue, by its URL: it ends in the account and the name, whatever form its host has. */
export function arnOf(url: string, region: string): string {
  const [account, name] = new URL(url).pathname.split("/").slice(-2);
  return `arn:${partition(region).name}:sqs:${region}:${account}:${name}`;
}

/** SQS asks a FIFO queue to have its own suffix. */
export const isOrdered = (url: string): boolean => logicalName(url) !== url;
