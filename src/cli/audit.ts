import { type Head, type Verdict, verifyChain } from '../audit/verify-chain.ts'
import { type Command, CommandFailed, UsageError } from './command.ts'
import { withDatabase } from './with-database.ts'

function headFrom(text: string | boolean | undefined): Head | undefined {
  if (text === undefined) return undefined
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(String(text)) ?? []
  if (!seq || !hash) throw new UsageError('--expect takes a head as this command printed it: NUMBER:HASH')
  return { seq: Number(seq), hash }
}

const counted = ({ sealed, erased, forgotten, waiting }: Verdict) =>
  [
    `${sealed} entries`,
    erased > 0 && `${erased} with details erased by law`,
    forgotten > 0 && `${forgotten} forgotten when their time was over`,
    waiting > 0 && `${waiting} not sealed yet`
  ]
    .filter(Boolean)
    .join(', ')

export const audit: Command = {
  usage: 'verify [--expect HEAD]',
  summary: 'Recompute the chain of the audit log; keep the head it prints, and nobody can write the log anew',
  options: { expect: { type: 'string' } },
  run: async (world, { positionals: [verb], values }) => {
    if (verb !== 'verify') throw new UsageError('say: audit verify')
    const expected = headFrom(values.expect)
    const verdict = await withDatabase(world, (ctx) => verifyChain(ctx, expected))
    if (verdict.faults.length > 0) {
      const faults = verdict.faults.map(({ seq, what }) => `  at ${seq}: ${what}`)
      throw new CommandFailed(`The audit log does not verify (${counted(verdict)}):\n${faults.join('\n')}`)
    }
    world.out(`The audit log verifies: ${counted(verdict)}.`)
    if (verdict.head) world.out(`Head: ${verdict.head.seq}:${verdict.head.hash}`)
  }
}
