// PDF: what a page draws is copied into a fresh document. Nothing of the old document around the pages comes along: no properties, no scripts, no actions, no attached files, no forms.
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRawStream, PDFRef, PDFStream, PDFString, EncryptedPDFError, decodePDFRawStream } from 'pdf-lib';
import zlib from 'node:zlib';
import { withoutBoxes, withoutNotes } from './jpeg.mjs';
import { Refusal } from './refusal.mjs';
import { readTail, readXmp } from './traits.mjs';

const mostPages = 2_000;
const mostUnpacked = 256 * 1024 * 1024;
const n = (name) => PDFName.of(name);
const ofPage = new Set(['Type', 'Parent', 'MediaBox', 'CropBox', 'BleedBox', 'TrimBox', 'ArtBox', 'Rotate', 'Resources', 'Contents', 'Group', 'UserUnit', 'Annots']);
const never = new Set(['Metadata', 'PieceInfo', 'AA', 'JS', 'JavaScript', 'OpenAction', 'EmbeddedFiles', 'EF', 'AF', 'Launch', 'OPI', 'Thumb', 'LastModified', 'Alternates', 'PtData', 'Measure', 'VP', 'Names', 'StructParent', 'StructParents']);
// Dictionaries whose keys are names that the file gave itself: /AA may be a font there.
const tables = new Set(['Font', 'XObject', 'ExtGState', 'ColorSpace', 'Pattern', 'Shading', 'Properties', 'CharProcs', 'Colorants']);
const withoutPlace = new Set(['Link', 'FileAttachment', 'Sound', 'Movie', 'Screen', 'RichMedia', '3D', 'Popup', 'TrapNet', 'Projection', 'Watermark']);

export async function copyOf(_, body, traits) {
  readTail(body, traits);
  const source = await load(body);
  readTraits(source, traits);
  const off = source.catalog.lookupMaybe(n('OCProperties'), PDFDict)?.lookupMaybe(n('D'), PDFDict);
  if ((off?.lookupMaybe(n('OFF'), PDFArray)?.size() ?? 0) > 0 || off?.get(n('BaseState')) === n('OFF')) throw new Refusal('hidden-layers');
  const pages = source.getPages();
  if (pages.length === 0) throw new Refusal('broken');
  if (pages.length > mostPages) throw new Refusal('too-large');

  const seen = new Set();
  for (const { node } of pages) {
    for (const name of ['Resources', 'MediaBox', 'CropBox', 'Rotate']) {
      const inherited = node.getInheritableAttribute(n(name));
      if (inherited && !node.get(n(name))) node.set(n(name), inherited);
    }
    for (const key of node.keys()) if (!ofPage.has(key.decodeText())) node.delete(key);
    flatten(source.context, node);
    for (const [key, value] of node.entries()) if (key !== n('Parent')) strip(source.context, value, false, seen);
  }

  const fresh = await PDFDocument.create({ updateMetadata: false });
  for (const page of await fresh.copyPages(source, pages.map((_, i) => i))) fresh.addPage(page);
  const copy = await fresh.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
  return { copy: Buffer.from(copy), mime: 'pdf', tool: 'pdf-lib 1.17.1', parameters: 'pages copied into a fresh document; no properties, scripts, actions, attachments, forms or links; pictures without notes' };
}

async function load(body) {
  try {
    return await PDFDocument.load(body, { updateMetadata: false, throwOnInvalidObject: true });
  } catch (error) {
    throw new Refusal(error instanceof EncryptedPDFError || /encrypted/i.test(String(error?.message)) ? 'encrypted' : 'broken');
  }
}

// What a note or a form field looks like stays; what it does, who wrote it and when, goes. As a stamp it is nothing but its look.
function flatten(context, node) {
  const annotations = node.lookupMaybe(n('Annots'), PDFArray);
  if (!annotations) return node.delete(n('Annots'));
  const kept = [];
  for (let i = 0; i < annotations.size(); i++) {
    const annotation = annotations.lookup(i);
    const look = annotation instanceof PDFDict ? lookOf(context, annotation) : null;
    if (!look || withoutPlace.has(annotation.lookupMaybe(n('Subtype'), PDFName)?.decodeText())) continue;
    kept.push(context.register(context.obj({ Type: 'Annot', Subtype: 'Stamp', F: 4, Rect: annotation.get(n('Rect')), AP: { N: look } })));
  }
  if (kept.length > 0) node.set(n('Annots'), context.obj(kept));
  else node.delete(n('Annots'));
}

