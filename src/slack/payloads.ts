import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import type { Block } from './blocks.ts'

/** What we read of what Slack sends; there is more in it. */
const Person = Type.Object({ id: Type.String() })
const AnyBlock = Type.Unsafe<Block>(Type.Object({ type: Type.String() }))

const Pressed = Type.Object({
  type: Type.Literal('block_actions'),
  user: Person,
  trigger_id: Type.Optional(Type.String()),
  response_url: Type.Optional(Type.String()),
  channel: Type.Optional(Type.Object({ id: Type.String() })),
  container: Type.Optional(Type.Object({ is_ephemeral: Type.Optional(Type.Boolean()) })),
  message: Type.Optional(
    Type.Object({
      ts: Type.String(),
      text: Type.Optional(Type.String()),
      blocks: Type.Optional(Type.Array(AnyBlock)),
      metadata: Type.Optional(Type.Unknown())
    })
  ),
  actions: Type.Array(
    Type.Object({ action_id: Type.String(), block_id: Type.String(), value: Type.Optional(Type.String()) }),
    { minItems: 1 }
  )
})

const Field = Type.Object({
  value: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  selected_option: Type.Optional(Type.Union([Type.Object({ value: Type.String() }), Type.Null()])),
  selected_options: Type.Optional(Type.Array(Type.Object({ value: Type.String() })))
})

const Submitted = Type.Object({
  type: Type.Literal('view_submission'),
  user: Person,
  view: Type.Object({
    id: Type.String(),
    callback_id: Type.String(),
    private_metadata: Type.String(),
    state: Type.Object({ values: Type.Record(Type.String(), Type.Record(Type.String(), Field)) })
  })
})

const Command = Type.Object({
  user_id: Type.String({ minLength: 1 }),
  text: Type.String(),
  response_url: Type.String()
})

export type Pressed = Static<typeof Pressed>
export type Submitted = Static<typeof Submitted>
export type Command = Static<typeof Command>

/** Null: something that we did not ask Slack for. */
export function readInteraction(form: URLSearchParams): Pressed | Submitted | null {
  const payload = parsed(form.get('payload') ?? '')
  if (Value.Check(Pressed, payload)) return payload
  return Value.Check(Submitted, payload) ? payload : null
}

export function readCommand(form: URLSearchParams): Command | null {
  const command = { text: '', ...Object.fromEntries(form) }
  return Value.Check(Command, command) ? command : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
