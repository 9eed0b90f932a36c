import { all, type Row } from './row.ts'

/** Learnings and themes are open to the whole company. */
export const themeSearch: Record<string, Row> = {
  suggestThemes: { query: { text: 'the code expires' }, statuses: all(200) },
  suggestThemesForLearning: { statuses: all(200, 200, 200, 404) },
  searchKnownThemes: { body: () => ({ text: 'The code expires' }), statuses: all(200) },
  readThemesBrief: { query: { themeId: '00000000-0000-7000-8000-00000000dead' }, statuses: all(404) }
}

/** One’s own only. */
export const learningDigests: Record<string, Row> = {
  listMyLearningDigests: { statuses: all(200) },
  readMyLearningDigest: { statuses: all(200, 404, 404, 404) }
}
