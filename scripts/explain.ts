/** Runs a script. What goes wrong is printed, and the exit code is 1: no script of ours fails in silence. */
export async function orExplain(script: () => Promise<void>): Promise<void> {
  try {
    await script()
  } catch (error) {
    console.error(error instanceof Error ? sentence(error) : error)
    process.exitCode = 1
  }
}

/** Errors of our own say what to do, so their stack would only hide it. */
function sentence(error: Error): string {
  const expected = [
    'EmbeddedUnavailable',
    'DatabaseFolderInUse',
    'MigrationRefused',
    'ConfigNotValid',
    'Refused'
  ]
  return expected.includes(error.name) ? error.message : (error.stack ?? error.message)
}

/** The person asked for something we will not do. */
export class Refused extends Error {
  override readonly name = 'Refused'
}
