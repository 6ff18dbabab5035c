import { Worker } from "node:worker_threads";
import { MOST_ANSWER_BYTES, MOST_EVENT_BYTES } from "./payload-limits.ts";
import type { FromThread, Invocation, ThreadSetting, ToThread } from "./thread-messages.ts";

/** How an invocation ended: JSON of the function's answer, or of its error as Lambda words it. */
export interface Outcome {
  readonly succeeded: boolean;
  readonly payload: string;
}

export interface RunningThread {
  readonly invoke: (invocation: Invocation) => Promise<Outcome>;
  /** False once it has crashed, run out of time or been stopped. */
  readonly alive: () => boolean;
  readonly stop: () => Promise<void>;
}

/** Starts a function in a thread of its own, with that environment and nothing else of this process's. */
export const startThread = ({
  setting,
  environment,
  now,
  onText,
}: {
  readonly setting: ThreadSetting;
  readonly environment: Readonly<Record<string, string>>;
  /** Virtual time, in milliseconds since 1970. */
  readonly now: () => number;
  readonly onText: (text: string) => void;
}): RunningThread => {
  const worker = new Worker(new URL("./function-thread.ts", import.meta.url), {
    workerData: setting,
    env: environment,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: setting.memoryMb },
  });
  const loaded = Promise.withResolvers<Outcome | undefined>();
  let current: ((outcome: Outcome) => void) | undefined;
  let alive = true;

  const finish = (outcome: Outcome): void => {
    const settle = current;
    current = undefined;
    settle?.(outcome);
  };

  const die = (errorMessage: string): void => {
    alive = false;
    const outcome = failure("Runtime.ExitError", errorMessage);
    loaded.resolve(outcome);
    finish(outcome);
  };

  worker.on("message", (message: FromThread) => {
    switch (message.kind) {
      case "ready":
        loaded.resolve(undefined);
        break;
      case "unusable":
        alive = false;
        loaded.resolve({ succeeded: false, payload: message.payload });
        void worker.terminate();
        break;
      case "wrote":
        onText(message.text);
        break;
      case "answered":
      case "failed":
        finish(
          Buffer.byteLength(message.payload) > MOST_ANSWER_BYTES
            ? answerTooLarge
            : { succeeded: message.kind === "answered", payload: message.payload },
        );
    }
  });
  worker.on("error", (error) => die(`${setting.functionName} crashed: ${String(error)}`));
  worker.on("exit", () => die(`${setting.functionName} exited without answering`));

  const stop = async (): Promise<void> => {
    alive = false;
    await worker.terminate();
  };

  const invoke = async (invocation: Invocation): Promise<Outcome> => {
    if (Buffer.byteLength(invocation.event) > MOST_EVENT_BYTES) return eventTooLarge;
    const unusable = await loaded.promise;
    if (unusable !== undefined) return unusable;
    // The cold start is over by now: Lambda gives it ten seconds of its own.
    const outcome = Promise.withResolvers<Outcome>();
    current = outcome.resolve;
    const timer = setTimeout(() => {
      const seconds = (setting.timeoutMs / 1000).toFixed(2);
      void stop();
      finish(failure("Sandbox.Timedout", `${invocation.requestId} Task timed out after ${seconds} seconds`));
    }, setting.timeoutMs);
    const message: ToThread = {
      ...invocation,
      deadline: Date.now() + setting.timeoutMs,
      ahead: now() - Date.now(),
    };
    worker.postMessage(message);
    try {
      return await outcome.promise;
    } finally {
      clearTimeout(timer);
    }
  };

  return { invoke, alive: () => alive, stop };
};

const failure = (errorType: string, errorMessage: string): Outcome => ({
  succeeded: false,
  payload: JSON.stringify({ errorType, errorMessage }),
});

/** As Lambda words it. */
const answerTooLarge = failure(
  "Function.ResponseSizeTooLarge",
  `Response payload size exceeded maximum allowed payload size (${MOST_ANSWER_BYTES} bytes).`,
);

const eventTooLarge = failure(
  "RequestTooLargeException",
  `Request must be smaller than ${MOST_EVENT_BYTES} bytes for the InvokeFunction operation`,
);
