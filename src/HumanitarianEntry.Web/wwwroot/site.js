// Improves pages that work without it: leaving quickly, not sending twice. No library, no other address than our own.
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
})();
