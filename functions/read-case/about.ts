import type { HttpAnswer } from "@hemvist/runtime";

/** What the API is, in the words of Digg's REST API profile (VER.07). */
const apiInfo = {
  apiName: "hemvist",
  apiVersion: "1.0.0",
  apiReleased: "2026-11-22",
  apiDocumentation: "/v1/openapi.yaml",
  apiStatus: "active",
};

/** GET /v1/api-info. */
export const readApiInfo = (): Promise<HttpAnswer> => Promise.resolve({ status: 200, body: apiInfo });

/** GET /v1/openapi.yaml. */
export const readOpenApi = (document: string) => (): Promise<HttpAnswer> =>
  Promise.resolve({ status: 200, body: document, headers: { "Content-Type": "application/yaml" } });
