// Only what needs types: biome formats and lints the rest.
import tseslint from "typescript-eslint";

const inAddressBook =
  "Queue names are made and taken apart in packages/rules/engine/queue-names.ts, ids in packages/casework/addresses.ts.";

/** A text that is put together or taken apart as a queue's name or an id is. */
const addresses = [
  "TemplateElement[value.raw=/(^|[^a-z-])(decisions|inbox|assignments|progress)-$/]",
  "Literal[value=/^(decisions|inbox|assignments|progress)-$/]",
  "Literal[regex.pattern=/(decisions|inbox|assignments|progress)\\)?-/]",
  "TemplateElement[value.raw=/^(-dlq|\\.fifo)/]",
  "Literal[value=/^(-dlq|\\.fifo)$/]",
  "Literal[regex.pattern=/-dlq|\\.fifo/]",
  "TemplateLiteral[quasis.1.value.raw='.'][expressions.0.name='administration']",
  "TemplateLiteral[quasis.1.value.raw='.'][expressions.0.property.name='administration']",
].map((selector) => ({ selector, message: inAddressBook }));

/** Each call of S3's names the account that its bucket must be in. */
const buckets = [
  "Property[key.name='Bucket']",
  "Property[key.name='ExpectedBucketOwner']",
  "Property[key.value='x-amz-expected-bucket-owner'][value.name!='owner']",
].map((selector) => ({
  selector,
  message:
    "A call of S3's names its bucket by inBucket (packages/adapters/bucket.ts), with the bucket's owner.",
}));

/** A handler wires settings, clients and one call. What the call does stands beside it, where a test can reach it. */
const behaviour = [
  "IfStatement",
  "SwitchStatement",
  "ConditionalExpression",
  "LogicalExpression",
  "TryStatement",
  "ThrowStatement",
  "ForStatement",
  "ForInStatement",
  "ForOfStatement",
  "WhileStatement",
  "DoWhileStatement",
  "ClassDeclaration",
].map((selector) => ({
  selector,
  message: "A handler has settings, clients and one call, and nothing that it does.",
}));

export default tseslint.config(
  { ignores: ["**/node_modules/", "cdk.out/", "coverage/", "reports/", "*.mjs"] },
  {
    files: ["**/*.ts"],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: {
        project: [
          "./tsconfig.json",
          "./infra/tsconfig.json",
          "./packages/sandbox/console/page/tsconfig.json",
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { "@typescript-eslint": tseslint.plugin },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/no-unnecessary-condition": "error",
      "@typescript-eslint/no-unnecessary-type-assertion": "error",
      "@typescript-eslint/only-throw-error": "error",
    },
  },
  {
    // Outside tests nothing is asserted about a type that the compiler cannot see for itself.
    files: ["packages/**/*.ts", "functions/**/*.ts", "infra/**/*.ts"],
    ignores: ["**/*.test.ts"],
    languageOptions: { parser: tseslint.parser },
    rules: { "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }] },
  },
  {
    name: "hemvist/addresses",
    files: [
      "packages/**/*.ts",
      "functions/**/*.ts",
      "infra/**/*.ts",
      "test/{emulator,load,simulation}/**/*.ts",
    ],
    ignores: [
      "**/*.test.ts",
      "packages/local/**",
      "packages/rules/engine/queue-names.ts",
      "packages/casework/addresses.ts",
      // SQS as it is, for any queue.
      "test/simulation/platform/event-source.ts",
    ],
    languageOptions: { parser: tseslint.parser },
    rules: { "no-restricted-syntax": ["error", ...addresses, ...buckets] },
  },
  {
    name: "hemvist/buckets",
    files: ["packages/adapters/bucket.ts"],
    languageOptions: { parser: tseslint.parser },
    rules: { "no-restricted-syntax": ["error", ...addresses] },
  },
  {
    name: "hemvist/handlers",
    files: ["functions/*/handler.ts"],
    languageOptions: { parser: tseslint.parser },
    rules: {
      // A later block replaces what an earlier one says of a rule.
      "no-restricted-syntax": ["error", ...addresses, ...buckets, ...behaviour],
      "max-lines": ["error", { max: 50 }],
    },
  },
);
