// Suggests places or interests while somebody types: the editable combobox with a list of the ARIA Authoring Practices.
// data-combobox="place": choosing fills the field and sends the place's id with the form, in a hidden field "place".
// data-combobox="go": choosing opens the place's page.
// data-combobox="interests": suggests interests for the last of several with commas between them.

const DELAY_MS = 120;
const SHORTEST = 2;

let count = 0;

function enhance(box) {
  const input = box.querySelector('input');
  const goes = box.dataset.combobox === 'go';
  const several = box.dataset.combobox === 'interests';
  const list = document.createElement('ul');
  const id = `combobox-${(count += 1)}`;
  let found = [];
  let active = -1;
  let timer;
  let asked = 0;

  list.id = id;
  list.className = 'combobox__listbox';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', box.closest('.field')?.querySelector('label')?.textContent.trim() ?? '');
  list.hidden = true;
  box.append(list);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-expanded', 'false');
  input.setAttribute('aria-controls', id);

  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };

  const mark = (index) => {
    active = (index + found.length) % found.length;
    [...list.children].forEach((option, at) => option.setAttribute('aria-selected', String(at === active)));
    input.setAttribute('aria-activedescendant', `${id}-${active}`);
    list.children[active].scrollIntoView({ block: 'nearest' });
  };

  const chosenId = () => input.form.querySelector('input[type=hidden][name=place]');

  const choose = (place) => {
    close();
    if (several) {
      const before = input.value.replace(/[^,]*$/, '');
      input.value = `${before.trim()}${before ? ' ' : ''}${place.tag}, `;
      return;
    }
    if (goes) {
      location.assign(place.path);
      return;
    }
    input.value = `${place.name}, ${place.within}`;
    const hidden = chosenId() ?? document.createElement('input');
    hidden.type = 'hidden';
    hidden.name = 'place';
    hidden.value = place.id;
    box.append(hidden);
  };

  const show = (places) => {
    found = places;
    list.replaceChildren(
      ...places.map((place, at) => {
        const option = document.createElement('li');
        const note = document.createElement('span');
        option.id = `${id}-${at}`;
        option.className = 'combobox__option';
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        note.className = 'combobox__note';
        note.textContent = several ? place.people : place.within;
        option.append(several ? place.tag : place.name, ' ', note);
        option.addEventListener('mousedown', (event) => {
          event.preventDefault();
          choose(place);
        });
        return option;
      }),
    );
    active = -1;
    list.hidden = places.length === 0;
    input.setAttribute('aria-expanded', String(places.length > 0));
  };

  const ask = async () => {
    const turn = (asked += 1);
    const words = input.value.split(',').at(several ? -1 : 0).trim();
    if (words.length < SHORTEST) {
      close();
      return;
    }
    const answer = await fetch(`/${several ? 'interests' : 'places'}?q=${encodeURIComponent(words)}`, { headers: { Accept: 'application/json' } });
    if (answer.ok && turn === asked && document.activeElement === input) show(await answer.json());
  };

  input.addEventListener('input', () => {
    if (!several) chosenId()?.remove();
    clearTimeout(timer);
    timer = setTimeout(ask, DELAY_MS);
  });

  input.addEventListener('keydown', (event) => {
    if (list.hidden) return;
    if (event.key === 'ArrowDown') mark(active + 1);
    else if (event.key === 'ArrowUp') mark(active < 0 ? found.length - 1 : active - 1);
    else if (event.key === 'Enter' && active >= 0) choose(found[active]);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  });

  input.addEventListener('blur', close);
}

document.querySelectorAll('[data-combobox]').forEach(enhance);
