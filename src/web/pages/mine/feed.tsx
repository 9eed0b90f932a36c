import { Action } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import type { MineList } from '../../read-mine.ts'
import type { Reader } from '../../reader.ts'
import { mineTexts } from '../../texts/mine.ts'

interface FeedProps {
  feeds: MineList['feeds']
  feedUrl: string | undefined
  reader: Reader
}

/** The secret address for one's own calendar program: make, renew, revoke. */
export function Feed({ feeds, feedUrl, reader }: FeedProps) {
  const texts = reader.say(mineTexts)
  const hasOwn = feeds.some(({ purpose }) => purpose === 'own')
  const used = (at: Date | null) => (at === null ? texts.feedUnused : texts.feedUsed(reader.shortDay(at)))
  return (
    <Card id="feed" title={texts.feed} hint={texts.feedHint}>
      {feedUrl && (
        <div class="field">
          <label for="feed-url">{texts.feedAddress}</label>
          <input id="feed-url" readonly value={feedUrl} data-selects />
        </div>
      )}
      {feeds.length > 0 && (
        <ul class="rows">
          {feeds.map((feed) => (
            <li key={feed.id}>
              <div class="main">
                <div class="strong">{feed.showing ?? texts.feedNames[feed.purpose]}</div>
                <small>
                  {texts.feedSince(reader.shortDay(feed.createdAt))} · {used(feed.lastUsedAt)}
                </small>
              </div>
              <Action to={`/me/feeds/${feed.id}/revocation`} tone="danger" about={feed.showing ?? undefined}>
                {texts.feedRevoke}
              </Action>
            </li>
          ))}
        </ul>
      )}
      <Action to="/me/feeds" tone="plain" icon="mine">
        {hasOwn ? texts.feedRenew : texts.feedMake}
      </Action>
    </Card>
  )
}
