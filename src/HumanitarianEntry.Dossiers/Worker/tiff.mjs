// The plainest TIFF: pixels as they are, in strips, and the colour profile that says what they mean.
const rowsOfStrip = 64;
const [short, long, undefinedBytes] = [3, 4, 7];

// `rows` gives each row as bytes: red, green, blue, and alpha where there is one.
export function plainTiff(width, height, alpha, profile, rows) {
  const samples = alpha ? 4 : 3;
  const [row, strips] = [width * samples, Math.ceil(height / rowsOfStrip)];
  const pixelsEnd = 8 + row * height;
  const tables = pixelsEnd + (pixelsEnd & 1);
  const [bits, offsets, counts] = [tables, tables + 2 * samples, tables + 2 * samples + 4 * strips];
  const colours = counts + 4 * strips;
  const directory = colours + (profile ? profile.length + (profile.length & 1) : 0);
  const entries = [
    [256, long, 1, width], [257, long, 1, height], [258, short, samples, bits], [259, short, 1, 1], [262, short, 1, 2], [273, long, strips, strips === 1 ? 8 : offsets], [277, short, 1, samples],
    [278, long, 1, rowsOfStrip], [279, long, strips, strips === 1 ? row * height : counts], [284, short, 1, 1],
    ...(alpha ? [[338, short, 1, 2]] : []), ...(profile ? [[34675, undefinedBytes, profile.length, colours]] : []),
  ];
  const file = Buffer.alloc(directory + 6 + 12 * entries.length);
  file.write('II*\0', 'latin1');
  file.writeUInt32LE(directory, 4);
  let at = 8;
  for (const pixels of rows) {
    file.set(pixels, at);
    at += row;
  }
  for (let i = 0; i < samples; i++) file.writeUInt16LE(8, bits + 2 * i);
  for (let i = 0; i < strips; i++) {
    file.writeUInt32LE(8 + i * rowsOfStrip * row, offsets + 4 * i);
    file.writeUInt32LE(Math.min(rowsOfStrip, height - i * rowsOfStrip) * row, counts + 4 * i);
  }
  if (profile) file.set(profile, colours);
  file.writeUInt16LE(entries.length, directory);
  entries.forEach(([tag, type, count, value], i) => {
    const entry = directory + 2 + 12 * i;
    file.writeUInt16LE(tag, entry);
    file.writeUInt16LE(type, entry + 2);
    file.writeUInt32LE(count, entry + 4);
    file.writeUInt32LE(value, entry + 8);
  });
  return file;
}
