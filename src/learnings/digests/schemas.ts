import { Type } from 'typebox'
import { Id, Instant, LocalDateText, OneOf } from '../../lib/schema.ts'
import { DIGEST_KINDS } from '../../words.ts'
import { Theme } from '../themes/schemas.ts'

const digest = {
  id: Id,
  kind: OneOf(DIGEST_KINDS, 'To leads, to the leadership, or of the themes that one reported.'),
  dueOn: LocalDateText,
  since: Instant,
  until: Instant
}

export const DigestHead = Type.Object(digest)

export const Digest = Type.Object({
  ...digest,
  new: Type.Array(Theme),
  growing: Type.Array(
    Type.Object({
      theme: Theme,
      reporters: Type.Integer({ description: 'Who reported it in the week, each once.' }),
      before: Type.Integer({ description: 'The same in the week before.' })
    })
  ),
  overdue: Type.Array(Theme, { description: 'Longest without a decision first.' }),
  counts: Type.Object(
    { new: Type.Integer(), growing: Type.Integer(), overdue: Type.Integer() },
    { description: 'How many there were; ten of each are listed at most.' }
  ),
  quotes: Type.Array(Type.Object({ theme: Theme, words: Type.String(), heardOn: LocalDateText })),
  undecided: Type.Object({
    first: Type.Array(Theme, { description: 'The ten that had waited longest, as they stand now.' }),
    waiting: Type.Integer({ description: 'How many waited in all.' })
  }),
  moved: Type.Array(
    Type.Object({
      theme: Theme,
      reporters: Type.Integer({ description: 'Others who reported it.' }),
      leaders: Type.Integer({ description: 'Before how many leaders it was put.' }),
      ownerChanged: Type.Boolean()
    })
  )
})
