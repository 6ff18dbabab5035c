/** What is made of a resource's properties. Any other property is an error: nothing is passed over in silence. */
export interface RunType {
  readonly honoured: readonly string[];
  /** Property → why it makes no difference here. */
  readonly ignored: Readonly<Record<string, string>>;
}

const naming = { Tags: "billing and search", Description: "for the console" };
const encryption = "everything is in this process's memory";
const judged = "read by permissions/policies.ts, where calls are judged";
const notJudged = "no call is judged by it here";
const copies = "one copy, for as long as the run lasts";
const throughput = "nothing is throttled";
const noUsers = "a pool has clients here, and no users";

const table: RunType = {
  honoured: [
    "TableName",
    "AttributeDefinitions",
    "KeySchema",
    "GlobalSecondaryIndexes",
    "LocalSecondaryIndexes",
    "StreamSpecification",
  ],
  ignored: {
    ...naming,
    BillingMode: throughput,
    ProvisionedThroughput: throughput,
    WarmThroughput: throughput,
    WriteOnDemandThroughputSettings: throughput,
    WriteProvisionedThroughputSettings: throughput,
    OnDemandThroughput: throughput,
    TableClass: "a price",
    Replicas: copies,
    PointInTimeRecoverySpecification: copies,
    DeletionProtectionEnabled: copies,
    ContributorInsightsSpecification: "no CloudWatch",
    ResourcePolicy: judged,
    SSESpecification: encryption,
    TimeToLiveSpecification: "nothing expires here",
  },
};

