import { parsedJson } from "@hemvist/contracts";
import type { Answer, Request } from "@hemvist/local";
import { instantOf } from "@hemvist/rules";
import { ok, refused } from "./answers.ts";
import type { Sandbox } from "./sandbox-api.ts";

/** What lies on a queue, oldest first. It stays there for the one who reads it. */
export async function queueSeen({ system }: Sandbox, _request: Request, name: string): Promise<Answer> {
  if (!system.queueNames().includes(name)) return refused("not-found");
  const messages = await system.messagesOn(name);
  return ok({
    messages: messages.map(({ messageId, groupId, sentAt, body }) => ({
      messageId,
      ...(groupId === undefined ? {} : { groupId }),
      sentAt: instantOf(Date.parse(sentAt)),
      // A body that is no JSON lies there as the text it is.
      body: parsedJson(body) ?? body,
    })),
  });
}
