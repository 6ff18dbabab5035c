/**
 * Whether a text holds nothing but text: no control character, no lone surrogate, and no U+FFFD, which stands where a
 * text in another encoding was read as UTF-8.
 */
export const isText = (text: string): boolean => !/[\p{Cc}\p{Cs}\ufffd]/u.test(text);

/** Whether something in a text can be seen. */
export const isVisible = (text: string): boolean => /[^\p{White_Space}\p{Cf}\p{Cc}]/u.test(text);
