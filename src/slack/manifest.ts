/** What Slack needs to make our app, to be pasted under *From a manifest*; `publicUrl` ends without a slash. */
export const slackManifest = (publicUrl: string) => `display_information: { name: Lyttepost }
features:
  bot_user: { display_name: Lyttepost, always_online: true }
  slash_commands:
    - command: /support
      url: ${publicUrl}/slack/commands
      description: My shifts, who is on, what I am asked
      usage_hint: me | now | next | swap
oauth_config:
  scopes:
    bot: [commands, chat:write, im:write, im:history, channels:history, groups:history, users:read, users:read.email]
settings:
  interactivity: { is_enabled: true, request_url: "${publicUrl}/slack/interactions" }
`
