/** Where the API differs from the AWS Solutions rules, and why. */
export const knowinglyDifferent = [
  {
    id: "AwsSolutions-APIG2",
    reason:
      "The functions validate with the schemas that the contract is made from, and name every fault at once.",
  },
  {
    id: "AwsSolutions-APIG3",
    reason: "The resource policy lets in listed addresses only; a firewall would guard a door that is shut.",
  },
  {
    id: "AwsSolutions-APIG4",
    reason: "Party identities are planned work; until then the resource policy is what keeps others out.",
  },
  {
    id: "AwsSolutions-APIG6",
    reason: "Execution logs can hold paths, query strings and bodies; the access log has what may be logged.",
  },
  {
    id: "AwsSolutions-COG4",
    reason: "The callers are systems, not people; they get OAuth clients with the party identities.",
  },
  {
    id: "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]",
    reason:
      "API Gateway writes its access log through one role per account, and AWS asks for this policy on it.",
  },
];
