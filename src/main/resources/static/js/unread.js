// How many notices are new, beside the bell: asked for after the page is there, and every minute while somebody looks at it.
const PAUSE = 60_000;
const bell = document.querySelector('[data-unread]');

async function count() {
  if (document.hidden) return;
  const answer = await fetch(bell.dataset.unread, { headers: { Accept: 'application/json' } });
  if (!answer.ok || answer.redirected) return;
  const { unread } = await answer.json();
  const number = bell.querySelector('.header__count');
  number.textContent = unread > 99 ? '99+' : String(unread);
  number.hidden = unread === 0;
}

if (bell) {
  const again = () => count().catch(() => {}); // it is shown at the next turn, or on the page itself
  again();
  setInterval(again, PAUSE);
}
