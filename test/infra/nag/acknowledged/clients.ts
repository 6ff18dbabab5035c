import type { Acknowledgement } from "../finding.ts";

export const ofClients: readonly Acknowledgement[] = [
  {
    rules: ["AwsSolutions-COG2", "AwsSolutions-COG8"],
    reason:
      "The pool has clients and no users. So there is no log-in to add a factor to, and none that the Plus plan could watch.",
    contradictedBy: (pools, { of }) => [
      ...pools
        .filter(({ properties }) => !JSON.stringify(properties).includes('"AllowAdminCreateUserOnly":true'))
        .map(({ id }) => `people can sign up in ${id}`),
      ...of("AWS::Cognito::UserPoolUser").map(({ id }) => `${id} is a user`),
      ...of("AWS::Cognito::UserPoolClient")
        .filter(
          ({ properties }) => JSON.stringify(properties["AllowedOAuthFlows"]) !== '["client_credentials"]',
        )
        .map(({ id }) => `${id} lets people log in`),
    ],
    untrueIf: (_pools, { of }) => {
      for (const { properties } of of("AWS::Cognito::UserPoolClient"))
        properties["AllowedOAuthFlows"] = ["code"];
    },
  },
];
