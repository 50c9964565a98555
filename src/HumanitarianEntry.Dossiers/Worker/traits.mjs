import zlib from 'node:zlib';

// What files tell of their making: names and values, short and printable.
const most = 200;
const longest = 500;

export function tidy(traits) {
  const seen = new Set();
  return traits
    .map(([name, value]) => ({ name: clean(name).slice(0, 80), value: clean(value).slice(0, longest) }))
    .filter(({ name, value }) => name && value && !seen.has(name + '\0' + value) && seen.add(name + '\0' + value))
    .slice(0, most);
}

// No control signs and none that turn the direction of writing.
function clean(text) {
  return String(text).replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

const main = {
  0x010d: 'DocumentName', 0x010e: 'ImageDescription', 0x010f: 'Make', 0x0110: 'Model', 0x011d: 'PageName', 0x0131: 'Software', 0x0132: 'DateTime', 0x013b: 'Artist', 0x013c: 'HostComputer', 0x8298: 'Copyright',
  0x9003: 'DateTimeOriginal', 0x9004: 'DateTimeDigitized', 0x9010: 'OffsetTime', 0x9011: 'OffsetTimeOriginal', 0x9286: 'UserComment', 0x9c9b: 'XPTitle', 0x9c9c: 'XPComment', 0x9c9d: 'XPAuthor',
  0xa420: 'ImageUniqueID', 0xa430: 'CameraOwnerName', 0xa431: 'BodySerialNumber', 0xa433: 'LensMake', 0xa434: 'LensModel', 0xa435: 'LensSerialNumber', 0x927c: 'MakerNote',
};
const gps = {
  0x01: 'GPSLatitudeRef', 0x02: 'GPSLatitude', 0x03: 'GPSLongitudeRef', 0x04: 'GPSLongitude', 0x06: 'GPSAltitude', 0x07: 'GPSTimeStamp', 0x11: 'GPSImgDirection', 0x1b: 'GPSProcessingMethod', 0x1d: 'GPSDateStamp',
};
const sizes = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8 };

// EXIF is a small TIFF: directories of entries of twelve bytes. Whatever points outside is passed over.
export function readExif(buffer, traits) {
  const from = buffer.indexOf('Exif\0\0') === 0 ? 6 : 0;
  const tiff = buffer.subarray(from);
  if (tiff.length < 8) return;
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const u16 = (at) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const u32 = (at) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const seen = new Set();
  const directory = (at, names) => {
    if (at + 2 > tiff.length || seen.has(at) || seen.size > 600) return;
    seen.add(at);
    const count = Math.min(u16(at), 500);
    for (let entry = at + 2; entry + 12 <= tiff.length && entry < at + 2 + count * 12; entry += 12) {
      const [tag, type, number] = [u16(entry), u16(entry + 2), u32(entry + 4)];
      if (tag === 0x8769) directory(u32(entry + 8), main);
      else if (tag === 0x8825) directory(u32(entry + 8), gps);
      else if (names[tag] && sizes[type]) {
        const length = sizes[type] * number;
        const place = length <= 4 ? entry + 8 : u32(entry + 8);
        if (place + length <= tiff.length) traits.push([names[tag], valueOf(tag, type, number, place)]);
      }
    }
  };
  const valueOf = (tag, type, number, place) => {
    if (tag === 0x927c) return `${number} bytes`;
    if (tag >= 0x9c9b && tag <= 0x9c9d) return tiff.toString('utf16le', place, place + Math.min(number, 65_536));
    if (type === 2 || type === 7) return tiff.toString('utf8', place, place + Math.min(number, 65_536)).replace(/^(ASCII|UNICODE|JIS)\0+/, '');
    const one = (i) => (type === 3 ? u16(place + 2 * i) : type === 5 || type === 10 ? ratio(u32(place + 8 * i), u32(place + 8 * i + 4)) : type === 4 || type === 9 ? u32(place + 4 * i) : tiff[place + i]);
    return Array.from({ length: Math.min(number, 8) }, (_, i) => one(i)).join(' ');
  };
  // The next directory of a TIFF is its next page, of a photograph its small picture.
  for (let at = u32(4), pages = 0; at !== 0 && at + 2 <= tiff.length && !seen.has(at) && pages < 200; pages++) {
    directory(at, main);
    const next = at + 2 + u16(at) * 12;
    at = next + 4 <= tiff.length ? u32(next) : 0;
  }
}

const ratio = (above, below) => (below === 0 ? 0 : Math.round((above / below) * 1e6) / 1e6);

