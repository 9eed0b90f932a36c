import { subDays } from 'date-fns'
import t from 'tap'
import { themes } from '../../db/schema/themes.ts'
import { HOUSE_NOW, webHouse } from '../helpers/web-house.ts'

/** More than two pages of a state, and more than one of what leaders cannot overlook. */
const THEMES = 130

const titlesIn = (html: string): string[] => html.match(/Theme number \d+(?=<\/(a|h2)>)/g) ?? []
const nextIn = (html: string): string | undefined =>
  /href="([^"]*cursor=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')

t.test(
  'a board of many themes shows some of each state, says how many there are, and leads to every one',
  async (t) => {
    const { as, db, amara } = await webHouse(t)
    const rows = Array.from({ length: THEMES }, (_, number) => ({
      title: `Theme number ${number + 1}`,
      ownerId: amara.id,
      createdBy: amara.id,
      answerByOn: '2027-03-20',
      createdAt: subDays(new Date(HOUSE_NOW), 40 + number)
    }))
    await db.insert(themes).values(rows)
    const look = async (path: string) => {
      const { statusCode, body } = await as(amara).send('GET', path, { headers: { accept: 'text/html' } })
      t.equal(statusCode, 200, path)
      return body
    }
    async function walk(path: string): Promise<string[]> {
      const seen: string[] = []
      for (let at: string | undefined = path; at; ) {
        const html = await look(at)
        seen.push(...titlesIn(html))
        at = nextIn(html)
      }
      return seen
    }

    const board = await look('/learnings')
    t.equal(titlesIn(board).length, 12, 'a column shows the first')
    t.match(board, new RegExp(`Heard <span class="soft">${THEMES}<`), 'and counts all of them')
    t.match(board, new RegExp(`href="/learnings\\?state=heard"[^>]*>.*${THEMES - 12} more`))

    const heard = await walk('/learnings?state=heard')
    t.equal(heard.length, THEMES)
    t.equal(new Set(heard).size, THEMES, 'each of them once')
    t.equal(heard[0], `Theme number ${THEMES}`, 'longest without a decision first')
    t.match(await look('/learnings?state=done'), /None/)

    const leadership = await look('/leadership')
    t.match(leadership, new RegExp(`${THEMES} themes`))
    t.match(leadership, new RegExp(`\\(${THEMES - 10}\\)`), 'how many stand behind the first ten')
    const waiting = new Set([...titlesIn(leadership), ...(await walk('/leadership'))])
    t.equal(waiting.size, THEMES, 'time has put all of them there')
    t.match(leadership, /Read and decide/)
    const then = await look('/leadership?asOf=2027-03-01')
    t.match(then, />Read</)
    t.notMatch(then, /Read and decide/, 'nobody decides in the past')
  }
)
