// A frame is: length of the header (u32 BE), length of the bodies (u32 BE), header (JSON), bodies back to back.
// The header of a request names its bodies with their lengths in `files`.
export function writeFrame(stream, header, body = Buffer.alloc(0)) {
  const json = Buffer.from(JSON.stringify(header), 'utf8');
  const sizes = Buffer.alloc(8);
  sizes.writeUInt32BE(json.length, 0);
  sizes.writeUInt32BE(body.length, 4);
  return new Promise((resolve, reject) => {
    stream.write(Buffer.concat([sizes, json, body]), (error) => (error ? reject(error) : resolve()));
  });
}

export async function* readFrames(stream) {
  let chunks = [];
  let available = 0;
  let sizes = null;
  for await (const chunk of stream) {
    chunks.push(chunk);
    available += chunk.length;
    for (;;) {
      if (!sizes) {
        if (available < 8) break;
        const head = Buffer.concat(chunks);
        sizes = { header: head.readUInt32BE(0), body: head.readUInt32BE(4) };
        chunks = [head.subarray(8)];
        available -= 8;
      }
      if (available < sizes.header + sizes.body) break;
      const all = Buffer.concat(chunks);
      const header = JSON.parse(all.toString('utf8', 0, sizes.header));
      const body = all.subarray(sizes.header, sizes.header + sizes.body);
      chunks = [all.subarray(sizes.header + sizes.body)];
      available -= sizes.header + sizes.body;
      sizes = null;
      yield { header, body };
    }
  }
}
