/**
 * Who may do what on AWS, in every stage. `npm run iam` and the tests judge the templates against it: a grant that is
 * not here fails, and so does one that is here and not in the templates. docs/security/permissions.md is drawn from it.
 *
 * A line is a resource, or a kind of resources, and actions. `every …` stands for each of its kind.
 */
export type Rows = Readonly<Record<string, readonly string[]>>;

/** A key that seals what lies in a service is used through that service only. */
const through = (service: string, ...actions: readonly string[]): readonly string[] =>
  actions.map((action) => `${action} through ${service}`);

const toSeal = through("sqs", "Decrypt", "GenerateDataKey");
const toSealObjects = through("s3", "Decrypt", "GenerateDataKey");
const ofProviders: Rows = { "key of the queues of a provider": toSeal };
const ofSfs: Rows = { "key of the queues of an SF": toSeal };
const ofListeners: Rows = { "key of the queues of a listener": toSeal };

const ownLog = (name: string): Rows => ({ [`log ${name}, a stream`]: ["CreateLogStream", "PutLogEvents"] });

const find = ["GetQueueUrl"];
const measure = ["GetQueueAttributes", "GetQueueUrl"];
const send = [...find, "SendMessage"];
const take = ["DeleteMessage", "GetQueueAttributes", "ReceiveMessage"];

/** What Lambda does with a run that failed: it is put aside. */
const failedRun = (queue: string): Rows => ({
  [`queue ${queue}`]: ["SendMessage"],
  [`key of queue ${queue}`]: toSeal,
});

/** The same key seals the tables and what hand-off could not send. */
const inBoth = (...actions: readonly string[]): Rows => ({
  "key of decisions at rest": [...through("dynamodb", ...actions), ...through("s3", ...actions)],
});
const records = inBoth("Decrypt");
const recordsWritten = inBoth("Decrypt", "Encrypt", "GenerateDataKey");
const opensRecords: Rows = { "key of the sealed bodies of records": ["GenerateMac"] };
const signs: Rows = { "key of signatures of messages to parties": ["GenerateMac"] };
const makesPseudonyms: Rows = { "key of pseudonyms of identity numbers": ["GenerateMac"] };

/** A writer adds entries in chains of its own place alone. */
const logsAccesses = (place: string): Rows => ({
  "bucket access-log": ["ListBucket"],
  [`object of access-log, ${place}`]: ["GetObject", "PutObject if nothing is there"],
  "key of who looked at what": toSealObjects,
});

/** What handling letters takes: for operate, and for the role for emergencies. */
const letters: Rows = {
  ...records,
  ...opensRecords,
  ...signs,
  "table decisions": ["GetItem", "Scan"],
  "index person of decisions": ["Query"],
  "index former of decisions": ["Query"],
  "index first of decisions": ["Query"],
  "table sent-messages": ["Query"],
  "bucket failed-records": ["ListBucket"],
  "every object of failed-records": ["GetObject"],
  "every queue": [...measure, "SendMessage"],
  "every queue of dead letters": [...measure, "ChangeMessageVisibility", "DeleteMessage", "ReceiveMessage"],
  ...ofSfs,
  ...ofProviders,
  ...ofListeners,
  "key of queue follow-up-dlq": through("sqs", "Decrypt"),
  "key of queue report-dlq": through("sqs", "Decrypt"),
};

/** Each checks itself for an operator. hand-off also sends what the stream gave up. */
const checksThemselves: Rows = Object.fromEntries(
  ["follow-up", "hand-off", "read-case", "receive-decision", "record-progress", "report"].map((name) => [
    `function ${name}:live`,
    ["InvokeFunction"],
  ]),
);

