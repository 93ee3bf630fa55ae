// Shows the preview of a comment without leaving the page: asks for the page that the button would open, and takes the
// preview from it.

async function preview(form, button) {
  const answer = await fetch(form.action, {
    method: 'POST',
    body: new URLSearchParams(new FormData(form, button)),
  });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const shown = page.querySelector('#preview');
  form.querySelector('#preview')?.remove();
  if (!shown) {
    form.dataset.plain = 'true'; // something is wrong with it: let the page say what
    form.requestSubmit(button);
    return;
  }
  shown.setAttribute('role', 'status');
  form.querySelector('.field').before(shown);
}

document.querySelectorAll('form[data-preview]').forEach((form) => {
  form.addEventListener('submit', (event) => {
    if (event.submitter?.name === 'preview' && !form.dataset.plain) {
      event.preventDefault();
      preview(form, event.submitter);
    }
  });
});
