declare module 'cal-parser' {
  interface ParsedEvent {
    uid: { value: string }
    dtstart: { value: Date }
    dtend: { value: Date }
    summary: { value: string }
    status: { value: string }
  }
  const calParser: { parseString: (text: string) => { events: ParsedEvent[] } }
  export = calParser
}
