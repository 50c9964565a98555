// The interview page works without it. It shows how long the session runs, and moves between answers by keys.
'use strict';
(() => {
  for (const place of document.querySelectorAll('[data-elapsed-since]')) {
    const since = Number(place.dataset.elapsedSince) * 1000;
    const tell = () => {
      const minutes = Math.max(0, Math.floor((Date.now() - since) / 60000));
      place.textContent = minutes < 1440 ? `, ${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')} h` : '';
    };
    tell();
    setInterval(tell, 20000);
  }

  const answers = [...document.querySelectorAll('#answers textarea')];
  document.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || !event.ctrlKey || event.altKey) return;
    const next = answers[answers.indexOf(document.activeElement) + 1];
    if (next) { event.preventDefault(); next.focus(); }
  });

  // A question of this page is reached without leaving it.
  document.querySelector('form[data-jump]')?.addEventListener('submit', event => {
    const card = document.getElementById('q-' + event.target.elements.code.value.trim())?.closest('section');
    if (!card) return;
    event.preventDefault();
    delete event.target.dataset.sent;
    card.scrollIntoView();
    card.querySelector('textarea')?.focus();
  });
})();
