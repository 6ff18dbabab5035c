import { type Scope, scopeInToken, scopes } from "@hemvist/rules";

/** The one way to show who calls. */
export const clientCredentials = "clientCredentials";

const meaning: Readonly<Record<Scope, string>> = {
  "decisions.send": "SF sends decisions, and answers proposals / SF skickar beslut och svarar på förslag",
  "decisions.read": "SF reads its own decisions / SF läser sina egna beslut",
  "assignments.read":
    "A party reads the assignments that it has, has had or has decided / En part läser uppdrag som den har, har haft eller har beslutat",
  "assignments.report": "A provider reports and proposes / En utförare rapporterar och föreslår",
  "persons.search":
    "SF searches for a person for whom it has an ongoing case / SF söker en person som den har ett pågående ärende för",
  "models.read": "Every party reads the models / Alla parter läser styrmodellen",
};

export const securitySchemes = {
  [clientCredentials]: {
    type: "oauth2" as const,
    description:
      "OAuth 2.0, client credentials. The organisation that runs the service says where tokens are fetched. In the sandbox it is the address here. / Den som driver tjänsten anger var token hämtas.",
    flows: {
      clientCredentials: {
        tokenUrl: "/oauth2/token",
        scopes: Object.fromEntries(scopes.map((scope) => [scopeInToken(scope), meaning[scope]])),
      },
    },
  },
};
