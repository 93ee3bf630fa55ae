// While somebody adds something by its name: what may be there already. data-similar: the address that is asked with the form's
// name and place; data-similar-list: where it is said. Without script the same is said when the form is sent.

const DELAY_MS = 400;
const SHORTEST = 3;

document.querySelectorAll('form[data-similar]').forEach((form) => {
  const list = form.querySelector('[data-similar-list]');
  if (!list) return;
  let timer;
  let asked = 0;

  const show = (found) => {
    list.hidden = found.length === 0;
    const title = document.createElement('p');
    title.textContent = list.dataset.title;
    const items = document.createElement('ul');
    items.className = 'stack';
    found.forEach((one) => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = one.path;
      link.textContent = one.name;
      item.append(link, ` ${one.where}`);
      items.append(item);
    });
    list.replaceChildren(...(found.length === 0 ? [] : [title, items]));
  };

  const ask = async () => {
    const turn = (asked += 1);
    const sent = new FormData(form);
    const name = (sent.get('name') ?? '').trim();
    const query = new URLSearchParams({ name, place: sent.get('place') ?? '', placeName: sent.get('placeName') ?? '' });
    if (name.length < SHORTEST || !query.get('placeName')) {
      show([]);
      return;
    }
    const answer = await fetch(`${form.dataset.similar}?${query}`, { headers: { Accept: 'application/json' } });
    if (answer.ok && turn === asked) show(await answer.json());
  };

  form.addEventListener('input', (event) => {
    if (event.target.name !== 'name' && event.target.name !== 'placeName') return;
    clearTimeout(timer);
    timer = setTimeout(ask, DELAY_MS);
  });
});
