/** The pages that say one thing: log in, not found, not now. */
import { html } from 'hono/html';
import { type Html, heading } from './layout.ts';

export function loginPage({ next, said }: { next: string; said: string | null }): Html {
  return html`<div class="narrow">
    ${heading('Log in', 'This Pactwire asks for its token (PACTWIRE_TOKEN).')}
    <form method="post" action="/login" class="login">
      ${said ? html`<p class="notice bad" role="alert">${said}</p>` : ''}
      <input type="hidden" name="next" value="${next}">
      <p class="field"><label for="token">Token</label><input id="token" name="token" type="password" autocomplete="current-password" required maxlength="500"></p>
      <p class="field"><button type="submit">Log in</button></p>
    </form>
  </div>`;
}

export function problemPage(title: string, advice: string): Html {
  return html`<div class="narrow">
    ${heading(title, advice)}
    <p><a class="button" href="/">To the overview</a></p>
  </div>`;
}
