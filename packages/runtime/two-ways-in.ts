import type {
  APIGatewayProxyEvent,
  APIGatewayProxyResult,
  Context,
  SQSBatchResponse,
  SQSEvent,
} from "aws-lambda";

interface Ways {
  readonly http: (event: APIGatewayProxyEvent, context: Context) => Promise<APIGatewayProxyResult>;
  readonly queue: (event: SQSEvent) => Promise<SQSBatchResponse>;
}

/** One function for what is posted and for what comes on a queue: both mean the same. */
export const twoWaysIn =
  ({ http, queue }: Ways) =>
  (
    event: APIGatewayProxyEvent | SQSEvent,
    context: Context,
  ): Promise<APIGatewayProxyResult | SQSBatchResponse> =>
    "Records" in event ? queue(event) : http(event, context);
