// Sends a file in small pieces that go on after a lost line and after the page was loaded again; the form works without it.
'use strict';
(() => {
  const form = document.querySelector('form[data-pieces]'), input = form?.querySelector('input[type=file]'), state = form?.querySelector('.saved');
  if (!input || !window.crypto?.subtle) return;
  const token = form.querySelector('input[name=__RequestVerificationToken]').value, words = form.dataset;
  let busy = false;

  const hex = buffer => [...new Uint8Array(buffer)].map(byte => byte.toString(16).padStart(2, '0')).join('');
  const digest = data => crypto.subtle.digest('SHA-256', data);
  const say = text => { state.hidden = false; state.textContent = text; };
  const wait = seconds => new Promise(done => { const timer = setTimeout(done, seconds * 1000); addEventListener('online', () => { clearTimeout(timer); done(); }, { once: true }); });
  const hide = (name, value) => {
    let field = form.querySelector(`input[name=${name}]`);
    if (!field) { field = document.createElement('input'); field.type = 'hidden'; field.name = name; form.append(field); }
    field.value = value;
  };

  // A line that breaks is waited for; an answer that is no answer of ours means that the session has ended.
  const call = async (path, body) => {
    for (let pause = 2; ; pause = Math.min(pause * 2, 30)) {
      let answer;
      try {
        answer = await fetch(path, { method: 'POST', body, headers: { Accept: 'application/json', RequestVerificationToken: token } });
      } catch {
        say(words.lost);
        await wait(pause);
        continue;
      }
      if (answer.status >= 500) { say(words.lost); await wait(pause); continue; }
      if (answer.redirected || !/json/.test(answer.headers.get('Content-Type') || '')) throw new Error(words.ended);
      const said = await answer.json();
      if (!answer.ok) throw new Error(said.words);
      return said;
    }
  };

  const send = async file => {
    if (file.size === 0) throw new Error(words.empty);
    const begin = new URLSearchParams({ Name: file.name, Size: file.size, Fingerprint: hex(await digest(await file.slice(0, 65536).arrayBuffer())) });
    let { id, offset, piece } = await call(words.pieces, begin);
    const hashes = [];
    for (let at = 0; at < file.size; at += piece) {
      const part = await file.slice(at, at + piece).arrayBuffer();
      hashes.push(new Uint8Array(await digest(part)));
      while (offset <= at) {
        say(words.sending.replace('{n}', Math.floor(at * 100 / file.size)));
        const before = offset;
        offset = (await call(`${words.pieces}/${id}?offset=${at}`, part)).offset;
        if (offset < before) throw new Error(words.ended);
      }
    }
    hide('Piece', id);
    hide('Whole', hex(await digest(await new Blob(hashes).arrayBuffer())));
    say(words.sending.replace('{n}', 100));
  };

  form.addEventListener('submit', event => {
    const file = input.files[0];
    if (!file || input.disabled) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    send(file).then(() => { input.disabled = true; form.submit(); }, problem => {
      busy = false;
      delete form.dataset.sent;
      say(problem.message);
      state.scrollIntoView({ block: 'center' });
    });
  });
  // Another file was chosen, or the page came back from the browser's memory.
  input.addEventListener('change', () => form.querySelectorAll('input[name=Piece],input[name=Whole]').forEach(field => field.remove()));
  addEventListener('pageshow', () => { busy = false; input.disabled = false; });
})();
