// HEIC: the decoder that sharp's own build lacks. libheif runs here as WebAssembly, so what goes wrong in it stays in memory of its own. What comes out is a plain TIFF for pictures.mjs.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { Refusal } from './refusal.mjs';
import { readExif, readXmp } from './traits.mjs';
import { plainTiff } from './tiff.mjs';

const require = createRequire(import.meta.url);
const mostTiles = 1_024;
const mostItems = 2_048;
const mostProfile = 4 * 1024 * 1024;
const mostMemory = 1536 * 1024 * 1024;
const mostBlock = 512 * 1024 * 1024;
const mostNote = 4 * 1024 * 1024;
// Numbers of libheif's own header files (heif_error.h, heif_image.h, heif_security.h).
const [unsupported, noMemory, overLimit] = [4, 6, 1000];
const [rgb, interleaved, [plain, withAlpha]] = [1, 10, [10, 11]];
const limitPlaces = { pixels: 8, tiles: 16, items: 28, profile: 32, block: 40, memory: 64 };
const [limitsSize, limitsVersion] = [256, 4];
const ofPicture = new Set(['ftyp', 'meta', 'mdat', 'free', 'skip']);
const [hdrToEightBits, strict] = [20, 21];

export function decoded(body, traits, mostPixels) {
  demandStill(body, traits);
  const heif = require('libheif-js/libheif-wasm/libheif.js')({ wasmBinary: fs.readFileSync(require.resolve('libheif-js/libheif-wasm/libheif.wasm')) });
  // An error of twelve bytes; behind it, room for three answers.
  const told = heif._malloc(32);
  const answers = [told + 16, told + 20, told + 24];
  const word = (at) => heif.HEAPU32[at >>> 2];
  const ask = (call, ...details) => {
    call(told, ...details);
    const code = word(told);
    if (code !== 0) throw new Refusal(code === noMemory || word(told + 4) === overLimit ? 'unpacks-too-large' : code === unsupported ? 'unknown-form' : 'broken');
  };

  const context = heif._heif_context_alloc();
  limit(heif, ask, context, mostPixels);
  const place = heif._malloc(body.length);
  heif.HEAPU8.set(body, place);
  ask(heif._heif_context_read_from_memory_without_copy, context, place, body.length, 0);
  if (heif._heif_context_get_number_of_items(context) > mostItems) throw new Refusal('unpacks-too-large');
  readNotes(heif, ask, word, answers, context, traits);
  if (heif._heif_context_has_sequence(context) || heif._heif_context_get_number_of_top_level_images(context) !== 1) throw new Refusal('several-pictures');

  ask(heif._heif_context_get_primary_image_handle, context, answers[0]);
  const handle = word(answers[0]);
  if (heif._heif_image_handle_get_width(handle) * heif._heif_image_handle_get_height(handle) > mostPixels) throw new Refusal('too-many-pixels');
  const profile = profileOf(heif, ask, handle);
  const alpha = heif._heif_image_handle_has_alpha_channel(handle) !== 0;
  const options = heif._heif_decoding_options_alloc();
  heif.HEAPU8[options + hdrToEightBits] = 1;
  heif.HEAPU8[options + strict] = 1;
  ask(heif._heif_decode_image, handle, answers[0], rgb, alpha ? withAlpha : plain, options);

  // Turned and mirrored already as the file says (irot, imir). What EXIF says of the direction counts for nothing in this format, and is not among what goes on.
  const image = word(answers[0]);
  const [width, height] = [heif._heif_image_get_width(image, interleaved), heif._heif_image_get_height(image, interleaved)];
  const from = heif._heif_image_get_plane_readonly2(image, interleaved, answers[1]) >>> 0;
  const [row, stride] = [width * (alpha ? 4 : 3), word(answers[1])];
  if (width < 1 || height < 1 || from === 0 || stride < row) throw new Refusal('broken');
  const rows = function* () {
    for (let y = 0; y < height; y++) yield heif.HEAPU8.subarray(from + y * stride, from + y * stride + row);
  };
  return { tiff: plainTiff(width, height, alpha, profile, rows()), tool: `libheif ${heif.heif_get_version()}` };
}

function limit(heif, ask, context, mostPixels) {
  const limits = heif._malloc(limitsSize);
  heif.HEAPU8.copyWithin(limits, heif._heif_get_global_security_limits(), heif._heif_get_global_security_limits() + limitsSize);
  const view = new DataView(heif.HEAPU8.buffer, limits, limitsSize);
  if (view.getUint8(0) !== limitsVersion) throw new Error('Another libheif than this was written for.');
  view.setBigUint64(limitPlaces.pixels, BigInt(mostPixels), true);
  view.setBigUint64(limitPlaces.tiles, BigInt(mostTiles), true);
  view.setUint32(limitPlaces.items, mostItems, true);
  view.setUint32(limitPlaces.profile, mostProfile, true);
  view.setBigUint64(limitPlaces.block, BigInt(mostBlock), true);
  view.setBigUint64(limitPlaces.memory, BigInt(mostMemory), true);
  ask(heif._heif_context_set_security_limits, context, limits);
}

// A film beside the picture is refused where it is one of pictures, and said where it is left out (telephones append one).
function demandStill(body, traits) {
  for (let at = 0, seen = 0; at < body.length && seen < 10_000; seen++) {
    const type = body.toString('latin1', at + 4, at + 8);
    const size = at + 8 <= body.length ? body.readUInt32BE(at) : 0;
    const end = size === 0 ? body.length : at + (size === 1 ? Number(body.readBigUInt64BE(at + 8)) : size);
    if (type === 'moov') throw new Refusal('several-pictures');
    if (!ofPicture.has(type)) {
      traits.push(['Hidden in it', `${Math.min(end, body.length) - at} bytes beside the picture; not in the working copy`]);
      if (end < at + 8 || end > body.length) return;
    }
    if (end < at + 8 || end > body.length) throw new Refusal('broken');
    at = end;
  }
}

// Notes of every picture in the file, also of those that are not the main one.
function readNotes(heif, ask, word, [bytes, length], context, traits) {
  const count = heif._heif_context_get_number_of_items(context);
  const list = heif._malloc(4 * count);
  heif._heif_context_get_list_of_item_IDs(context, list, count);
  for (let i = 0; i < count; i++) {
    const id = word(list + 4 * i);
    const type = fourLetters(heif._heif_item_get_item_type(context, id));
    if (type !== 'Exif' && type !== 'mime') continue;
    try {
      ask(heif._heif_item_get_item_data, context, id, 0, bytes, length);
    } catch {
      traits.push(['Hidden in it', 'a note that does not open; not in the working copy']);
      continue;
    }
    const note = Buffer.from(heif.HEAPU8.subarray(word(bytes), word(bytes) + Math.min(word(length), mostNote)));
    if (type === 'mime') readXmp(note.toString('utf8'), traits);
    else if (note.length > 4) readExif(note.subarray(4 + Math.min(note.readUInt32BE(0), note.length - 4)), traits);
    heif._heif_release_item_data(context, bytes);
  }
}

function profileOf(heif, ask, handle) {
  const size = heif._heif_image_handle_get_raw_color_profile_size(handle);
  if (size === 0 || size > mostProfile) return null;
  const place = heif._malloc(size);
  ask(heif._heif_image_handle_get_raw_color_profile, handle, place);
  return Buffer.from(heif.HEAPU8.subarray(place, place + size));
}

const fourLetters = (code) => String.fromCharCode(code >>> 24, (code >>> 16) & 255, (code >>> 8) & 255, code & 255);
