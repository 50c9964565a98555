// The only fonts a dossier is set in: shipped with the packages, so that every machine sets the same pages.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const packages = path.join(path.dirname(fileURLToPath(import.meta.url)), 'node_modules', '@expo-google-fonts');
const families = {
  'noto-sans': ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold', '700Bold_Italic'],
  'noto-sans-armenian': ['400Regular', '600SemiBold', '700Bold'],
  'noto-sans-georgian': ['400Regular', '600SemiBold', '700Bold'],
  // Noto's Arabic sets dots as glyphs of their own: copied or read aloud, letters come out twice.
  vazirmatn: ['400Regular', '600SemiBold', '700Bold'],
};

export const fontFolders = () =>
  Object.entries(families).flatMap(([family, styles]) => styles.map((style) => path.join(packages, family, style)));
