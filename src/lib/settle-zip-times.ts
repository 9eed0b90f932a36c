/** The earliest moment that a zip can say, midnight of 1 January 1980: the time, and above it the date. */
const EARLIEST = 0x00210000

/** Where in the record of the end, and in the head of a file, something stands (APPNOTE 6.3.10, 4.3). */
const END = { mark: 'PK\x05\x06', count: 10, directory: 16 }
const HEAD = { length: 46, time: 12, name: 28, extra: 30, comment: 32, local: 42 }
const LOCAL_TIME = 10

/**
 * Takes out of a zip when its files were packed, so that the same files are the same bytes, whenever somebody asks. The zip
 * is changed in place; one without a comment is expected, as our libraries write it.
 */
export function settleZipTimes(zip: Buffer): Buffer {
  const end = zip.lastIndexOf(Buffer.from(END.mark, 'latin1'))
  let head = zip.readUInt32LE(end + END.directory)
  for (let left = zip.readUInt16LE(end + END.count); left > 0; left -= 1) {
    zip.writeUInt32LE(EARLIEST, head + HEAD.time)
    zip.writeUInt32LE(EARLIEST, zip.readUInt32LE(head + HEAD.local) + LOCAL_TIME)
    const sizes = [HEAD.name, HEAD.extra, HEAD.comment].map((at) => zip.readUInt16LE(head + at))
    head += HEAD.length + sizes.reduce((sum, size) => sum + size, 0)
  }
  return zip
}
