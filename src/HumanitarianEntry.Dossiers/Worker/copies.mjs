// Makes copies of files that tell nothing of place, device or author. Everything here is handed over by people nobody vouches for: one process a file, ended by its parent when it is too slow.
import { readFrames, writeFrame } from './frames.mjs';
import { Refusal } from './refusal.mjs';
import { tidy } from './traits.mjs';

// Loaded when needed: a PDF needs no decoder of pictures, and the other way round.
const pictures = async () => (await import('./pictures.mjs')).copyOf;
const makers = { jpeg: pictures, png: pictures, webp: pictures, heic: pictures, avif: pictures, tiff: pictures, gif: pictures, pdf: async () => (await import('./pdf.mjs')).copyOf };

for await (const { header, body } of readFrames(process.stdin)) {
  const traits = [];
  try {
    if (!Object.hasOwn(makers, header.kind)) throw new Refusal('kind-not-cleaned');
    const copyOf = await makers[header.kind]();
    const { copy, mime, preview, gray, tool, parameters } = await copyOf(header.kind, Buffer.from(body), traits);
    const bodies = gray ? [copy, preview, gray] : [copy];
    await writeFrame(process.stdout, { id: header.id, mime, tool, parameters, traits: tidy(traits), lengths: bodies.map((part) => part.length) }, Buffer.concat(bodies));
  } catch (error) {
    // What a library says may quote the file; only our own words leave.
    await writeFrame(process.stdout, { id: header.id, reason: error instanceof Refusal ? error.reason : 'broken', traits: tidy(traits), lengths: [] });
  }
}
