import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { DECAY_SIGNS } from '../engine/insight/worsening-signs.ts'
import { CsvReply, sendCsv } from '../lib/csv-reply.ts'
import { problems } from '../lib/problem.ts'
import { Body, Id, Instant, LocalDateText, Nullable, OneOf, Words } from '../lib/schema.ts'
import { DECAY_DECISIONS } from '../words.ts'
import { writeDecayCsv } from './decay-csv.ts'
import { decideReview, nameReviewOwner } from './decide-review.ts'
import { readDecayWatch } from './read-decay-watch.ts'

const share = Nullable(Type.Number({ minimum: 0, maximum: 1 }))
const Figures = Type.Object({
  tookPartShare: share,
  waivedShare: share,
  lateDroppedShare: share,
  notToldShare: share,
  hostHoursPerWeek: Nullable(Type.Number()),
  mood: Nullable(Type.Number({ description: 'Mean of 1 to 5, of five people or more.' })),
  answerAgeDays: Nullable(Type.Number({ description: 'Median wait of themes without a decision.' }))
})
const Worse = Type.Array(
  Type.Object({
    sign: OneOf(DECAY_SIGNS),
    figure: Type.Unsafe<keyof typeof Figures.properties>({ type: 'string' }),
    before: Type.Number(),
    now: Type.Number()
  })
)
const Person = Type.Object({ id: Id, name: Nullable(Type.String()) })
const Review = Type.Object({
  id: Id,
  fromOn: LocalDateText,
  toOn: LocalDateText,
  worse: Worse,
  owner: Person,
  openedAt: Instant,
  decision: Nullable(
    Type.Object({
      decision: OneOf(DECAY_DECISIONS),
      reason: Type.String(),
      decidedAt: Instant,
      decidedBy: Person
    })
  )
})
const Params = Type.Object({ reviewId: Id })
const Before = Type.Object({
  before: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 12, description: 'Quarters before the running one; 4.' })
  )
})

export const decayRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/decay-watch', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readDecayWatch',
      summary: 'Whether the programme decays, quarter by quarter, and the reviews that were opened',
      tags: ['Leadership'],
      querystring: Before,
      response: {
        200: Type.Object({
          quarters: Type.Array(
            Type.Object({
              fromOn: LocalDateText,
              toOn: LocalDateText,
              isRunning: Type.Boolean(),
              figures: Figures,
              worse: Worse
            })
          ),
          reviews: Type.Array(Review)
        }),
        ...problems(400, 401)
      }
    },
    handler: async (request) => readDecayWatch(request.ctx, request.query.before)
  })

  app.get('/decay-watch.csv', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'downloadDecayWatch',
      summary: 'The decay watch as CSV, each figure with what it is made of',
      tags: ['Leadership'],
      querystring: Before,
      produces: ['text/csv'],
      response: { ...CsvReply, ...problems(400, 401) }
    },
    handler: async (request, reply) => sendCsv(reply, await writeDecayCsv(request.ctx, request.query.before))
  })

  app.post('/decay-reviews/:reviewId/decision', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'decideReview',
      summary: 'Answer a review: stop, change or keep the programme, with the reason',
      description: 'Its owner, HR and executives.',
      tags: ['Leadership'],
      params: Params,
      body: Body({ decision: OneOf(DECAY_DECISIONS), reason: Words(2000) }),
      response: { 200: Review, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request) => decideReview(request.ctx, request.params.reviewId, request.body)
  })

  app.put('/decay-reviews/:reviewId/owner', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'nameReviewOwner',
      summary: 'Hand a review over to somebody else of HR or the executives',
      tags: ['Leadership'],
      params: Params,
      body: Body({ employeeId: Id }),
      response: { 200: Review, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request) => nameReviewOwner(request.ctx, request.params.reviewId, request.body.employeeId)
  })
}
