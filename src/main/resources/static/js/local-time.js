// Tells a reader whose clock differs what time it is where they are: "18:00 in Cardiff; Thu 4 Mar, 19:00 where you are".
// data-at: the moment, data-zone: where it is, data-words: the sentence with {here} for the time to fill in.

function elsewhere(note) {
  const at = new Date(note.dataset.at);
  const language = document.documentElement.lang || undefined;
  const form = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  const here = new Intl.DateTimeFormat(language, form).format(at);
  let there;
  try {
    there = new Intl.DateTimeFormat(language, { ...form, timeZone: note.dataset.zone }).format(at);
  } catch {
    return; // a zone that this browser does not know
  }
  if (here === there) return;
  note.textContent = note.dataset.words.replace('{here}', here);
  note.hidden = false;
}

document.querySelectorAll('[data-local-time]').forEach(elsewhere);
