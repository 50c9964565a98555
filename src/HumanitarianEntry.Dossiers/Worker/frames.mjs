// A frame is: length of the header (u32 BE), length of the bodies (u32 BE), header (JSON), bodies back to back.
// The header of a request names its bodies with their lengths in `files`.
export async function writeFrame(stream, header, body = Buffer.alloc(0)) {
  const json = Buffer.from(JSON.stringify(header), 'utf8');
  const sizes = Buffer.alloc(8);
  sizes.writeUInt32BE(json.length, 0);
  sizes.writeUInt32BE(body.length, 4);
  const write = (bytes) => new Promise((resolve, reject) => stream.write(bytes, (error) => (error ? reject(error) : resolve())));
  await write(Buffer.concat([sizes, json]));
  if (body.length > 0) await write(body);
}

// Each part is read into a place of its size: a large body is never held twice.
export async function* readFrames(stream) {
  let part = Buffer.allocUnsafe(8);
  let filled = 0;
  let sizes = null;
  let header = null;
  for await (const chunk of stream) {
    for (let at = 0; at < chunk.length || filled === part.length; ) {
      const copied = chunk.copy(part, filled, at);
      at += copied;
      filled += copied;
      if (filled < part.length) continue;
      const whole = part;
      filled = 0;
      if (!sizes) {
        sizes = { header: whole.readUInt32BE(0), body: whole.readUInt32BE(4) };
        part = Buffer.allocUnsafeSlow(sizes.header);
      } else if (!header) {
        header = JSON.parse(whole.toString('utf8'));
        part = Buffer.allocUnsafeSlow(sizes.body);
      } else {
        const frame = { header, body: whole };
        part = Buffer.allocUnsafe(8);
        sizes = header = null;
        yield frame;
      }
    }
  }
}
