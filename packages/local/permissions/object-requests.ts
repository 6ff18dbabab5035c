import type { Request } from "../front/listening.ts";
import type { Requested } from "./requests.ts";

/** What a call of S3's takes, by its method and path: `/bucket/key`. */
export const objectRequests = ({ method, url, headers }: Request): readonly Requested[] | undefined => {
  const [path = "", query] = url.split("?");
  const [, bucket = "", ...key] = path.split("/");
  const asks = new URLSearchParams(query);
  const bucketArn = `arn:aws:s3:::${bucket}`;
  const name = key.map(decodeURIComponent).join("/");
  if (bucket === "") return [{ action: "s3:ListAllMyBuckets", resource: "*" }];
  if (name === "") return onBucket(bucketArn, method, asks);
  const object = `${bucketArn}/${name}`;
  const version = asks.has("versionId") ? "Version" : "";
  switch (method) {
    case "GET":
    case "HEAD":
      return [{ action: `s3:GetObject${version}`, resource: object }];
    case "PUT":
      return [
        { action: "s3:PutObject", resource: object, context: conditionOf(headers) },
        ...copied(headers),
      ];
    case "DELETE":
      return [{ action: `s3:DeleteObject${version}`, resource: object }];
    default:
      return undefined;
  }
};

const onBucket = (
  bucketArn: string,
  method: string,
  asks: URLSearchParams,
): readonly Requested[] | undefined => {
  if (method === "POST" && asks.has("delete"))
    return [{ action: "s3:DeleteObject", resource: `${bucketArn}/*` }];
  if (method !== "GET" && method !== "HEAD") return undefined;
  const [first] = asks.keys();
  switch (first) {
    case "versions":
      return [{ action: "s3:ListBucketVersions", resource: bucketArn }];
    case "location":
      return [{ action: "s3:GetBucketLocation", resource: bucketArn }];
    case undefined:
    case "list-type":
    case "prefix":
    case "delimiter":
    case "encoding-type":
    case "max-keys":
    case "marker":
    case "continuation-token":
    case "start-after":
    case "x-id":
      return [{ action: "s3:ListBucket", resource: bucketArn }];
    default:
      return undefined;
  }
};

const conditionOf = (headers: Request["headers"]): Readonly<Record<string, string>> => {
  const onlyNew = headers["if-none-match"];
  return onlyNew === undefined ? {} : { "s3:if-none-match": onlyNew };
};

const copied = (headers: Request["headers"]): readonly Requested[] => {
  const from = headers["x-amz-copy-source"];
  return from === undefined
    ? []
    : [{ action: "s3:GetObject", resource: `arn:aws:s3:::${decodeURIComponent(from).replace(/^\//, "")}` }];
};
