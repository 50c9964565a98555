// Pictures are decoded and encoded anew: what was not a pixel is gone.
import sharp from 'sharp';
import zlib from 'node:zlib';
import { Refusal } from './refusal.mjs';
import { readExif, readIptc, readTail, readXmp } from './traits.mjs';

const mostPixels = 120_000_000;
const previewEdge = 1280;
// By this raster a picture is found again in other cases (PictureFingerprint).
const grayEdge = 64;
const names = { jpeg: 'jpeg', png: 'png', webp: 'webp', heic: 'heif' };

sharp.cache(false);
sharp.concurrency(1);
// Of all decoders only these four: no SVG, no PDF, no TIFF behind a picture's name.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadHeif'] });

export async function copyOf(kind, body, traits) {
  const options = { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true };
  const about = await read(kind, () => sharp(body, { ...options, failOn: 'none' }).metadata());
  if (about.format !== names[kind]) throw new Refusal('broken');
  if (about.exif) readExif(about.exif, traits);
  if (about.iptc) readIptc(about.iptc, traits);
  if (about.xmp) readXmp(about.xmp.toString('utf8'), traits);
  if (kind === 'png') readPngTexts(body, traits);
  readTail(body, traits);
  if (about.width * about.height > mostPixels) throw new Refusal('too-many-pixels');
  if ((about.pages ?? 1) > 1) throw new Refusal('several-pictures');

  // Transparency and drawings stay PNG, everything else becomes JPEG.
  const png = kind === 'png' || about.hasAlpha === true;
  // The direction stood in what is thrown away, so the pixels are turned now.
  const upright = sharp(body, options).autoOrient().toColourspace('srgb');
  const copy = await read(kind, () => (png ? upright.png({ compressionLevel: 9 }) : upright.jpeg({ quality: 92, chromaSubsampling: '4:4:4' })).toBuffer());
  const small = sharp(copy, options).resize({ width: previewEdge, height: previewEdge, fit: 'inside', withoutEnlargement: true }).flatten({ background: '#ffffff' });
  return {
    copy,
    mime: png ? 'png' : 'jpeg',
    preview: await small.jpeg({ quality: 80 }).toBuffer(),
    gray: await sharp(copy, options).flatten({ background: '#ffffff' }).toColourspace('b-w').resize(grayEdge, grayEdge, { fit: 'fill' }).raw().toBuffer(),
    tool: `sharp ${sharp.versions.sharp}, libvips ${sharp.versions.vips}`,
    parameters: png ? 'decoded, turned upright, sRGB, PNG level 9, no metadata' : 'decoded, turned upright, sRGB, JPEG quality 92 4:4:4, no metadata',
  };
}

async function read(kind, work) {
  try {
    return await work();
  } catch (error) {
    const said = String(error?.message);
    if (/pixel limit/i.test(said)) throw new Refusal('too-many-pixels');
    throw new Refusal(kind === 'heic' ? 'kind-not-cleaned' : 'broken');
  }
}

function readPngTexts(body, traits) {
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
