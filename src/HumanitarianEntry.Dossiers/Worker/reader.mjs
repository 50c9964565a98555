// Reads the text of PDFs, page by page, with Mozilla's PDF.js as unpdf packs it. Ends with its input; opens no file and no connection.
import { getDocumentProxy } from 'unpdf';
import { readFrames, writeFrame } from './frames.mjs';

const mostPages = 5000;
const mostText = 64 * 1024 * 1024;

async function pagesOf(bytes) {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, isEvalSupported: false, useSystemFonts: false, disableFontFace: true });
  try {
    if (pdf.numPages > mostPages) throw new Error('too many pages');
    const pages = [];
    let length = 0;
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const content = await page.getTextContent({ disableNormalization: true });
      const notes = (await page.getAnnotations()).flatMap((note) => [note.contentsObj?.str, note.titleObj?.str, note.fieldValue, note.alternativeText, note.url]);
      const text = content.items.map((item) => item.str + (item.hasEOL ? '\n' : '')).join('') + '\n' + notes.filter((words) => typeof words === 'string').join('\n');
      length += text.length;
      if (length > mostText) throw new Error('too much text');
      pages.push(text);
      page.cleanup();
    }
    return pages;
  } finally {
    await pdf.destroy();
  }
}

for await (const { header, body } of readFrames(process.stdin)) {
  try {
    await writeFrame(process.stdout, { id: header.id }, Buffer.from(JSON.stringify(await pagesOf(body))));
  } catch (error) {
    await writeFrame(process.stdout, { id: header.id, error: String(error?.name ?? 'Error') });
  }
}
