import { Type } from 'typebox'
import { Body, Id, Instant, Nullable, NullableInstant, OneOf, Words } from '../../lib/schema.ts'
import { HEARING_CAUSES, THEME_DECISIONS } from '../../words.ts'
import { Theme } from '../themes/schemas.ts'
import { BRIEF_THEMES } from './read-brief.ts'

export const SuggestionsQuery = Type.Object({
  text: Type.String({ minLength: 1, maxLength: 5000, description: 'What is typed so far, in any language.' })
})

export const Suggestions = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Id,
      title: Type.String(),
      summary: Type.String(),
      reporters: Type.Integer(),
      learnings: Type.Integer()
    }),
    { description: 'Five at most, best first.' }
  )
})

export const FindingBody = Body({ text: Words(5000, 'A finding as somebody wrote it. It is not kept.') })

const decisions = Type.Array(
  Type.Object({
    decision: OneOf(THEME_DECISIONS),
    reason: Type.String(),
    decidedAt: Instant,
    decidedBy: Type.String()
  })
)

export const KnownThemes = Type.Object({
  items: Type.Array(
    Type.Object({
      ...Theme.properties,
      match: Type.Integer({
        description: 'How much it says of the text beside the best of them, in percent.'
      }),
      decisions
    }),
    { description: 'Ten at most, best first.' }
  )
})

export const BriefQuery = Type.Object({
  themeId: Type.Array(Id, { minItems: 1, maxItems: BRIEF_THEMES, description: 'In the order of the page.' })
})

export const Brief = Type.Object({
  writtenAt: Instant,
  firstHeardAt: NullableInstant,
  together: Type.Object(
    {
      learnings: Type.Integer(),
      reporters: Type.Integer(),
      shifts: Type.Integer(),
      customers: Type.Integer(),
      minutes: Type.Integer()
    },
    { description: 'Of all themes of the brief; who reported two of them counts once.' }
  ),
  themes: Type.Array(
    Type.Object({
      ...Theme.properties,
      decisions,
      hearings: Type.Array(
        Type.Object({
          leader: Type.String(),
          cause: OneOf(HEARING_CAUSES),
          putAt: Instant,
          answer: Nullable(Type.String()),
          answeredAt: NullableInstant
        })
      ),
      quotes: Type.Array(Type.Object({ words: Type.String(), heardOn: Type.String({ format: 'date' }) }))
    })
  )
})
