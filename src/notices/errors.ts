import { defineError } from '../lib/errors.ts'

export const NoticeNotFound = defineError<{ noticeId: string }>(
  'NOTICE_NOT_FOUND',
  404,
  'There is no such notice in your inbox.'
)
