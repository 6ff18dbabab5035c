const judged = "read by permissions/policies.ts, where calls are judged";
const watching = "no CloudWatch: what a function writes is in `logs`";

/** Types that are passed over, and why that makes no difference to what runs. */
export const ignoredTypes: Readonly<Record<string, string>> = {
  "AWS::ApiGateway::Account": watching,
  "AWS::ApiGateway::Deployment": "what is declared is what runs",
  "AWS::ApiGateway::Model": "the function validates",
  "AWS::ApiGateway::RequestValidator": "the function validates",
  "AWS::CDK::Metadata": "for CDK's statistics",
  "AWS::Cognito::UserPoolDomain": "tokens are given at `/oauth2/token`",
  "AWS::IAM::ManagedPolicy": judged,
  "AWS::IAM::Policy": judged,
  "AWS::IAM::Role": judged,
  "AWS::Lambda::Alias": "its function runs",
  "AWS::Lambda::EventInvokeConfig": "a failed schedule is reported as trouble",
  "AWS::Lambda::Permission": judged,
  "AWS::Lambda::Version": "its function runs",
  "AWS::Logs::LogGroup": watching,
  "AWS::Logs::MetricFilter": watching,
  "AWS::Logs::QueryDefinition": watching,
  "AWS::Logs::ResourcePolicy": watching,
  "AWS::S3::BucketPolicy": judged,
  "AWS::SNS::Subscription": watching,
  "AWS::SNS::Topic": "only alarms publish to it",
  "AWS::SNS::TopicPolicy": judged,
  "AWS::SQS::QueuePolicy": judged,
  "AWS::Scheduler::ScheduleGroup": "for the console",
};
