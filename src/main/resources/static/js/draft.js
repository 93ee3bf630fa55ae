// Keeps what somebody writes until it is posted, in this browser only: a closed tab, a crash or a lost connection takes no
// words. data-draft on the form: whose words they are (a handle, or nothing for guests), so that nobody else is shown them.

const PREFIX = 'draft';
const SENT = 'draft-sent';
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

const keyOf = (form) =>
  [PREFIX, form.dataset.draft, new URL(form.action).pathname, form.elements.parent?.value ?? ''].join(' ');

function read(key) {
  const kept = JSON.parse(localStorage.getItem(key) ?? 'null');
  return kept && Date.now() - kept.at < KEPT_MS ? kept.body : '';
}

// What was sent is forgotten when it has arrived: an error page, or the way round by the sign-in, is no arrival.
function arrived() {
  const sent = sessionStorage.getItem(SENT);
  const status = performance.getEntriesByType('navigation')[0]?.responseStatus ?? 200;
  if (!sent || status >= 400 || /^\/(sign-in|resume)/.test(location.pathname)) return;
  localStorage.removeItem(sent);
  sessionStorage.removeItem(SENT);
}

function keep(form) {
  const text = form.elements.body;
  const notice = form.querySelector('[data-draft-notice]');
  const key = keyOf(form);
  const draft = text.value === '' ? read(key) : '';
  if (draft) {
    text.value = draft;
    notice.hidden = false;
  }
  text.addEventListener('input', () => {
    if (text.value.trim() === '') localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ at: Date.now(), body: text.value }));
  });
  notice.querySelector('button').addEventListener('click', () => {
    localStorage.removeItem(key);
    text.value = '';
    notice.hidden = true;
    text.focus();
  });
  form.addEventListener('submit', (event) => {
    if (event.submitter?.name !== 'preview') sessionStorage.setItem(SENT, key);
  });
}

// Who signs out leaves nothing for the next person at this computer.
function forgetAll() {
  Object.keys(localStorage)
    .filter((key) => key.startsWith(`${PREFIX} `))
    .forEach((key) => localStorage.removeItem(key));
}

try {
  arrived();
  document.querySelectorAll('form[data-draft]').forEach(keep);
  document.querySelector('form[action="/sign-out"]')?.addEventListener('submit', forgetAll);
} catch {
  // a browser that keeps nothing: the form works as it is
}
