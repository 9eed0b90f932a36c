import { defineError } from '../lib/errors.ts'

export const JobNotFound = defineError<{ name: string; known: string[] }>(
  'JOB_NOT_FOUND',
  404,
  'There is no job of that name; `details.known` lists those there are.'
)
