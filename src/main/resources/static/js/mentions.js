// Suggests handles while somebody writes "@ge" in a comment. The text stays a text field: what is suggested is a list below
// it, whose marked option it names, and a status tells how many there are.
// data-mentions on the form: the address to ask; data-mentions-label, data-mentions-status: the words, # for how many;
// data-mentions-field: a field that is nothing but one handle, with or without the @.

const DELAY_MS = 120;
const BEGUN = /(?:^|[\s(])@([\p{L}\p{N}-]{1,30})$/u;
const WHOLE = /^\s*@?([\p{L}\p{N}][\p{L}\p{N}\p{M}.'’ -]{0,39})$/u;

let count = 0;

function enhance(form) {
  const field = form.dataset.mentionsField;
  const text = form.elements[field ?? 'body'];
  const pattern = field ? WHOLE : BEGUN;
  const id = `mentions-${(count += 1)}`;
  const box = document.createElement('div');
  const list = document.createElement('ul');
  const status = document.createElement('p');
  let found = [];
  let active = 0;
  let timer;
  let asked = 0;

  box.className = 'combobox';
  text.before(box);
  list.id = id;
  list.className = 'combobox__listbox';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', form.dataset.mentionsLabel);
  list.hidden = true;
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');
  box.append(text, list, status);
  text.setAttribute('aria-autocomplete', 'list');

  const begun = () => (text.selectionStart === text.selectionEnd ? pattern.exec(text.value.slice(0, text.selectionEnd)) : null);

  const close = () => {
    asked += 1;
    clearTimeout(timer);
    list.hidden = true;
    status.textContent = '';
    text.removeAttribute('aria-controls');
    text.removeAttribute('aria-activedescendant');
  };

  const mark = (index) => {
    active = (index + found.length) % found.length;
    [...list.children].forEach((option, at) => option.setAttribute('aria-selected', String(at === active)));
    text.setAttribute('aria-activedescendant', `${id}-${active}`);
    list.children[active].scrollIntoView({ block: 'nearest' });
  };

  const choose = (person) => {
    const match = begun();
    close();
    if (!match) return;
    const end = text.selectionEnd;
    const space = field || /^\s/.test(text.value.slice(end)) ? '' : ' ';
    text.setRangeText(`${person.handle}${space}`, end - match[1].length, end, 'end');
    if (!field) text.dispatchEvent(new Event('input', { bubbles: true })); // the draft keeps it
  };

  const show = (people, words) => {
    found = people;
    // whose handle is written out needs no choice: Enter is a new line then, or sends the field
    const written = people.some((person) => person.handle === words.toLowerCase());
    if (people.length === 0 || (written && (field || people.length === 1))) {
      close();
      return;
    }
    list.replaceChildren(
      ...people.map((person, at) => {
        const option = document.createElement('li');
        const note = document.createElement('span');
        option.id = `${id}-${at}`;
        option.className = 'combobox__option';
        option.setAttribute('role', 'option');
        note.className = 'combobox__note';
        note.textContent = person.name;
        option.append(`@${person.handle}`, ' ', note);
        option.addEventListener('mousedown', (event) => {
          event.preventDefault();
          choose(person);
        });
        return option;
      }),
    );
    list.hidden = false;
    text.setAttribute('aria-controls', id);
    status.textContent = form.dataset.mentionsStatus.replace('#', people.length);
    mark(0);
  };

  const ask = async (words) => {
    const turn = (asked += 1);
    const answer = await fetch(`${form.dataset.mentions}${field ? '?' : '&'}q=${encodeURIComponent(words)}`, {
      headers: { Accept: 'application/json' },
    });
    const json = answer.ok && answer.headers.get('Content-Type')?.startsWith('application/json');
    if (json && turn === asked && document.activeElement === text) show(await answer.json(), words);
  };

  text.addEventListener('input', () => {
    const match = begun();
    clearTimeout(timer);
    if (match) timer = setTimeout(ask, DELAY_MS, match[1]);
    else close();
  });

  text.addEventListener('keydown', (event) => {
    if (list.hidden || event.isComposing) return;
    if (event.key === 'ArrowDown') mark(active + 1);
    else if (event.key === 'ArrowUp') mark(active - 1);
    else if ((event.key === 'Enter' || (event.key === 'Tab' && !field)) && !event.shiftKey) choose(found[active]);
    else if (event.key === 'Escape') close();
    else {
      if (/^(Arrow|Home|End|Page)/.test(event.key)) close();
      return;
    }
    event.preventDefault();
  });

  text.addEventListener('blur', close);
}

document.querySelectorAll('form[data-mentions]').forEach(enhance);
