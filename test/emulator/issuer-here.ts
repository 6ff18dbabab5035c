// Loaded into each function that the emulator runs. The emulator serves a user pool's description and keys, but a
// function asks for them by the pool's name on the internet. The emulator leads the calls of Node's `https` to itself.
// This does the same for `fetch`.

const { AWS_ENDPOINT_URL: endpoint = "" } = process.env;
const fetchAnywhere = globalThis.fetch;

globalThis.fetch = (asked, init) => {
  const { hostname, pathname, search } = new URL(asked instanceof Request ? asked.url : asked);
  const isIssuer = /^cognito-idp\.[a-z0-9-]+\.amazonaws\.com$/.test(hostname);
  return fetchAnywhere(isIssuer ? new URL(`${pathname}${search}`, endpoint) : asked, init);
};
