import { type ResponseType, type RestApi, ResponseType as Type } from "aws-cdk-lib/aws-apigateway";
import { asciiJson } from "../ascii-json.ts";

/** One answer of the gateway: a name for machines, and two sentences for people. */
interface Problem {
  readonly name: string;
  /** Absent where one answer stands for several statuses, and the gateway's own is kept. */
  readonly status?: number;
  readonly title: string;
  readonly sv: string;
  readonly en: string;
  /** Further headers, by name. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * The gateway's own answers, before any function runs. They are problems like the functions' own (RFC 9457), and reveal
 * nothing of how hemvist is built.
 */
export const addGatewayProblems = (api: RestApi): void => {
  for (const [type, problem] of problems) {
    api.addGatewayResponse(type.responseType, {
      type,
      statusCode: problem.status?.toString(),
      // The template is chosen by what the caller accepts; the header says what it always is.
      templates: { "application/json": asciiJson(toBody(problem)) },
      responseHeaders: {
        "Content-Type": "'application/problem+json'",
        "Content-Language": "'sv, en'",
        "Cache-Control": "'no-store'",
        "Strict-Transport-Security": "'max-age=31536000; includeSubDomains'",
        "X-Content-Type-Options": "'nosniff'",
        ...problem.headers,
      },
    });
  }
};

const toBody = ({ name, title, status, sv, en }: Problem) => ({
  type: `urn:hemvist:problem:${name}`,
  title,
  ...(status === undefined ? {} : { status }),
  detail: `${sv} / ${en}`,
});

const again = {
  sv: "Inget har gått förlorat. Skicka samma meddelande igen.",
  en: "Nothing is lost. Send the same message again.",
};

const problems: readonly (readonly [ResponseType, Problem])[] = [
  [
    Type.MISSING_AUTHENTICATION_TOKEN,
    {
      name: "not-found",
      status: 404,
      title: "Not found",
      sv: "Det som söks finns inte.",
      en: "There is nothing at this address.",
    },
  ],
  [
    Type.UNAUTHORIZED,
    {
      name: "not-authenticated",
      status: 401,
      title: "No valid token",
      sv: "Anropet saknar en giltig åtkomsttoken. Hämta en ny och skicka den i `Authorization: Bearer`.",
      en: "The call has no valid access token. Fetch a new one, and send it in `Authorization: Bearer`.",
      headers: { "WWW-Authenticate": "'Bearer'" },
    },
  ],
  [
    Type.ACCESS_DENIED,
    {
      name: "not-from-here",
      status: 403,
      title: "Not allowed from here",
      sv: "Anrop från den här adressen tas inte emot.",
      en: "Calls from this address are refused.",
    },
  ],
  [
    Type.REQUEST_TOO_LARGE,
    {
      name: "too-large",
      status: 413,
      title: "Message too large",
      sv: "Meddelandet är för stort.",
      en: "The message is too large.",
    },
  ],
  [
    Type.UNSUPPORTED_MEDIA_TYPE,
    {
      name: "not-json",
      status: 415,
      title: "Unsupported content type",
      sv: "Skicka `Content-Type: application/json`.",
      en: "Send `Content-Type: application/json`.",
    },
  ],
  [
    Type.THROTTLED,
    {
      name: "too-many-calls",
      status: 429,
      title: "Too many calls",
      sv: "För många anrop på kort tid. Försök igen om en stund.",
      en: "Too many calls in a short time. Try again in a while.",
    },
  ],
  [
    Type.QUOTA_EXCEEDED,
    {
      name: "quota-used",
      status: 429,
      title: "Quota used",
      sv: "Alla anrop för perioden är förbrukade.",
      en: "The calls of the period are used up.",
    },
  ],
  [
    Type.INTEGRATION_FAILURE,
    { name: "no-answer", status: 502, title: "No answer", sv: again.sv, en: again.en },
  ],
  [
    Type.INTEGRATION_TIMEOUT,
    { name: "answer-late", status: 504, title: "Answer too late", sv: again.sv, en: again.en },
  ],
  [
    Type.DEFAULT_4XX,
    {
      name: "call-refused",
      title: "Call refused",
      sv: "Anropet gick inte att ta emot.",
      en: "The call could not be taken.",
    },
  ],
  [
    Type.DEFAULT_5XX,
    {
      name: "fault",
      title: "Internal error",
      sv: `Felet är vårt. ${again.sv}`,
      en: `The fault is ours. ${again.en}`,
    },
  ],
];
