const permissions = "calls are not judged against policies";
const watching = "no CloudWatch: what a function writes is in `logs`";

/** Types that are passed over, and why that makes no difference to what runs. */
export const ignoredTypes: Readonly<Record<string, string>> = {
  "AWS::ApiGateway::Account": watching,
  "AWS::ApiGateway::Deployment": "what is declared is what runs",
  "AWS::ApiGateway::Model": "the function validates",
  "AWS::ApiGateway::RequestValidator": "the function validates",
  "AWS::CDK::Metadata": "for CDK's statistics",
  "AWS::CloudWatch::Alarm": watching,
  "AWS::CloudWatch::CompositeAlarm": watching,
  "AWS::CloudWatch::Dashboard": watching,
  "AWS::Cognito::UserPoolDomain": "tokens are given at `/oauth2/token`",
  "AWS::IAM::ManagedPolicy": permissions,
  "AWS::IAM::Policy": permissions,
  "AWS::IAM::Role": permissions,
  "AWS::Lambda::Alias": "its function runs",
  "AWS::Lambda::EventInvokeConfig": "a failed schedule is reported as trouble",
  "AWS::Lambda::Permission": permissions,
  "AWS::Lambda::Version": "its function runs",
  "AWS::Logs::LogGroup": watching,
  "AWS::Logs::MetricFilter": watching,
  "AWS::Logs::QueryDefinition": watching,
  "AWS::Logs::ResourcePolicy": permissions,
  "AWS::S3::BucketPolicy": permissions,
  "AWS::SNS::Subscription": watching,
  "AWS::SNS::Topic": "only alarms publish to it",
  "AWS::SNS::TopicPolicy": permissions,
  "AWS::SQS::QueuePolicy": permissions,
  "AWS::Scheduler::ScheduleGroup": "for the console",
};
