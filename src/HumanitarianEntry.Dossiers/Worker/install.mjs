// `npm ci` with a lock: several builds may want the packages at once, and `npm ci` starts by removing what is there.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const lockFile = path.join(here, 'package-lock.json');
const stamp = path.join(here, 'node_modules', '.package-lock.json');
const guard = path.join(here, '.installing');
const patience = 10 * 60 * 1000;

const installed = () => fs.existsSync(stamp) && fs.statSync(stamp).mtimeMs >= fs.statSync(lockFile).mtimeMs;
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function takeGuard() {
  for (;;) {
    try {
      fs.mkdirSync(guard);
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const since = fs.statSync(guard, { throwIfNoEntry: false })?.mtimeMs;
    if (since !== undefined && Date.now() - since > patience) fs.rmSync(guard, { recursive: true, force: true });
    await pause(250);
  }
}

if (!installed()) {
  await takeGuard();
  try {
    if (!installed()) {
      const windows = process.platform === 'win32';
      execFileSync(windows ? 'npm.cmd' : 'npm', ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: here, stdio: ['ignore', 'ignore', 'inherit'], shell: windows });
      fs.utimesSync(stamp, new Date(), new Date());
    }
  } finally {
    fs.rmSync(guard, { recursive: true, force: true });
  }
}
