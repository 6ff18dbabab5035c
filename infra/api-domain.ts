/** The address of the API under a name of the city's own. Its default endpoint is off then. */
export interface ApiDomain {
  /** The name, in lower case: `hemvist.goteborg.se`. */
  readonly name: string;
  /** The certificate of that name, which ACM issued in the stage's account and region. */
  readonly certificateArn: string;
  /** The first part of each path, where the name serves other APIs too. */
  readonly basePath?: string;
  /**
   * Only systems with a certificate by an authority of the truststore connect (mutual TLS). Their tokens are checked
   * all the same. The truststore is a PEM file in a bucket with versions: a new file counts when its version stands
   * here.
   */
  readonly mutualTls?: { readonly truststore: string; readonly version: string };
}

interface Within {
  readonly account: string;
  readonly region: string;
}

/** What is wrong with a stage's domain. */
export const faultsInDomain = (
  { name, certificateArn, basePath, mutualTls }: ApiDomain,
  { account, region }: Within,
): readonly string[] => [
  ...(/^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/.test(name)
    ? []
    : ["domain.name is not a domain name in lower case"]),
  ...(new RegExp(`^arn:aws:acm:${region}:${account}:certificate/[a-f0-9-]{36}$`).test(certificateArn)
    ? []
    : [`domain.certificateArn is not a certificate of ACM in ${region} and the stage's account`]),
  ...(basePath === undefined || /^[a-z0-9][a-z0-9-]*$/.test(basePath)
    ? []
    : ["domain.basePath is not one part of a path, in a-z, 0-9 and hyphens"]),
  ...(mutualTls === undefined ? [] : faultsInTruststore(mutualTls)),
];

const faultsInTruststore = ({
  truststore,
  version,
}: NonNullable<ApiDomain["mutualTls"]>): readonly string[] => [
  ...(truststoreParts(truststore) === undefined
    ? ["domain.mutualTls.truststore is not a file in S3, s3://bucket/key.pem"]
    : []),
  // Without a version, API Gateway goes on with the file that it read first, whatever lies there now.
  ...(/^[\w.-]{1,1024}$/.test(version) && version !== "null"
    ? []
    : ["domain.mutualTls.version is not a version of that file"]),
];

/** The bucket and the key of a truststore. Undefined for what is no file in S3. */
export const truststoreParts = (
  uri: string,
): { readonly bucket: string; readonly key: string } | undefined => {
  const [, bucket, key] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/([\w./-]+\.pem)$/.exec(uri) ?? [];
  return bucket === undefined || key === undefined ? undefined : { bucket, key };
};
