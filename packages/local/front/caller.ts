/** What an AWS client needs to call the front under a name. */
export interface ClientSettings {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** The caller's name is its access key: it stands in every signed request, and needs no register. */
export const clientSettings = ({
  caller,
  endpoint,
  region,
}: {
  readonly caller: string;
  readonly endpoint: string;
  readonly region: string;
}): ClientSettings => {
  if (!/^[A-Za-z0-9._-]+$/.test(caller)) throw new Error(`"${caller}" cannot be a caller's name`);
  return { endpoint, region, credentials: { accessKeyId: caller, secretAccessKey: SECRET } };
};

/** The front does not verify signatures: a caller on 127.0.0.1 is who it says it is. */
export const SECRET = "local";

/** The caller of a request without a signature. */
export const UNSIGNED = "unsigned";

export interface Signature {
  readonly caller: string;
  readonly service: string;
}

/** Reads `AWS4-HMAC-SHA256 Credential=<key>/<date>/<region>/<service>/aws4_request, …`. */
export const readSignature = (authorization: string | undefined): Signature => {
  const [, caller = UNSIGNED, service = ""] =
    /Credential=([^/,\s]+)\/[^/]*\/[^/]*\/([^/]+)\/aws4_request/.exec(authorization ?? "") ?? [];
  return { caller, service };
};
