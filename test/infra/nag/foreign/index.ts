import { cfnLint } from "./cfn-lint.ts";
import { checkov } from "./checkov.ts";
import type { ForeignJudge } from "./foreign-judge.ts";
import { parliament } from "./parliament.ts";

/** The judges in Python of the templates, beside cdk-nag. */
export const foreignJudges: readonly ForeignJudge[] = [checkov, cfnLint, parliament];
