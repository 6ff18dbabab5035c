import { isOf } from "@hemvist/rules";

/**
 * A message's type, as an operator sees it. One type of message to an inbox says that a person is protected, which no
 * operator needs to know of. If only that one were hidden, hiding it would say so: so none of them shows.
 */
export const shownType = (queue: string, type: string): string =>
  isOf("inbox", queue) ? "a message to an inbox" : type;
