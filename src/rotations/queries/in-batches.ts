/** Rows per statement: PostgreSQL takes 65,535 parameters, and our widest row has a dozen. */
const BATCH = 1000

/** Writes rows in statements of bearable size, one after the other, and gathers the answers. */
export async function inBatches<Row, Answer>(
  rows: readonly Row[],
  write: (batch: Row[]) => Promise<Answer[]>
): Promise<Answer[]> {
  const answers: Answer[] = []
  for (let from = 0; from < rows.length; from += BATCH) {
    answers.push(...(await write(rows.slice(from, from + BATCH))))
  }
  return answers
}
