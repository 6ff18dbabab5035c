import { type Behaviour, none, seen, shown } from "./behaviour.ts";

/** Whether a call of a function whose answer has so many bytes succeeds. */
export type OpenAnswer = () => Promise<{ readonly isTaken: (bytes: number) => Promise<boolean> }>;

/** What Lambda allows, in bytes: 6 MB, and a little for what stands around it. */
const most = 6_291_556;

/** What becomes of a function's answer. */
export const answerBehaviours: readonly Behaviour<OpenAnswer>[] = [
  {
    says: "An answer of more than 6 MB fails the call.",
    is: "withstood",
    by: ["packages/runtime/http-api.ts"],
    page: "Lambda quotas",
    // The simulated ports and the engines run no function over HTTP.
    shows: { simulated: none, bare: none, local: shown, amazon: none },
    async check(open) {
      const { isTaken } = await open();
      const isLargestTaken = await isTaken(most);
      const isLargerTaken = await isTaken(most + 1);
      return seen(isLargestTaken && !isLargerTaken, isLargerTaken ? "it was taken" : "none was taken");
    },
  },
];
