/** The name of the empty test that closes a file. No sentence, so nobody gives it to a test of their own. */
export const fileEnded = '--- file ended ---'
