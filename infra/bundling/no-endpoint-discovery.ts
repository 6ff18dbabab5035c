/**
 * Stands in for `@aws-sdk/middleware-endpoint-discovery` in the bundles. DynamoDB's client sets it up, and no command of
 * DynamoDB uses it. It brings a cache of 10 KB.
 */
export const resolveEndpointDiscoveryConfig = <Config>(config: Config): Config => config;

export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {
  environmentVariableSelector: () => undefined,
  configFileSelector: () => undefined,
  default: undefined,
};
