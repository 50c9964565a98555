// Around Elsa Studio: tells it where to call, and tells people in words what became of a save. No other address than our own.
'use strict';
(() => {
  const backend = document.getElementById('he-backend');
  const place = document.getElementById('he-studio');
  const state = document.getElementById('he-state');
  backend.setAttribute('remote-endpoint', location.origin + backend.dataset.path);
  const element = document.createElement(place.dataset.element);
  if (place.dataset.attribute) element.setAttribute(place.dataset.attribute, place.dataset.value);
  // What Studio calls when a row of a list is pressed; it would otherwise do nothing.
  const open = folder => id => { location.href = `${document.baseURI}${folder}/${encodeURIComponent(id)}`; };
  // Not before the element is what Studio makes of it: a property set earlier would hide Studio's own.
  customElements.whenDefined(element.localName).then(() => {
    if (element.localName === 'elsa-workflow-definition-list') element.editWorkflowDefinition = open('definitions');
    if (element.localName === 'elsa-workflow-instance-list') element.viewWorkflowInstance = open('runs');
  });
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
  new MutationObserver(changes => {
    for (const { addedNodes } of changes) for (const added of addedNodes) {
      const texts = document.createTreeWalker(added, NodeFilter.SHOW_TEXT);
      for (let text = texts.currentNode; text; text = texts.nextNode()) {
        if (text.nodeType === Node.TEXT_NODE && text.data.trim() === 'Workflow published') text.data = 'Proposed; a second person publishes';
      }
    }
  }).observe(document.body, { childList: true, subtree: true });
})();