/** The types that run, and what of them does. */
export const runTypes: Readonly<Record<string, RunType>> = {
  "AWS::DynamoDB::GlobalTable": table,
  "AWS::DynamoDB::Table": table,
  "AWS::SQS::Queue": {
    honoured: [
      "QueueName",
      "FifoQueue",
      "ContentBasedDeduplication",
      "DelaySeconds",
      "MaximumMessageSize",
      "MessageRetentionPeriod",
      "ReceiveMessageWaitTimeSeconds",
      "RedrivePolicy",
      "VisibilityTimeout",
    ],
    ignored: {
      ...naming,
      DeduplicationScope: "the engine deduplicates over the whole queue",
      FifoThroughputLimit: throughput,
      KmsDataKeyReusePeriodSeconds: encryption,
      KmsMasterKeyId: encryption,
      SqsManagedSseEnabled: encryption,
      RedriveAllowPolicy: notJudged,
    },
  },
  "AWS::Lambda::Function": {
    honoured: ["FunctionName", "Code", "Handler", "Environment", "Timeout", "MemorySize", "Runtime"],
    ignored: {
      ...naming,
      Architectures: "this machine's own",
      DeadLetterConfig: "a failed schedule is reported as trouble",
      EphemeralStorage: "this machine's own disk",
      KmsKeyArn: encryption,
      LoggingConfig: "each line a function writes is kept as it is",
      RecursiveLoop: "no loop detection",
      ReservedConcurrentExecutions: "each function has a fixed number of threads",
      Role: judged,
      RuntimeManagementConfig: "this process's own Node",
      SnapStart: "not for Node",
      TracingConfig: "no X-Ray",
      VpcConfig: "one machine, one network",
    },
  },
  // A rule on a schedule (`ScheduleExpression`) would have to run.
  "AWS::Events::Rule": {
    honoured: [],
    ignored: {
      ...naming,
      EventPattern: "no event bus, and no CloudTrail that writes to one",
      Name: "for the console",
      RoleArn: notJudged,
      State: "it never matches here",
      Targets: "it never matches here",
    },
  },
  "AWS::Lambda::Url": {
    honoured: ["TargetFunctionArn", "AuthType"],
    ignored: {
      Cors: "no browser calls it",
      InvokeMode: "an answer comes whole",
      Qualifier: "its function runs",
    },
  },
  "AWS::Lambda::EventSourceMapping": {
    honoured: [
      "EventSourceArn",
      "FunctionName",
      "BatchSize",
      "BisectBatchOnFunctionError",
      "DestinationConfig",
      "Enabled",
      "FunctionResponseTypes",
      "MaximumRecordAgeInSeconds",
      "MaximumRetryAttempts",
    ],
    ignored: {
      ...naming,
      KmsKeyArn: encryption,
      MaximumBatchingWindowInSeconds:
        "a window saves invocations; here a batch goes as soon as its reader is free",
      MetricsConfig: "what it would measure is measured anyway",
      ParallelizationFactor: "one shard, one batch at a time",
      ProvisionedPollerConfig: throughput,
      ScalingConfig: "each source sends one batch at a time",
      StartingPosition: "the feed begins with the run",
    },
  },
  "AWS::ApiGateway::RestApi": {
    honoured: ["Name"],
    ignored: {
      ...naming,
      ApiKeySourceType: notJudged,
      DisableExecuteApiEndpoint: "there is no other endpoint here",
      EndpointAccessMode: "plain HTTP",
      EndpointConfiguration: "127.0.0.1",
      FailOnWarnings: "about the import of a body, which this does not take",
      MinimumCompressionSize: "nothing is compressed",
      Policy: notJudged,
      SecurityPolicy: "plain HTTP",
    },
  },
  "AWS::ApiGateway::Authorizer": {
    honoured: ["IdentitySource", "ProviderARNs", "RestApiId", "Type"],
    ignored: {
      ...naming,
      Name: "for the console",
      AuthorizerResultTtlInSeconds: "each token is checked",
    },
  },
  "AWS::Cognito::UserPool": {
    honoured: [],
    ignored: {
      ...naming,
      AccountRecoverySetting: noUsers,
      AdminCreateUserConfig: noUsers,
      DeletionProtection: copies,
      EmailVerificationMessage: noUsers,
      EmailVerificationSubject: noUsers,
      Policies: noUsers,
      SmsVerificationMessage: noUsers,
      UserPoolName: "for the console",
      UserPoolTags: "billing and search",
      VerificationMessageTemplate: noUsers,
    },
  },
  "AWS::Cognito::UserPoolResourceServer": {
    honoured: ["Identifier"],
    ignored: {
      Name: "for the console",
      Scopes: "a client names those it may have",
      UserPoolId: "as its clients say",
    },
  },
  "AWS::Cognito::UserPoolClient": {
    honoured: ["AccessTokenValidity", "AllowedOAuthScopes", "ClientName", "TokenValidityUnits", "UserPoolId"],
    ignored: {
      AllowedOAuthFlows: "client credentials only",
      AllowedOAuthFlowsUserPoolClient: "client credentials only",
      ExplicitAuthFlows: noUsers,
      GenerateSecret: "each client's secret is that of every caller here",
      SupportedIdentityProviders: noUsers,
    },
  },
  "AWS::ApiGateway::Resource": { honoured: ["ParentId", "PathPart", "RestApiId"], ignored: {} },
  "AWS::ApiGateway::Method": {
    honoured: [
      "AuthorizationScopes",
      "AuthorizationType",
      "AuthorizerId",
      "HttpMethod",
      "Integration",
      "ResourceId",
      "RestApiId",
    ],
    ignored: {
      ApiKeyRequired: notJudged,
      MethodResponses: "a proxy integration answers for itself",
      OperationName: "for the console",
      RequestModels: "the function validates",
      RequestParameters: "the function validates",
      RequestValidatorId: "the function validates",
    },
  },
  "AWS::ApiGateway::GatewayResponse": {
    honoured: ["ResponseParameters", "ResponseTemplates", "ResponseType", "RestApiId", "StatusCode"],
    ignored: {},
  },
  "AWS::ApiGateway::Stage": {
    honoured: ["StageName", "RestApiId"],
    ignored: {
      ...naming,
      AccessLogSetting: "no access log",
      CacheClusterEnabled: "no cache",
      ClientCertificateId: "plain HTTP",
      DeploymentId: "what is declared is what runs",
      MethodSettings: throughput,
      TracingEnabled: "no X-Ray",
    },
  },
  "AWS::CloudWatch::Alarm": {
    honoured: [
      "ActionsEnabled",
      "AlarmActions",
      "AlarmDescription",
      "AlarmName",
      "ComparisonOperator",
      "DatapointsToAlarm",
      "Dimensions",
      "EvaluationPeriods",
      "ExtendedStatistic",
      "InsufficientDataActions",
      "MetricName",
      "Namespace",
      "OKActions",
      "Period",
      "Statistic",
      "Tags",
      "Threshold",
      "TreatMissingData",
    ],
    ignored: {},
  },
  "AWS::CloudWatch::CompositeAlarm": {
    honoured: [
      "ActionsEnabled",
      "ActionsSuppressor",
      "ActionsSuppressorExtensionPeriod",
      "ActionsSuppressorWaitPeriod",
      "AlarmActions",
      "AlarmDescription",
      "AlarmName",
      "AlarmRule",
      "InsufficientDataActions",
      "OKActions",
      "Tags",
    ],
    ignored: {},
  },
  "AWS::CloudWatch::Dashboard": { honoured: ["DashboardBody", "DashboardName"], ignored: naming },
  "AWS::KMS::Alias": { honoured: ["AliasName", "TargetKeyId"], ignored: {} },
  "AWS::KMS::Key": {
    honoured: ["KeySpec", "KeyUsage"],
    ignored: {
      ...naming,
      EnableKeyRotation: "the key is made anew for each run",
      Enabled: "always",
      KeyPolicy: judged,
      MultiRegion: copies,
      PendingWindowInDays: copies,
      RotationPeriodInDays: "the key is made anew for each run",
    },
  },
  "AWS::S3::Bucket": {
    honoured: ["BucketName"],
    ignored: {
      ...naming,
      BucketEncryption: encryption,
      LifecycleConfiguration: "nothing expires here",
      LoggingConfiguration: "no access log",
      ObjectLockConfiguration: copies,
      ObjectLockEnabled: copies,
      OwnershipControls: notJudged,
      PublicAccessBlockConfiguration: notJudged,
      VersioningConfiguration: copies,
    },
  },
  "Custom::Trigger": {
    honoured: ["HandlerArn"],
    ignored: {
      ExecuteOnHandlerChange: "a run is a deployment that changes every function",
      InvocationType: "the answer is always waited for",
      ServiceToken: "this process calls the function itself",
      Timeout: "the function's own",
    },
  },
  "AWS::Scheduler::Schedule": {
    honoured: ["Name", "ScheduleExpression", "ScheduleExpressionTimezone", "State", "Target"],
    ignored: {
      ...naming,
      FlexibleTimeWindow: "fires on the instant",
      GroupName: "for the console",
      KmsKeyArn: encryption,
    },
  },
};
