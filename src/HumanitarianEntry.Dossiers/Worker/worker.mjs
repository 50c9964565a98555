// Sets one dossier after the other. Texts of people arrive as shadow files (JSON), never as source, so nothing in them is ever markup.
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import path from 'node:path';
import { fontFolders } from './fonts.mjs';
import { readFrames, writeFrame } from './frames.mjs';

// Nothing lies at this root: a template can read only what the request brought along.
const root = path.resolve('/', 'dossier-worker-without-files');
const compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontPaths: fontFolders() }] });

// The compiler writes its findings as Rust structures; only the messages and hints are for people.
function diagnosticsOf(error) {
  const findings = (error?.shortDiagnostics ?? []).map((entry) => entry?.message ?? JSON.stringify(entry));
  if (findings.length > 0) return findings.join('; ');
  const raw = String(error?.message ?? error);
  const messages = [...raw.matchAll(/(?:message: |hints: \[)"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1]);
  return messages.length > 0 ? messages.join('; ') : raw;
}

function render({ main, createdUnixSeconds, files }, body) {
  let offset = 0;
  for (const { path: name, length } of files) {
    compiler.mapShadow(path.join(root, name), body.subarray(offset, offset + length));
    offset += length;
  }
  const result = compiler.compile({ mainFilePath: path.join(root, main), resetRead: true });
  if (result.hasError() || !result.result) throw result.takeError() ?? result.takeDiagnostics();
  const pages = result.result.numOfPages;
  const pdf = compiler.pdf(result.result, { pdfStandard: 'a-3a', pdfTags: true, creationTimestamp: createdUnixSeconds });
  return { pages, pdf };
}

for await (const { header, body } of readFrames(process.stdin)) {
  try {
    const { pages, pdf } = render(header, body);
    await writeFrame(process.stdout, { id: header.id, pages }, pdf);
  } catch (error) {
    await writeFrame(process.stdout, { id: header.id, error: diagnosticsOf(error) });
  } finally {
    compiler.resetShadow();
    compiler.evictCache(0);
  }
  // One turn of the event loop a job: without it the native buffers of earlier dossiers are never given back.
  await new Promise((resolve) => setImmediate(resolve));
  globalThis.gc?.();
}
