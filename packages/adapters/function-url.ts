import { GetFunctionUrlConfigCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { SignatureV4 } from "@smithy/signature-v4";
import { callLimits } from "./call-limits.ts";

interface Reply {
  readonly status: number;
  readonly body: string;
}

interface Named {
  readonly name: string;
  /** The alias whose URL is called. */
  readonly alias: string;
}

/**
 * A function at its own URL. Each request is signed with the caller's AWS credentials, so that Lambda knows the caller.
 * @returns posts a body to a path below the URL
 */
export function functionAt(
  { name, alias }: Named,
  client = new LambdaClient(callLimits),
): (path: string, body: string) => Promise<Reply> {
  const { region, credentials, sha256 } = client.config;
  const signer = new SignatureV4({ service: "lambda", region, credentials, sha256 });
  let found: Promise<string> | undefined;

  async function urlOf(): Promise<string> {
    const asked = new GetFunctionUrlConfigCommand({ FunctionName: name, Qualifier: alias });
    const { FunctionUrl } = await client.send(asked);
    if (FunctionUrl === undefined) throw new Error("Lambda gave no URL");
    return FunctionUrl;
  }

  return async (path, body) => {
    found ??= urlOf();
    const url = new URL(path, await found);
    const { headers } = await signer.sign({
      method: "POST",
      protocol: url.protocol,
      hostname: url.hostname,
      path: url.pathname,
      headers: { host: url.host, "content-type": "application/json" },
      body,
    });
    const response = await fetch(url, { method: "POST", headers, body }).catch((error: unknown) => {
      // `fetch` says only that it failed. Why is in the cause.
      throw error instanceof Error && error.cause instanceof Error ? error.cause : error;
    });
    return { status: response.status, body: await response.text() };
  };
}
