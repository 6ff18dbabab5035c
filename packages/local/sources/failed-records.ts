import { randomUUID } from "node:crypto";
import type { LocalFunction } from "../functions/local-function.ts";
import type { Instant } from "../time/virtual-clock.ts";
import type { GivenUp } from "./stream-reader.ts";

/** An object as Lambda writes it to an on-failure bucket: the invocation's metadata, and the whole event as text. */
export const failedRecordsObject = ({
  givenUp: { records, condition, attempts, outcome },
  target,
  streamArn,
  now,
}: {
  readonly givenUp: GivenUp;
  readonly target: LocalFunction;
  readonly streamArn: string;
  readonly now: Instant;
}): { readonly key: string; readonly body: string } => {
  const requestId = randomUUID();
  const timestamp = new Date(now).toISOString();
  const arrivals = records.map(({ dynamodb }) =>
    new Date(dynamodb.ApproximateCreationDateTime * 1000).toISOString(),
  );
  const sequences = records.map(({ dynamodb }) => dynamodb.SequenceNumber);
  const shardId = "shardId-local";
  const body = {
    requestContext: {
      requestId,
      functionArn: target.arn,
      condition,
      approximateInvokeCount: attempts,
    },
    responseContext: {
      statusCode: 200,
      executedVersion: "$LATEST",
      functionError: outcome === undefined || outcome.succeeded ? null : "Unhandled",
    },
    version: "1.0",
    timestamp,
    DDBStreamBatchInfo: {
      shardId,
      startSequenceNumber: sequences[0],
      endSequenceNumber: sequences.at(-1),
      approximateArrivalOfFirstRecord: arrivals[0],
      approximateArrivalOfLastRecord: arrivals.at(-1),
      batchSize: records.length,
      streamArn,
    },
    payload: JSON.stringify({ Records: records }),
  };
  const [day = "", time = ""] = timestamp.split("T");
  const at = `${day}T${time.slice(0, 8).replaceAll(":", ".")}`;
  return {
    key: `aws/lambda/${target.name}/${shardId}/${day.replaceAll("-", "/")}/${at}-${requestId}`,
    body: JSON.stringify(body),
  };
};
