/** One address in printable ASCII without spaces; that it exists, only a message to it can tell. */
export const EMAIL_PATTERN =
  '^[\\x21-\\x3f\\x41-\\x7e]+@[\\x21-\\x3f\\x41-\\x7e]+\\.[\\x21-\\x3f\\x41-\\x7e]+$'

const PATTERN = new RegExp(EMAIL_PATTERN)

/** 254 characters are what mail servers take (RFC 5321, a path of 256 with its brackets). */
export function isEmail(text: string): boolean {
  return text.length <= 254 && PATTERN.test(text)
}
