import { holdsIdentityNumber } from "@hemvist/contracts";

/** What a party has written itself may hold an identity number. Then it is not shown. */
export const withoutNumber = (text: string): string => (holdsIdentityNumber(text) ? "…" : text);
