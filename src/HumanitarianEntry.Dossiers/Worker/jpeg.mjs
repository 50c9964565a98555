// JPEG and JPEG 2000 inside other files, without their notes: the coded picture stays bit for bit.
import { Refusal } from './refusal.mjs';

const unframed = new Set([0x01, 0xd0, 0xd1, 0xd2, 0xd3, 0xd4, 0xd5, 0xd6, 0xd7]);

// Keeps what decoders need: no APP1 to APP13 and APP15, no comments, and nothing behind the end. APP0 is cut to its plain form; APP2 is kept where it is a colour profile; APP14 says how colours are meant.
export function withoutNotes(jpeg) {
  if (jpeg.length < 4 || jpeg[0] !== 0xff || jpeg[1] !== 0xd8) throw new Refusal('broken');
  const kept = [jpeg.subarray(0, 2)];
  for (let at = 2; ; ) {
    if (at + 2 > jpeg.length || jpeg[at] !== 0xff) throw new Refusal('broken');
    const marker = jpeg[at + 1];
    if (marker === 0xff) { at++; continue; }
    if (marker === 0xd9) { kept.push(jpeg.subarray(at, at + 2)); break; }
    if (unframed.has(marker)) { kept.push(jpeg.subarray(at, at + 2)); at += 2; continue; }
    const end = at + 4 > jpeg.length ? Infinity : at + 2 + jpeg.readUInt16BE(at + 2);
    if (end > jpeg.length) throw new Refusal('broken');
    const isNote = (marker >= 0xe0 && marker <= 0xef && marker !== 0xee) || marker === 0xfe;
    if (!isNote || (marker === 0xe0 && jpeg.toString('latin1', at + 4, at + 8) === 'JFIF' && end - at === 18)) kept.push(jpeg.subarray(at, end));
    at = end;
    if (marker === 0xda) {
      const scanEnd = endOfScan(jpeg, at);
      kept.push(jpeg.subarray(at, scanEnd));
      at = scanEnd;
      if (at >= jpeg.length) { kept.push(Buffer.from([0xff, 0xd9])); break; }
    }
  }
  return Buffer.concat(kept);
}

function endOfScan(jpeg, from) {
  for (let at = from; at + 1 < jpeg.length; at++) {
    if (jpeg[at] === 0xff && jpeg[at + 1] !== 0 && jpeg[at + 1] !== 0xff && !unframed.has(jpeg[at + 1])) return at;
  }
  return jpeg.length;
}

// Boxes of JPEG 2000: signature, type, header and code stream; XML and UUID boxes are left out.
export function withoutBoxes(jp2) {
  if (jp2.length > 2 && jp2.readUInt16BE(0) === 0xff4f) return jp2;
  const kept = [];
  for (let at = 0; at + 8 <= jp2.length; ) {
    const declared = jp2.readUInt32BE(at);
    if (declared === 1) throw new Refusal('unknown-form');
    const end = declared === 0 ? jp2.length : at + declared;
    if (end < at + 8 || end > jp2.length) throw new Refusal('broken');
    if (['jP  ', 'ftyp', 'jp2h', 'jp2c'].includes(jp2.toString('latin1', at + 4, at + 8))) kept.push(jp2.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
}
