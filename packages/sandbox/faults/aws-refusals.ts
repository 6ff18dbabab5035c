import type { Answer } from "@hemvist/local";

/** An error as DynamoDB, SQS and KMS word it. */
export const refusedBy = (status: number, type: string, queryError?: string): Answer => ({
  status,
  headers: {
    "content-type": "application/x-amz-json-1.0",
    ...(queryError === undefined ? {} : { "x-amzn-query-error": queryError }),
  },
  body: JSON.stringify({ __type: type, message: "refused on purpose, to rehearse a fault" }),
});

/** An error as S3 words it. */
export const refusedByS3 = (status: number, code: string): Answer => ({
  status,
  headers: { "content-type": "application/xml" },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>refused on purpose, to rehearse a fault</Message></Error>`,
});
