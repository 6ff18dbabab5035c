import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
  type _Record as StreamRecord,
} from "@aws-sdk/client-dynamodb-streams";

/** Every record that a table's stream holds, from its horizon. */
export async function streamRecords(
  streams: DynamoDBStreamsClient,
  TableName: string,
): Promise<readonly StreamRecord[]> {
  const { Streams: [stream] = [] } = await streams.send(new ListStreamsCommand({ TableName }));
  const StreamArn = stream?.StreamArn;
  const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
  const records: StreamRecord[] = [];
  for (const { ShardId } of StreamDescription?.Shards ?? []) {
    const ShardIteratorType = "TRIM_HORIZON";
    const start = await streams.send(new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType }));
    let { ShardIterator } = start;
    while (ShardIterator !== undefined) {
      const { Records = [], NextShardIterator } = await streams.send(
        new GetRecordsCommand({ ShardIterator }),
      );
      records.push(...Records);
      ShardIterator = Records.length > 0 ? NextShardIterator : undefined;
    }
  }
  return records;
}
