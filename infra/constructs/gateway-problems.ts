import { type ResponseType, type RestApi, ResponseType as Type } from "aws-cdk-lib/aws-apigateway";

interface Problem {
  readonly when: ResponseType;
  /** Absent where one answer stands for several statuses, and the gateway's own is kept. */
  readonly status?: number;
  readonly title: string;
  readonly sv: string;
  readonly en: string;
}

/** What the gateway answers itself, before any function is asked; in the same manner as the functions do. */
export const addGatewayProblems = (api: RestApi): void => {
  for (const problem of problems) {
    api.addGatewayResponse(problem.when.responseType, {
      type: problem.when,
      statusCode: problem.status?.toString(),
      // The template is chosen by the caller's Accept; the header says what it always is.
      responseHeaders: { "Content-Type": "'application/problem+json'", "Cache-Control": "'no-store'" },
      templates: { "application/json": JSON.stringify(body(problem)) },
    });
  }
};

const body = ({ status, title, sv, en }: Problem) => ({
  type: "about:blank",
  title,
  ...(status === undefined ? {} : { status }),
  detail: en,
  message: { sv, en },
});

const problems: readonly Problem[] = [
  {
    when: Type.MISSING_AUTHENTICATION_TOKEN,
    status: 404,
    title: "Not Found",
    sv: "Adressen finns inte.",
    en: "There is nothing at this address.",
  },
  {
    when: Type.ACCESS_DENIED,
    status: 403,
    title: "Forbidden",
    sv: "Anropet är inte tillåtet härifrån.",
    en: "The call is not allowed from here.",
  },
  {
    when: Type.REQUEST_TOO_LARGE,
    status: 413,
    title: "Content Too Large",
    sv: "Meddelandet är för stort.",
    en: "The message is too large.",
  },
  {
    when: Type.UNSUPPORTED_MEDIA_TYPE,
    status: 415,
    title: "Unsupported Media Type",
    sv: "Meddelandet ska vara i JSON.",
    en: "The message must be JSON.",
  },
  {
    when: Type.THROTTLED,
    status: 429,
    title: "Too Many Requests",
    sv: "För många anrop på kort tid. Försök igen om en stund.",
    en: "Too many calls in a short time. Try again in a while.",
  },
  {
    when: Type.QUOTA_EXCEEDED,
    status: 429,
    title: "Too Many Requests",
    sv: "Antalet anrop är förbrukat för perioden.",
    en: "The number of calls for the period is used up.",
  },
  {
    when: Type.INTEGRATION_FAILURE,
    status: 502,
    title: "Bad Gateway",
    sv: "Tjänsten kunde inte svara. Försök igen; samma meddelande kan skickas flera gånger utan skada.",
    en: "The service could not answer. Try again; the same message may be sent many times without harm.",
  },
  {
    when: Type.INTEGRATION_TIMEOUT,
    status: 504,
    title: "Gateway Timeout",
    sv: "Svaret dröjde för länge. Försök igen; samma meddelande kan skickas flera gånger utan skada.",
    en: "The answer took too long. Try again; the same message may be sent many times without harm.",
  },
  {
    when: Type.DEFAULT_4XX,
    title: "Client Error",
    sv: "Anropet kunde inte tas emot.",
    en: "The call could not be taken.",
  },
  {
    when: Type.DEFAULT_5XX,
    title: "Server Error",
    sv: "Ett fel har uppstått hos oss. Försök igen; samma meddelande kan skickas flera gånger utan skada.",
    en: "Something went wrong on our side. Try again; the same message may be sent many times without harm.",
  },
];
