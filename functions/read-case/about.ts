import type { HttpAnswer, HttpRequest } from "@hemvist/runtime";

/** What the API is, in the words of Digg's REST API profile (VER.07). */
const apiInfo = {
  apiName: "hemvist",
  apiVersion: "1.0.0",
  apiReleased: "2026-11-22",
  apiStatus: "active",
};

type Asked = Pick<HttpRequest, "baseUrl">;

/** GET /v1/api-info. */
export const readApiInfo = ({ baseUrl }: Asked): Promise<HttpAnswer> =>
  Promise.resolve({
    status: 200,
    body: { ...apiInfo, apiDocumentation: `${baseUrl}/v1/openapi.yaml` },
  });

/**
 * GET /v1/openapi.yaml, with the address of the request as its server. The generated document says `/`, which is
 * another place behind a gateway with its stage in the path.
 */
export const readOpenApi =
  (document: () => Promise<string>) =>
  async ({ baseUrl }: Asked): Promise<HttpAnswer> => ({
    status: 200,
    body: (await document()).replace(serverAsGenerated, `servers:\n  - url: ${JSON.stringify(baseUrl)}`),
    headers: { "Content-Type": "application/yaml" },
  });

const serverAsGenerated = "servers:\n  - url: /";
