/**
 * Stands in for `@aws-sdk/credential-provider-node` in the bundles. Lambda gives credentials only in the environment.
 * The SDK's chain also looks in files, containers and single sign-on, which costs size and start-up time for nothing.
 */
export const defaultProvider = () => () => {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env;
  if (AWS_ACCESS_KEY_ID === undefined || AWS_SECRET_ACCESS_KEY === undefined) {
    return Promise.reject(new Error("There are no credentials in the environment"));
  }
  return Promise.resolve({
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN === undefined ? {} : { sessionToken: AWS_SESSION_TOKEN }),
  });
};
