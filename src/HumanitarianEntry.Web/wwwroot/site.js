// Improves pages that work without it: leaving quickly, not sending twice, saving drafts. No library, no other address than our own.
'use strict';
(() => {
  const leave = document.querySelector('[data-leave]');

  // The page left behind is replaced, so that "back" does not show it again.
  const goAway = () => { document.body.hidden = true; location.replace(leave.href); };
  if (leave) {
    leave.addEventListener('click', event => { event.preventDefault(); goAway(); });
    let presses = 0, last = 0;
    document.addEventListener('keydown', event => {
      if (event.key !== 'Escape') { presses = 0; return; }
      presses = event.timeStamp - last < 900 ? presses + 1 : 1;
      last = event.timeStamp;
      if (presses === 3) goAway();
    });
  }

  const summary = document.querySelector('.error-summary');
  if (summary) summary.focus();

  // One press, one act. A page that comes back from the browser's memory may be sent again.
  for (const form of document.querySelectorAll('form[method=post]')) {
    form.addEventListener('submit', event => {
      if (form.dataset.sent) { event.preventDefault(); return; }
      form.dataset.sent = '1';
      setTimeout(() => delete form.dataset.sent, 8000);
    });
  }
  addEventListener('pageshow', event => {
    if (event.persisted) document.querySelectorAll('form[data-sent]').forEach(form => delete form.dataset.sent);
  });

  // <form data-autosave="/path"> with <p class="saved" data-saving data-saved data-failed role="status">: words come from the server.
  // The path answers 2xx when the draft is sealed and stored; the page says so in words with the time.
  for (const form of document.querySelectorAll('form[data-autosave]')) {
    const state = form.querySelector('.saved');
    let timer = 0, running = false, again = false;
    const say = (name, time) => {
      if (!state) return;
      state.dataset.state = name;
      state.textContent = (state.dataset[name] || '').replace('{time}', time || '');
    };
    const save = async () => {
      if (running) { again = true; return; }
      running = true; again = false;
      say('saving');
      try {
        const body = new URLSearchParams();
        for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
        const answer = await fetch(form.dataset.autosave, { method: 'POST', body, headers: { Accept: 'application/json' }, redirect: 'error' });
        if (!answer.ok) throw new Error(answer.status);
        say('saved', new Date().toTimeString().slice(0, 5));
      } catch {
        say('failed');
        plan(20000);
      }
      running = false;
      if (again) plan(1500);
    };
    const plan = wait => { clearTimeout(timer); timer = setTimeout(save, wait); };
    form.addEventListener('input', () => plan(1500));
    form.addEventListener('submit', () => clearTimeout(timer));
  }
})();
