// What is nicer with script. Every page works without: each module looks for its own elements and leaves the rest alone.
import './combobox.js';
import './draft.js';
import './local-time.js';
import './mentions.js';
import './preview.js';
import './similar.js';
import './unread.js';

// A refused form: the summary of what is wrong is what to read first.
document.querySelector('[data-focus]')?.focus();

// A form is sent once, however often its button is pressed.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post' || event.defaultPrevented) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'true';
});

// The page may come back from the browser's memory, ready to send again.
window.addEventListener('pageshow', () => {
  document.querySelectorAll('form[data-sent]').forEach((form) => delete form.dataset.sent);
});
