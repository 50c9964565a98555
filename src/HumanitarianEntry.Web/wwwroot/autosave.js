// Keeps what is typed while it is typed; the form works without it.
'use strict';
(() => {
  // <form data-autosave="/path"> with <p class="saved" data-saving data-saved data-failed role="status">: words come from the server.
  // The path answers 204 when the draft is sealed and stored; the page says so in words with the time.
  // Fields inside a [data-part] are sent only when something in that part was touched here: another window may have newer text for the rest.
  for (const form of document.querySelectorAll('form[data-autosave]')) {
    const state = form.querySelector('.saved'), touched = new Set(), opened = new Date();
    let timer = 0, running = false, dirtySince = 0, kept = opened, sent = false;
    const clock = time => time.toTimeString().slice(0, 5);
    const say = (name, time) => {
      if (!state) return;
      state.dataset.state = name;
      state.textContent = (state.dataset[name] || '').replace('{time}', clock(time));
    };
    const typed = () => {
      const body = new URLSearchParams();
      for (const field of form.elements) {
        const part = field.closest('[data-part]');
        if (!field.name || /^(submit|button|file)$/.test(field.type) || (/^(checkbox|radio)$/.test(field.type) && !field.checked) || (part && !touched.has(part))) continue;
        body.append(field.name, field.value);
      }
      return body;
    };
    const save = async () => {
      if (running || sent) return;
      running = true;
      const began = dirtySince;
      dirtySince = 0;
      say('saving', kept);
      try {
        const answer = await fetch(form.dataset.autosave, { method: 'POST', body: typed(), headers: { Accept: 'application/json' }, redirect: 'error' });
        if (answer.status !== 204) throw new Error(answer.status); // Any page instead, such as a sign-in, is not a draft that was kept.
        say('saved', kept = new Date());
      } catch {
        dirtySince = began || Date.now();
        say('failed', kept);
        plan(10000);
      }
      running = false;
      if (dirtySince && state?.dataset.state !== 'failed') plan(1500);
    };
    const plan = wait => { clearTimeout(timer); timer = setTimeout(save, wait); };
    form.addEventListener('input', event => {
      const part = event.target.closest('[data-part]');
      if (part) touched.add(part);
      dirtySince ||= Date.now();
      // Soon after a pause, but also in the middle of a long answer.
      plan(Math.max(0, Math.min(1500, dirtySince + 5000 - Date.now())));
    });
    form.addEventListener('submit', () => { sent = true; clearTimeout(timer); setTimeout(() => sent = false, 8000); });
    addEventListener('pagehide', () => { if (dirtySince && !sent) navigator.sendBeacon(form.dataset.autosave, typed()); });
    addEventListener('beforeunload', event => { if (dirtySince && !sent && state?.dataset.state === 'failed') event.preventDefault(); });
  }
})();
