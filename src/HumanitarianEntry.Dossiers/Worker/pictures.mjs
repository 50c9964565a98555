// Pictures are decoded and encoded anew: what was not a pixel is gone.
import sharp from 'sharp';
import { Refusal } from './refusal.mjs';
import { readExif, readGifNotes, readIptc, readPngTexts, readTail, readXmp } from './traits.mjs';

const mostPixels = 120_000_000;
const mostPages = 200;
const mostPixelsOfPages = 600_000_000;
const paperEdge = 842;
const previewEdge = 1280;
// By this raster a picture is found again in other cases (PictureFingerprint).
const grayEdge = 64;
const names = { jpeg: 'jpeg', png: 'png', webp: 'webp', avif: 'heif', tiff: 'tiff', gif: 'gif' };
const flat = { background: '#ffffff' };

sharp.cache(false);
sharp.concurrency(1);
// Of all decoders only these: no SVG, no PDF behind a picture's name. HEIC goes through heic.mjs.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['Jpeg', 'Png', 'Webp', 'Heif', 'Tiff', 'Nsgif'].map((name) => `VipsForeignLoad${name}`) });

export async function copyOf(kind, body, traits) {
  readTail(body, traits);
  if (kind === 'heic') {
    const { tiff, tool } = (await import('./heic.mjs')).decoded(body, traits, mostPixels);
    return copied(tiff, await about('tiff', tiff), false, `${tool}, `);
  }

  const found = await about(kind, body);
  if (found.exif) readExif(found.exif, traits);
  if (found.iptc) readIptc(found.iptc, traits);
  if (found.xmp) readXmp(found.xmp.toString('utf8'), traits);
  if (kind === 'png') readPngTexts(body, traits);
  if (kind === 'gif') readGifNotes(body, traits);
  // A TIFF is a list of directories, as the notes of other pictures are.
  if (kind === 'tiff') readExif(body, traits);
  if (found.subifds > 0) traits.push(['Hidden in it', `${found.subifds} pictures beside the pages; not in the working copy`]);
  if (found.width * found.height > mostPixels) throw new Refusal('too-many-pixels');
  if ((found.pages ?? 1) > 1) {
    if (kind !== 'tiff') throw new Refusal('several-pictures');
    return paged(body, found.pages);
  }

  // Transparency and drawings stay PNG, everything else becomes JPEG.
  return copied(body, found, kind === 'png' || kind === 'gif');
}

const options = { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true };
const tool = `sharp ${sharp.versions.sharp}, libvips ${sharp.versions.vips}`;

async function about(kind, body, page = 0) {
  const found = await read(() => sharp(body, { ...options, page, failOn: 'none' }).metadata());
  if (found.format !== names[kind] || (kind === 'avif' && found.compression !== 'av1')) throw new Refusal('broken');
  return found;
}

async function copied(body, found, drawn, before = '') {
  const png = drawn || found.hasAlpha === true;
  // The direction stood in what is thrown away, so the pixels are turned now.
  const upright = sharp(body, options).autoOrient().toColourspace('srgb');
  const copy = await read(() => (png ? upright.png({ compressionLevel: 9 }) : upright.jpeg({ quality: 92, chromaSubsampling: '4:4:4' })).toBuffer());
  const small = sharp(copy, options).resize({ width: previewEdge, height: previewEdge, fit: 'inside', withoutEnlargement: true }).flatten(flat);
  return {
    copy,
    mime: png ? 'png' : 'jpeg',
    preview: await small.jpeg({ quality: 80 }).toBuffer(),
    gray: await sharp(copy, options).flatten(flat).toColourspace('b-w').resize(grayEdge, grayEdge, { fit: 'fill' }).raw().toBuffer(),
    tool: before + tool,
    parameters: png ? 'decoded, turned upright, sRGB, PNG level 9, no metadata' : 'decoded, turned upright, sRGB, JPEG quality 92 4:4:4, no metadata',
  };
}

// A scan of several pages becomes a PDF with every one of them, or nothing.
async function paged(body, pages) {
  if (pages > mostPages) throw new Refusal('too-large');
  const sizes = [];
  for (let page = 0; page < pages; page++) sizes.push(await about('tiff', body, page));
  if (sizes.some(({ width, height }) => width * height > mostPixels) || sizes.reduce((sum, { width, height }) => sum + width * height, 0) > mostPixelsOfPages) throw new Refusal('too-many-pixels');
  const { PDFDocument } = await import('pdf-lib');
  const book = await PDFDocument.create({ updateMetadata: false });
  for (let page = 0; page < pages; page++) {
    const upright = sharp(body, { ...options, page }).autoOrient().flatten(flat).toColourspace('srgb');
    const picture = await book.embedJpg(await read(() => upright.jpeg({ quality: 85, chromaSubsampling: '4:4:4' }).toBuffer()));
    // A scanner that writes no size per inch: as if the page were A4.
    const scale = sizes[page].density >= 50 ? 72 / sizes[page].density : paperEdge / Math.max(picture.width, picture.height);
    const size = [picture.width, picture.height].map((edge) => Math.min(Math.max(edge * scale, 3), 14_400));
    book.addPage(size).drawImage(picture, { x: 0, y: 0, width: size[0], height: size[1] });
  }
  const copy = await book.save({ useObjectStreams: false, addDefaultPage: false });
  return { copy: Buffer.from(copy), mime: 'pdf', tool: `${tool}, pdf-lib 1.17.1`, parameters: `each of the ${pages} pages decoded, turned upright, sRGB, JPEG quality 85 4:4:4, one page of a PDF; no metadata` };
}

async function read(work) {
  try {
    return await work();
  } catch (error) {
    throw new Refusal(/pixel limit/i.test(String(error?.message)) ? 'too-many-pixels' : 'broken');
  }
}
