import type { Trouble } from "@hemvist/operations/asking";
import type { Bilingual } from "@hemvist/rules";

const signIn: Bilingual = {
  sv: "Din inloggning på AWS gäller inte längre: logga in igen.",
  en: "Your AWS session is over: sign in again.",
};
const mayNot: Bilingual = {
  sv: "Din roll får inte: se docs/runbooks/operator-access.md.",
  en: "Your role may not: see docs/runbooks/operator-access.md.",
};
const unknownToAws: Bilingual = {
  sv: "AWS känner inte igen dina uppgifter: logga in igen, eller sätt AWS_PROFILE.",
  en: "AWS does not know your credentials: sign in again, or set AWS_PROFILE.",
};

/** By the names that AWS and its clients give their errors. */
const byName: Readonly<Record<string, Bilingual>> = {
  CredentialsProviderError: {
    sv: "Det finns inga AWS-uppgifter här: logga in, eller sätt AWS_PROFILE.",
    en: "You have no AWS credentials here: sign in, or set AWS_PROFILE.",
  },
  ExpiredToken: signIn,
  ExpiredTokenException: signIn,
  InvalidClientTokenId: unknownToAws,
  UnrecognizedClientException: unknownToAws,
  SignatureDoesNotMatch: unknownToAws,
  AccessDeniedException: mayNot,
  AccessDenied: mayNot,
  QueueDoesNotExist: {
    sv: "Kön finns inte i det här kontot och den här regionen: stämmer AWS_REGION (eu-north-1)?",
    en: "There is no such queue in this account and region: is AWS_REGION right (eu-north-1)?",
  },
  ResourceNotFoundException: {
    sv: "hemvist finns inte i det här kontot och den här regionen: stämmer AWS_REGION (eu-north-1)?",
    en: "hemvist is not deployed in this account and region: is AWS_REGION right (eu-north-1)?",
  },
  NoSuchBucket: {
    sv: "S3-bucketen finns inte i det här kontot: är hemvist driftsatt här?",
    en: "There is no such bucket in this account: is hemvist deployed here?",
  },
};

/**
 * What went wrong with AWS, for the person who typed the command. An error's own text may quote what was being read, so
 * nothing of it is printed: only its name or its code.
 */
export function whatWentWrong(error: unknown): Bilingual {
  if (!(error instanceof Error))
    return {
      sv: `Något okänt gick fel (${typeof error}).`,
      en: `Something unknown went wrong (${typeof error}).`,
    };
  if (error.message === "Region is missing")
    return {
      sv: "Ingen region är angiven: export AWS_REGION=eu-north-1.",
      en: "No region is given: export AWS_REGION=eu-north-1.",
    };
  const known = byName[error.name];
  if (known !== undefined) return known;
  const code = "code" in error ? String(error.code) : error.name;
  if (noAnswer.has(code)) return unanswered(code);
  return unknownTrouble(error.name);
}

/** What the function answered that went wrong: in AWS where it called, or in itself. */
export function inAnswer({ error, noQueue }: Trouble): Bilingual {
  if (noQueue !== undefined)
    return {
      sv: `SQS har ingen kö ${noQueue} i det här kontot och den här regionen.`,
      en: `SQS has no queue ${noQueue} in this account and region.`,
    };
  return answered[error] ?? byName[error] ?? unknownTrouble(error);
}

const anotherVersion: Bilingual = {
  sv: "Kommandot och det körande systemet är av olika versioner: hämta den version som är driftsatt.",
  en: "The command and the running system are of different versions: get the version that is deployed.",
};

/** What another name means when the function says it: the function itself may not, and not the operator. */
const answered: Readonly<Record<string, Bilingual>> = {
  AnotherVersion: anotherVersion,
  NoSuchAct: anotherVersion,
  NotAsked: anotherVersion,
  AccessDeniedException: {
    sv: "AWS nekade hemvists funktion för drift: se docs/runbooks/function-errors.md.",
    en: "AWS refused hemvist's function for operations: see docs/runbooks/function-errors.md.",
  },
};

const unknownTrouble = (name: string): Bilingual => ({
  sv: `AWS eller hemvist svarade med ett fel (${name}): mer skrivs inte ut, eftersom ett fel kan citera det som lästes.`,
  en: `AWS or hemvist answered with an error (${name}): no more is printed, since an error may quote what was read.`,
});

const noAnswer = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EPIPE",
  "ETIMEDOUT",
  "TimeoutError",
]);

function unanswered(code: string): Bilingual {
  const endpoint = process.env["AWS_ENDPOINT_URL"];
  return endpoint === undefined
    ? {
        sv: `AWS svarar inte (${code}): fungerar nätet, och stämmer AWS_REGION?`,
        en: `AWS does not answer (${code}): is the network up, and is AWS_REGION right?`,
      }
    : {
        sv: `${endpoint} svarar inte (${code}): är den lokala körningen igång, och stämmer AWS_ENDPOINT_URL?`,
        en: `${endpoint} does not answer (${code}): is the local run up, and is AWS_ENDPOINT_URL right?`,
      };
}
