import { escapeHtml, pageEnd, pageStart } from './page-frame.ts';

const page = (title: string, content: string): string => pageStart(title) + content + pageEnd;

/** Asks first: what previews links in a chat only ever reads this, and the link stays good. */
export const askPage = (shopName: string): string =>
  page(
    'Vos données',
    `<p>${escapeHtml(shopName)} vous montre tout ce qui est enregistré à votre sujet.</p>
<p>Ce lien ne s’ouvre <strong>qu’une seule fois</strong>. Choisissez :</p>
<form method="post">
<button name="format" value="zip">Tout télécharger</button>
<button name="format" value="html" class="second">Lire à l’écran</button>
</form>
<p>« Tout télécharger » donne un dossier (zip) avec une page à lire, vos photos et vos messages vocaux. À l’écran, vous lisez tout sauf les photos et les messages vocaux.</p>
<p class="hint" lang="en">This link opens <strong>only once</strong>. “Tout télécharger” downloads a folder (zip) with a page to read, your photos and your voice notes; “Lire à l’écran” shows everything but photos and voice notes on the screen.</p>`,
  );

export const usedPage = (): string =>
  page(
    'Lien expiré',
    `<p>Ce lien a déjà servi, ou il a plus de 24 heures.</p>
<p>Écrivez <strong>MES DONNEES</strong> sur WhatsApp : vous en recevrez un nouveau.</p>
<p class="hint" lang="en">This link was used already, or is older than 24 hours. Write <strong>MES DONNEES</strong> on WhatsApp to get a new one.</p>`,
  );
