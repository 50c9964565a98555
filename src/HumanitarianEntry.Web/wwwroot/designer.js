// Around Elsa Studio: tells it where to call, and tells people in words what became of a save. No other address than our own.
'use strict';
(() => {
  const backend = document.getElementById('he-backend');
  const place = document.getElementById('he-studio');
  const state = document.getElementById('he-state');
  backend.setAttribute('remote-endpoint', location.origin + backend.dataset.path);
  const element = document.createElement(place.dataset.element);
  if (place.dataset.attribute) element.setAttribute(place.dataset.attribute, place.dataset.value);
  place.append(element);
  const wait = document.getElementById('he-wait');
  new MutationObserver((_, watch) => {
    if (element.childElementCount) { wait.remove(); watch.disconnect(); }
  }).observe(element, { childList: true, subtree: true });

  // The server says in a header what it did; Studio would call every answer to "Publish" a publication.
  const send = window.fetch;
  window.fetch = async (...call) => {
    const answer = await send(...call);
    const told = answer.headers.get('X-Told');
    if (told) state.textContent = decodeURIComponent(told);
    return answer;
  };
})();