export const matrix: Readonly<Record<string, Rows>> = {
  "receive-decision": {
    ...recordsWritten,
    ...opensRecords,
    ...makesPseudonyms,
    ...signs,
    ...ownLog("receive-decision"),
    "table decisions": ["GetItem", "PutItem"],
    "queue decisions": take,
    "queue decisions, dead letters": [...send, "GetQueueAttributes"],
    "queue inbox": send,
    ...ofSfs,
  },
  "hand-off": {
    ...opensRecords,
    ...signs,
    ...ownLog("hand-off"),
    "key of decisions at rest": ["DescribeKey", ...(recordsWritten["key of decisions at rest"] ?? [])],
    "table decisions": ["GetItem"],
    "stream of decisions": ["DescribeStream", "GetRecords", "GetShardIterator"],
    "table sent-messages": ["BatchWriteItem", "Query"],
    "bucket failed-records": ["ListBucket"],
    "object of failed-records, aws/lambda": ["PutObject"],
    "queue assignments": send,
    "queue assignments, dead letters": find,
    "queue inbox": send,
    "queue inbox, dead letters": find,
    "queue inbox of a listener": send,
    "queue inbox of a listener, dead letters": find,
    "queue inbox of hemvist's own party": send,
    "queue inbox of hemvist's own party, dead letters": find,
    ...ofSfs,
    ...ofProviders,
    ...ofListeners,
  },
  "record-progress": {
    ...recordsWritten,
    ...opensRecords,
    ...signs,
    ...ownLog("record-progress"),
    "table decisions": ["GetItem", "PutItem"],
    "queue progress": take,
    "queue progress, dead letters": [...send, "GetQueueAttributes"],
    "queue assignments": send,
    "queue assignments, dead letters": find,
    ...ofSfs,
    ...ofProviders,
  },
  "follow-up": {
    ...recordsWritten,
    ...opensRecords,
    ...ownLog("follow-up"),
    ...failedRun("follow-up-dlq"),
    "table decisions": ["GetItem", "PutItem"],
    "index due of decisions": ["Query"],
  },
  "read-case": {
    ...records,
    ...opensRecords,
    ...makesPseudonyms,
    ...logsAccesses("a party's"),
    // A pattern for parties fits it too. The bucket lets `operate` alone write there.
    "object of access-log, an operator's": ["GetObject"],
    ...ownLog("read-case"),
    "table decisions": ["GetItem"],
    "index person of decisions": ["Query"],
    "index former of decisions": ["Query"],
    "index first of decisions": ["Query"],
    "index case of decisions": ["Query"],
    "table sent-messages": ["Query"],
  },
  report: {
    ...records,
    ...opensRecords,
    ...ownLog("report"),
    ...failedRun("report-dlq"),
    "table decisions": ["Scan"],
    "bucket reports": ["ListBucket"],
    "every object of reports": ["GetObject", "PutObject if nothing is there"],
    "key of issued reports": toSealObjects,
    "bucket access-log": ["ListBucket"],
    "every object of access-log": ["GetObject"],
    "object of access-log, heads": ["PutObject if nothing is there"],
    "key of who looked at what": toSealObjects,
  },
  operate: {
    ...letters,
    ...logsAccesses("an operator's"),
    "every object of access-log": ["GetObject"],
    ...makesPseudonyms,
    ...ownLog("operate"),
    ...recordsWritten,
    "table decisions": ["GetItem", "Scan", "UpdateItem"],
    "object of failed-records, done": ["GetObject", "PutObject"],
    "bucket journal": ["ListBucket"],
    "every object of journal": ["GetObject", "PutObject if nothing is there"],
    "key of what operations staff did": toSealObjects,
    ...checksThemselves,
  },
  "self-check-runner": {
    ...ownLog("self-check-runner"),
    "every function:live": ["InvokeFunction"],
    "every function, a version": ["InvokeFunction"],
  },
  "schedule of follow-up": {
    ...failedRun("follow-up-dlq"),
    "function follow-up:live": ["InvokeFunction"],
  },
  "schedule of report": {
    ...failedRun("report-dlq"),
    "function report:live": ["InvokeFunction"],
  },
  "break-glass": {
    ...letters,
    "function hand-off:live": ["InvokeFunction"],
    "function follow-up:live": ["InvokeFunction"],
    "function report:live": ["InvokeFunction"],
  },
  "people with hemvist-operations": {
    "function operate:live": ["GetFunctionUrlConfig", "InvokeFunction at its URL", "InvokeFunctionUrl"],
  },
  "people with hemvist-operations-watch": {
    "every queue": [...measure, "ListQueueTags"],
    "every queue of dead letters": [...measure, "ListQueueTags"],
    "an alarm": ["DescribeAlarmHistory", "DescribeAlarms"],
    metrics: ["GetMetricData", "ListMetrics"],
  },
  "people with hemvist-operations-audit": {
    "bucket journal": ["ListBucket"],
    // It opens none: the stage must also name the role for the key (infra/key-users.ts).
    "every object of journal": ["GetObject"],
  },
  "a party": {
    "queue decisions": ["SendMessage"],
    "queue progress": ["SendMessage"],
    "queue inbox": [...take, "ChangeMessageVisibility"],
    "queue inbox of a listener": [...take, "ChangeMessageVisibility"],
    "queue assignments": [...take, "ChangeMessageVisibility"],
    ...ofSfs,
    ...ofProviders,
    ...ofListeners,
  },
  "API Gateway": {
    "function receive-decision:live": ["InvokeFunction"],
    "function record-progress:live": ["InvokeFunction"],
    "function read-case:live": ["InvokeFunction"],
    "role of HttpApiCloudWatchRole": ["AssumeRole"],
  },
  CloudWatch: {
    "topic hemvist-alarms": ["Publish"],
    "topic hemvist-notices": ["Publish"],
    "key of alarms on their way": ["Decrypt", "GenerateDataKey"],
  },
  "CloudWatch Logs": {
    "key of logs": [
      "Decrypt",
      "DescribeKey",
      "Encrypt",
      "GenerateDataKey",
      "GenerateDataKeyPair",
      "GenerateDataKeyPairWithoutPlaintext",
      "GenerateDataKeyWithoutPlaintext",
      "ReEncryptFrom",
      "ReEncryptTo",
    ],
  },
};
