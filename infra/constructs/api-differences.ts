/** Where the API differs from the AWS Solutions rules, and why. */
export const knowinglyDifferent = [
  {
    id: "AwsSolutions-APIG2",
    reason:
      "The functions validate with the schemas that the contract is made from, and name every fault at once.",
  },
  {
    id: "AwsSolutions-APIG3",
    reason:
      "Only calls with a valid token pass the gateway, at a bounded rate; a firewall would read bodies under secrecy.",
  },
  {
    id: "AwsSolutions-APIG4",
    reason:
      "What the API says of itself is open to all. With an issuer of the stage's own, the function checks the token.",
  },
  {
    id: "AwsSolutions-APIG6",
    reason: "Execution logs can hold paths, query strings and bodies; the access log has what may be logged.",
  },
  {
    id: "AwsSolutions-COG4",
    reason:
      "What the API says of itself is open to all. With an issuer of the stage's own, the function checks the token.",
  },
  {
    id: "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]",
    reason:
      "API Gateway writes its access log through one role per account, and AWS asks for this policy on it.",
  },
];