function lookOf(context, annotation) {
  const flags = annotation.lookupMaybe(n('F'), PDFNumber)?.asNumber() ?? 0;
  if ((flags & 2) !== 0 || (flags & 32) !== 0 || !annotation.get(n('Rect'))) return null;
  const look = annotation.lookupMaybe(n('AP'), PDFDict)?.get(n('N'));
  const found = look instanceof PDFRef ? context.lookup(look) : look;
  if (found instanceof PDFStream) return look;
  const state = annotation.lookupMaybe(n('AS'), PDFName);
  return found instanceof PDFDict && state ? (found.get(state) ?? null) : null;
}

function strip(context, value, isTable, seen) {
  const waiting = [[value, isTable]];
  while (waiting.length > 0) {
    const [next, table] = waiting.pop();
    let found = next;
    if (next instanceof PDFRef) {
      if (seen.has(next)) continue;
      seen.add(next);
      found = context.lookup(next);
    }
    if (found instanceof PDFArray) for (const item of found.asArray()) waiting.push([item, false]);
    const dictionary = found instanceof PDFStream ? found.dict : found;
    if (!(dictionary instanceof PDFDict)) continue;
    for (const [key, inner] of dictionary.entries()) {
      const name = key.decodeText();
      if (!table && never.has(name)) dictionary.delete(key);
      else if (name !== 'Parent') waiting.push([inner, !table && tables.has(name)]);
    }
    if (found instanceof PDFRawStream) clean(found);
  }
}

function clean(stream) {
  const filter = stream.dict.lookup(n('Filter'));
  const filters = filter instanceof PDFArray ? filter.asArray().map((f) => f.decodeText()) : filter instanceof PDFName ? [filter.decodeText()] : [];
  const picture = filters.at(-1);
  if (picture !== 'DCTDecode' && picture !== 'JPXDecode') return;
  let bytes = Buffer.from(stream.contents);
  for (const wrapped of filters.slice(0, -1)) {
    if (wrapped !== 'FlateDecode') throw new Refusal('unknown-form');
    bytes = zlib.inflateSync(bytes, { maxOutputLength: mostUnpacked });
  }
  stream.contents = picture === 'DCTDecode' ? withoutNotes(bytes) : withoutBoxes(bytes);
  if (filters.length > 1) {
    stream.dict.set(n('Filter'), n(picture));
    const parameters = stream.dict.lookup(n('DecodeParms'));
    if (parameters instanceof PDFArray) stream.dict.delete(n('DecodeParms'));
  }
}

function readTraits(source, traits) {
  const properties = source.context.lookup(source.context.trailerInfo.Info);
  if (properties instanceof PDFDict) {
    for (const [key, value] of properties.entries()) {
      const text = source.context.lookup(value);
      if (text instanceof PDFString || text instanceof PDFHexString) traits.push([`PDF ${key.decodeText()}`, text.decodeText()]);
    }
  }
  const kinds = new Set();
  const waiting = source.context.enumerateIndirectObjects().map(([, thing]) => thing);
  while (waiting.length > 0) {
    const thing = waiting.pop();
    if (thing instanceof PDFArray) waiting.push(...thing.asArray().filter(isGroup));
    const dictionary = thing instanceof PDFStream ? thing.dict : thing;
    if (!(dictionary instanceof PDFDict)) continue;
    waiting.push(...dictionary.values().filter(isGroup));
    if (dictionary.has(n('JS')) || dictionary.get(n('S')) === n('JavaScript')) kinds.add('scripts');
    if (dictionary.get(n('S')) === n('Launch')) kinds.add('commands that start programs');
    if (dictionary.has(n('EF')) || dictionary.get(n('Type')) === n('EmbeddedFile')) kinds.add('attached files');
    if (thing instanceof PDFRawStream && dictionary.get(n('Type')) === n('Metadata')) readXmp(textOf(thing), traits);
  }
  for (const kind of kinds) traits.push(['Hidden in it', `${kind}; not in the working copy`]);
}

const isGroup = (value) => value instanceof PDFArray || value instanceof PDFDict;

function textOf(stream) {
  try {
    return Buffer.from(stream.dict.has(n('Filter')) ? decodePDFRawStream(stream).decode() : stream.contents).toString('utf8');
  } catch {
    return '';
  }
}
