// Forms that a passkey answers: <form data-passkey="get|create" data-question="/path" hidden>. Shown only where the browser has passkeys; without script the other ways stand.
'use strict';
(() => {
  const forms = document.querySelectorAll('form[data-passkey]');
  const can = 'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential && 'parseCreationOptionsFromJSON' in PublicKeyCredential;
  for (const form of forms) {
    if (!can) continue;
    form.hidden = false;
    const failed = form.querySelector('[data-failed]');
    const say = words => { failed.textContent = words; failed.hidden = !words; };

    // The question comes from the server for this form (and its token); the answer goes back with the form itself.
    const ask = async () => {
      const answer = await fetch(form.dataset.question, { method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { Accept: 'application/json' }, redirect: 'error' });
      if (answer.status === 422) { say((await answer.json()).words); return null; }
      if (!answer.ok) throw new Error(answer.status);
      const question = await answer.json();
      return form.dataset.passkey === 'create'
        ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question) })
        : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question) });
    };
    form.addEventListener('submit', async event => {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (form.dataset.sent) return;
      form.dataset.sent = '1';
      say('');
      try {
        const credential = await ask();
        if (credential) { form.elements.Credential.value = JSON.stringify(credential.toJSON()); form.submit(); return; }
      } catch {
        say(failed.dataset.failed);
      }
      delete form.dataset.sent;
    }, true);
  }
})();
