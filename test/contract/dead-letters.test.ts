import { sqsDeadLetters } from "@hemvist/adapters";
import { queueUrls, type SetAside, simulatedSqs } from "../simulation/simulated-sqs.ts";
import { recordingDeadLetters } from "../support/recording-dead-letters.ts";
import { openSqs } from "../support/sqs-engine.ts";
import { noFaults, undisturbed } from "../support/undisturbed-run.ts";
import { deadLettersContract, queuesSetAsideFrom } from "./dead-letters-contract.ts";

deadLettersContract("the recording dead letters", () => {
  const deadLetters = recordingDeadLetters();
  return Promise.resolve({
    deadLetters,
    lyingIn: (queue) => Promise.resolve(deadLetters.letters.filter((letter) => letter.queue === queue)),
    close: () => Promise.resolve(),
  });
});

deadLettersContract("SQS (fauxqs)", async () => {
  const engine = await openSqs();
  const [decisions, progress] = queuesSetAsideFrom;
  const urls = {
    [`${decisions}-dlq`]: await engine.makeQueue(`${decisions}-dlq`),
    [`${progress}-dlq`]: await engine.makeQueue(`${progress}-dlq.fifo`),
  };
  return {
    deadLetters: sqsDeadLetters(urls, engine.client),
    lyingIn: async (queue) =>
      (await engine.drain(urls[`${queue}-dlq`] ?? "")).map(({ Body = "", MessageAttributes = {} }) => ({
        queue,
        body: Body,
        messageId: MessageAttributes["originalMessageId"]?.StringValue ?? "",
        reason: MessageAttributes["reason"]?.StringValue ?? "",
      })),
    close: engine.stop,
  };
});

deadLettersContract("SQS (simulated)", () => {
  const letters: SetAside[] = [];
  const client = simulatedSqs(
    {
      faults: noFaults(),
      isWithdrawn: () => false,
      accept: () => {},
      setAside: (letter) => letters.push(letter),
    },
    undisturbed(),
  );
  return Promise.resolve({
    deadLetters: sqsDeadLetters(queueUrls, client),
    lyingIn: (queue) =>
      Promise.resolve(
        letters
          .filter((letter) => letter.queue === queue)
          .map(({ originalMessageId, ...letter }) => ({ ...letter, messageId: originalMessageId })),
      ),
    close: () => Promise.resolve(),
  });
});
