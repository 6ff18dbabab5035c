/** Four fields are missing in each of twenty interventions: the answer has those of the first thirteen, in part. */
const fiftyOfEighty: readonly string[] = [
  ...Array.from({ length: 20 }, (_, index) =>
    ["interventionId", "subArea", "from", "to"].map((name) => `missing /interventions/${index}/${name}`),
  )
    .flat()
    .slice(0, 50),
  "too-many-faults ",
];

/** Every fault of each unreadable sample, in the order of the answer, by the name of its file. */
export const unreadable: Readonly<Record<string, readonly string[]>> = {
  "citation-not-read": ["citation-not-read /legalBasis"],
  "identity-number-as-id": ["identity-number-as-id /caseNumber"],
  "identity-of-protected-person": [
    "identity-of-protected-person /person/identityNumber",
    "identity-of-protected-person /person/givenName",
  ],
  "legal-basis-not-handled": ["legal-basis-not-handled /legalBasis"],
  missing: ["missing /assessment/workAbility"],
  "misspelt-field": ["missing /workPlan/goal", "unknown-field /workPlan/gaol"],
  "not-a-date": ["not-a-date /validFrom"],
  "not-an-id": ["not-an-id /decisionId"],
  "not-an-identity-number": ["not-an-identity-number /person/identityNumber"],
  "not-an-object": ["not-an-object "],
  "not-json": ["not-json "],
  "not-one-of": ["not-one-of /interventions/0/subArea"],
  "not-unique": ["not-unique /interventions"],
  "several-faults": [
    "not-a-date /decidedOn",
    "legal-basis-not-handled /legalBasis",
    "missing /assessment/unemployment",
    "not-one-of /workPlan/goal",
    "unknown-field /interventions/0/form",
    "not-a-date /interventions/1/to",
    "not-unique /interventions",
  ],
  "too-few": ["too-few /interventions"],
  "too-large": ["too-large /interventions/1/contact"],
  "too-many": ["too-many /interventions"],
  "too-small": ["too-small /revision"],
  "unknown-field": ["unknown-field /priority"],
  "wrong-type": ["wrong-type /revision"],
  "not-text": ["not-text /legalBasis", "not-text /person/givenName", "not-text /person/familyName"],
  blank: ["blank /person/givenName"],
  "needs-name": ["needs-name /person"],
  "number-or-reference": ["number-or-reference /person/reference"],
  "after-receipt": ["after-receipt /person/birthDate"],
  "identity-number-in-text": ["identity-number-in-text /interventions/1/contact"],
  "identity-number-in-follows": ["identity-number-as-id /interventions/1/follows"],
  "follows-half": ["not-an-id /interventions/1/follows"],
  null: ["wrong-type /decidedOn", "unknown-field /priority"],
  "until-further-notice": ["missing /interventions/0/to"],
  "too-deep": ["too-deep "],
  "too-many-faults": fiftyOfEighty,
};
