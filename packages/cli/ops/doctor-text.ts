import type { FunctionCheck } from "@hemvist/operations/asking";
import type { Bilingual } from "@hemvist/rules";
import { inWords, type Voice } from "../voice/in-words.ts";
import { tableOf } from "../voice/table-text.ts";

export const isSound = ({ checks, silent }: FunctionCheck): boolean =>
  silent === undefined && checks.length > 0 && checks.every(({ error }) => error === undefined);

/** Each check of each function, those that failed first, with what to do. */
export function doctorText(functions: readonly FunctionCheck[], voice: Voice = {}): string {
  const ill = functions.filter((one) => !isSound(one));
  const rows = [...ill, ...functions.filter(isSound)].flatMap(({ name, checks, silent }) => [
    ...(silent === undefined ? [] : [[name, (silent.settings ?? []).join(", "), silent.error]]),
    ...checks.map((check) => [name, check.name, check.error ?? "ok"]),
  ]);
  return [
    tableOf(
      [
        { sv: "funktion", en: "function" },
        { sv: "kontroll", en: "check" },
        { sv: "svar", en: "result" },
      ],
      rows,
      voice,
    ),
    ...ill.flatMap((one) => adviceOn(one).map((advice) => `! ${one.name}: ${inWords(advice, voice)}`)),
    inWords(sumOf(functions, ill.length), voice),
  ].join("\n");
}

function sumOf({ length }: readonly FunctionCheck[], ill: number): Bilingual {
  return ill === 0
    ? {
        sv: `Alla ${length} funktioner når det som deras inställningar pekar på.`,
        en: `All ${length} functions reach what their settings name.`,
      }
    : {
        sv: `${ill} av ${length} funktioner når inte allt som deras inställningar pekar på.`,
        en: `${ill} of ${length} functions do not reach all that their settings name.`,
      };
}

/** What to do about a function, each advice once. */
function adviceOn({ checks, silent }: FunctionCheck): readonly Bilingual[] {
  if (silent !== undefined) return [aboutSilence(silent)];
  return [...new Set(checks.flatMap(({ error }) => (error === undefined ? [] : [aboutError(error)])))];
}

function aboutSilence({ error, settings }: NonNullable<FunctionCheck["silent"]>): Bilingual {
  if (settings !== undefined)
    return {
      sv: "Funktionen startar inte, eftersom inställningarna saknas eller är fel: docs/runbooks/deployment-failed.md.",
      en: "The function does not start, since the settings are missing or wrong: docs/runbooks/deployment-failed.md.",
    };
  return silences.find(([name]) => name.test(error))?.[1] ?? unknownSilence;
}

const silences: readonly (readonly [RegExp, Bilingual])[] = [
  [
    /^TooManyRequests/,
    {
      sv: "Alla körningar som är reserverade för funktionen är upptagna. Kör igen om en minut. Fortsätter det: docs/runbooks/function-errors.md.",
      en: "All runs that are reserved for the function are in use. Run this again in a minute. If it goes on: docs/runbooks/function-errors.md.",
    },
  ],
  [
    /^ResourceNotFound/,
    {
      sv: "Funktionen eller dess alias live finns inte: docs/runbooks/deployment-failed.md.",
      en: "The function or its alias live is not there: docs/runbooks/deployment-failed.md.",
    },
  ],
];

const unknownSilence: Bilingual = {
  sv: "Funktionen svarar inte. Loggen säger varför: docs/runbooks/function-errors.md.",
  en: "The function does not answer. Its log says why: docs/runbooks/function-errors.md.",
};

const aboutError = (error: string): Bilingual =>
  errors.find(([name]) => name.test(error))?.[1] ?? unknownError;

const errors: readonly (readonly [RegExp, Bilingual])[] = [
  [
    /AccessDenied/,
    {
      sv: "Funktionens roll får inte, eller nyckeln släpper inte in den. Se i CloudTrail vem som ändrade rollen, nyckeln eller bucketen: docs/runbooks/function-errors.md.",
      en: "The function's role may not, or the key does not admit it. See in CloudTrail who changed the role, the key or the bucket: docs/runbooks/function-errors.md.",
    },
  ],
  [
    /Disabled|KMSInvalidState/,
    {
      sv: "Nyckeln är avstängd eller ska raderas. Slå på den igen: docs/runbooks/function-errors.md.",
      en: "The key is disabled or will be deleted. Enable it again: docs/runbooks/function-errors.md.",
    },
  ],
  [
    /ResourceNotFound|NoSuchBucket|DoesNotExist|NotFound|Elsewhere/,
    {
      sv: "Det som inställningen pekar på finns inte. Är det borttaget? docs/runbooks/table-restored.md. Är inställningen fel? docs/runbooks/deployment-failed.md.",
      en: "What the setting names is not there. Was it deleted? docs/runbooks/table-restored.md. Is the setting wrong? docs/runbooks/deployment-failed.md.",
    },
  ],
  [
    /^IssuerUnreachable/,
    {
      sv: "Tjänsten som utfärdar parternas tokens svarar inte. Parterna kan inte anropa API:et. Ring den som driver tjänsten.",
      en: "The issuer of the parties' tokens does not answer. The parties cannot call the API. Call its operations.",
    },
  ],
  [
    /Timeout|Throttling|ThroughputExceeded|SlowDown|ServiceUnavailable/,
    {
      sv: "AWS svarade inte i tid. Kör igen om en minut.",
      en: "AWS did not answer in time. Run this again in a minute.",
    },
  ],
];

const unknownError: Bilingual = {
  sv: "Ett fel som inte har något eget råd: docs/runbooks/function-errors.md.",
  en: "An error that has no advice of its own: docs/runbooks/function-errors.md.",
};