export function readXmp(text, traits) {
  for (const [, name, value] of text.slice(0, 1_000_000).matchAll(/\s([\w-]{1,40}:[\w-]{1,60})="([^"<>]{1,500})"/g)) if (!/^(xmlns|rdf|xml|x):/.test(name)) traits.push([`XMP ${name}`, value]);
  for (const [, name, value] of text.slice(0, 1_000_000).matchAll(/<([\w-]{1,40}:[\w-]{1,60})(?:\s[^<>]{0,200})?>\s*([^<>\s][^<>]{0,500})<\//g)) traits.push([`XMP ${name}`, value]);
}

const iptc = { 5: 'ObjectName', 25: 'Keywords', 55: 'DateCreated', 80: 'Byline', 90: 'City', 101: 'Country', 105: 'Headline', 110: 'Credit', 116: 'CopyrightNotice', 120: 'Caption' };

export function readIptc(buffer, traits) {
  for (let at = 0; at + 5 <= buffer.length; at++) {
    if (buffer[at] !== 0x1c || buffer[at + 1] !== 2) continue;
    const length = buffer.readUInt16BE(at + 3);
    if (iptc[buffer[at + 2]] && at + 5 + length <= buffer.length) traits.push([`IPTC ${iptc[buffer[at + 2]]}`, buffer.toString('utf8', at + 5, at + 5 + length)]);
  }
}

// A second file may hang behind the first: readers of archives look at the end, readers of pictures at the beginning.
export function readTail(body, traits) {
  if (body.subarray(Math.max(0, body.length - 66_000)).includes('PK\x05\x06')) traits.push(['Hidden file', 'an archive (ZIP) hangs behind it; it is not in the working copy']);
}

export function readPngTexts(body, traits) {
  for (let at = 8, seen = 0; at + 12 <= body.length && seen < 10_000; seen++) {
    const length = body.readUInt32BE(at);
    const type = body.toString('latin1', at + 4, at + 8);
    const content = body.subarray(at + 8, at + 8 + Math.min(length, 65_536));
    if (type === 'tEXt' || type === 'zTXt' || type === 'iTXt') readText(type, content, traits);
    if (type === 'tIME' && content.length >= 7) traits.push(['PNG time', `${content.readUInt16BE(0)}-${content[2]}-${content[3]} ${content[4]}:${content[5]}:${content[6]} UTC`]);
    if (type === 'IEND') {
      if (at + 12 < body.length) traits.push(['Hidden bytes', `${body.length - at - 12} behind the end of the picture; they are not in the working copy`]);
      return;
    }
    at += 12 + length;
  }
}

function readText(type, content, traits) {
  const end = content.indexOf(0);
  if (end < 1) return;
  const keyword = content.toString('latin1', 0, end);
  // The same again, as other programs pack it into texts.
  if (/^(XML:com\.adobe\.xmp|Raw profile type .*|exif:.*)$/.test(keyword)) return;
  const name = `PNG ${keyword}`;
  if (type === 'tEXt') traits.push([name, content.toString('latin1', end + 1)]);
  else if (type === 'zTXt') traits.push([name, inflated(content.subarray(end + 2))]);
  else traits.push([name, content[end + 1] === 1 ? 'packed text' : content.toString('utf8', end + 3).replace(/^[^\0]*\0[^\0]*\0/, '')]);
}

function inflated(bytes) {
  try {
    return zlib.inflateSync(bytes, { maxOutputLength: 65_536 }).toString('latin1');
  } catch {
    return 'packed text that does not open';
  }
}

// Remarks, and blocks that programs add for themselves.
export function readGifNotes(body, traits) {
  const table = (flags) => ((flags & 0x80) !== 0 ? 3 << ((flags & 7) + 1) : 0);
  let at = 13 + (body.length > 10 ? table(body[10]) : 0);
  const blocks = () => {
    const from = at;
    while (at < body.length && body[at] !== 0) at += body[at] + 1;
    at++;
    return body.subarray(from, Math.min(at, from + 65_536));
  };
  for (let seen = 0; at < body.length && seen < 10_000; seen++) {
    const mark = body[at];
    if (mark === 0x2c && at + 10 < body.length) {
      at += 11 + table(body[at + 9]);
      blocks();
    } else if (mark === 0x21) {
      const label = body[at + 1];
      at += 2;
      const said = blocks();
      if (label === 0xfe) traits.push(['GIF comment', said.subarray(1).toString('utf8')]);
      if (label === 0xff && said.toString('latin1', 1, 9) === 'XMP Data') readXmp(said.toString('utf8'), traits);
    } else {
      if (mark === 0x3b && at + 1 < body.length) traits.push(['Hidden bytes', `${body.length - at - 1} behind the end of the picture; they are not in the working copy`]);
      return;
    }
  }
}
