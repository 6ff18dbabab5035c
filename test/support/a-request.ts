import type { APIGatewayProxyEvent, Context } from "aws-lambda";

/** A request as the gateway hands it over, received on the sample decision's own Monday morning. */
export function aRequest(changes: Partial<APIGatewayProxyEvent> = {}): APIGatewayProxyEvent {
  const event = {
    resource: "/v1/decisions",
    path: "/v1/decisions",
    httpMethod: "POST",
    headers: {
      "Content-Type": "application/json",
      Host: "api.example",
      "X-Forwarded-Proto": "https",
      Authorization: "Bearer sf-centrum",
    },
    multiValueHeaders: {},
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    pathParameters: null,
    stageVariables: null,
    body: null,
    isBase64Encoded: false,
    requestContext: {
      requestId: "request-1",
      requestTimeEpoch: Date.parse("2026-11-02T09:00:00Z"),
      path: "/v1/decisions",
      domainName: "api.example",
    },
  };
  return { ...event, ...changes } as APIGatewayProxyEvent;
}

/** As much of Lambda's context as anything looks at. */
export const context = { awsRequestId: "invocation-1", getRemainingTimeInMillis: () => 10_000 } as Context;
