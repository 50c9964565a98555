// Keys for lists of cases; they work only while the focus is in a list, so that no screen reader and no field loses a key.
'use strict';
(() => {
  const doors = () => [...document.querySelectorAll('.queue > li')].map(row => row.querySelector('a, button')).filter(door => door && door.getClientRects().length);
  const first = doors()[0], help = document.querySelector('[data-keys]');
  if (!first) return;
  first.accessKey = 'l';
  if (help) help.hidden = false;
  document.addEventListener('keydown', event => {
    const row = event.target.closest?.('.queue > li');
    if (!row || event.altKey || event.ctrlKey || event.metaKey || /^(input|textarea|select)$/i.test(event.target.tagName)) return;
    const all = doors(), at = all.findIndex(door => row.contains(door));
    const to = { KeyJ: at + 1, ArrowDown: at + 1, KeyK: at - 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.code];
    if (to === undefined || !all[to]) return;
    event.preventDefault();
    all[to].focus();
  });
})();
