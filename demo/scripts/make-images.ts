/**
 * Draws the pictures of the demo shop: `node demo/scripts/make-images.ts [slug…]`.
 *
 * Everything is SVG made here, so no picture belongs to anybody else. Text uses DejaVu; with other
 * fonts installed the letters differ, which is why the rendered files are committed.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import sharp from 'sharp';
import { BACKGROUNDS, BRANDS, PACKAGES } from './packages.ts';
import type { BrandColours, Emblem, Prop, Shape } from './packages.ts';

export const SIZE = 480;

interface Pictured {
  readonly imageUrl: string;
  readonly brand: string;
  readonly category: string;
}

/** Where the label may be written: centre and width, and the vertical stretch it is centred in. */
interface Panel {
  readonly cx: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

interface Drawing {
  readonly svg: string;
  readonly panel: Panel;
}

const BASE = 408;

export function slugOf(imageUrl: string): string {
  return basename(imageUrl, '.webp');
}

function rect(x: number, y: number, w: number, h: number, r: number, fill: string): string {
  return `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${r}" fill="${fill}"/>`;
}

function path(d: string, fill: string, more = ''): string {
  return `<path d="${d}" fill="${fill}" ${more}/>`;
}

/** A filled form with the light of a cylinder over it. */
function solid(d: string, fill: string): string {
  return path(d, fill) + path(d, 'url(#shade)');
}

function solidRect(x: number, y: number, w: number, h: number, r: number, fill: string): string {
  return rect(x, y, w, h, r, fill) + rect(x, y, w, h, r, 'url(#shade)');
}

/** Emblems are drawn around 0,0 in a square of 40. */
function emblem(kind: Emblem, colour: string): string {
  const line = `fill="none" stroke="${colour}" stroke-width="3.4" stroke-linecap="round"`;
  switch (kind) {
    case 'drop':
      return path('M0-19C8-7 13-1 13 6A13 13 0 0 1-13 6C-13-1-8-7 0-19Z', colour);
    case 'leaf':
      return (
        path('M-16 14C-18-8-4-18 17-17C18 4 8 18-10 13Z', colour) +
        `<path d="M-17 18C-10 6-2-1 8-8" fill="none" stroke="#fff" stroke-opacity=".75" stroke-width="2.4" stroke-linecap="round"/>`
      );
    case 'sun': {
      const rays = [0, 45, 90, 135, 180, 225, 270, 315]
        .map((a) => `<path d="M0-14V-19" transform="rotate(${a})" ${line}/>`)
        .join('');
      return `<circle r="9.5" fill="${colour}"/>${rays}`;
    }
    case 'moon':
      return path('M6-17A18 18 0 1 0 17 7A14 14 0 0 1 6-17Z', colour);
    case 'star':
      return path(
        'M0-19L5.3-6.2L19-5.2L8.5 3.7L11.8 17L0 9.7L-11.8 17L-8.5 3.7L-19-5.2L-5.3-6.2Z',
        colour,
        'stroke-linejoin="round"',
      );
    case 'heart':
      return path('M0 16C-32-4-14-26 0-10C14-26 32-4 0 16Z', colour);
    case 'cross':
      return path('M-6-18H6V-6H18V6H6V18H-6V6H-18V-6H-6Z', colour);
    case 'baby':
      return (
        `<circle cx="-11" cy="-11" r="7" fill="${colour}"/><circle cx="11" cy="-11" r="7" fill="${colour}"/>` +
        `<circle cy="2" r="16" fill="${colour}"/><ellipse cy="7" rx="7.5" ry="5.6" fill="#fff" fill-opacity=".85"/>` +
        `<circle cx="-6" cy="-3" r="2" fill="#fff"/><circle cx="6" cy="-3" r="2" fill="#fff"/>` +
        `<circle cy="5.4" r="2" fill="${colour}"/>`
      );
    case 'curl':
      return [-12, 0, 12]
        .map((x) => `<path d="M${x}-18C${x - 13}-9 ${x + 11} 4 ${x - 2} 18" ${line}/>`)
        .join('');
    case 'mosquito':
      return (
        `<g transform="rotate(28)">` +
        `<path d="M-3-4L-13-12L-17-4M3-4L13-12L17-4M-3 2L-14 3L-17 13M3 2L14 3L17 13M0-14V-24" fill="none" stroke="${colour}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/>` +
        `<ellipse cx="-7" cy="9" rx="4" ry="12" transform="rotate(24 -7 9)" fill="${colour}" fill-opacity=".45"/>` +
        `<ellipse cx="7" cy="9" rx="4" ry="12" transform="rotate(-24 7 9)" fill="${colour}" fill-opacity=".45"/>` +
        `<ellipse cy="9" rx="2.9" ry="13" fill="${colour}"/><circle cy="-3" r="4.6" fill="${colour}"/>` +
        `<circle cy="-11" r="3.6" fill="${colour}"/></g>`
      );
    case 'target':
      return (
        `<circle r="15" fill="none" stroke="${colour}" stroke-width="3.4"/>` +
        `<circle r="7" fill="${colour}"/>`
      );
    case 'bubbles':
      return (
        `<circle cx="-6" cy="5" r="11" fill="${colour}"/><circle cx="10" cy="-5" r="7.5" fill="${colour}" fill-opacity=".7"/>` +
        `<circle cx="-3" cy="-14" r="4.4" fill="${colour}" fill-opacity=".5"/>`
      );
    case 'flame':
      return path(
        'M2-20C6-8 16-4 14 7C12 16 6 19 0 19C-8 19-14 14-14 5C-14-1-9-4-8-10C-4-8-3-5-2-2C1-6 3-12 2-20Z',
        colour,
      );
  }
}

/** Rough widths in DejaVu Sans Condensed Bold, in em. */
function widthOf(text: string): number {
  let em = 0;
  for (const c of text) {
    em += /[ilj.,’'|I!+]/.test(c)
      ? 0.36
      : /[mwMW%]/.test(c)
        ? 0.92
        : /[A-Z0-9]/.test(c)
          ? 0.68
          : 0.61;
  }
  return em;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function label(
  panel: Panel,
  brand: string,
  kind: Emblem,
  lines: string,
  colours: BrandColours,
): string {
  const [first = '', second = ''] = lines.split(';');
  const size = Math.min(27, ...[first, second].map((l) => panel.width / Math.max(1, widthOf(l))));
  const spacing = 1.6;
  const caps = brand.toLocaleUpperCase('fr');
  const brandSize = Math.min(15, (panel.width - caps.length * spacing) / (caps.length * 0.7));
  const roomy = panel.bottom - panel.top >= 200;
  const iconScale = roomy ? 1.15 : 0.8;
  const icon = 40 * iconScale;
  const gap = roomy ? 16 : 14;
  const total = icon + gap + brandSize + gap + size * 2.12;
  let y = panel.top + (panel.bottom - panel.top - total) / 2;
  const at = (dy: number): number => Math.round((y += dy) * 10) / 10;
  const text = (t: string, dy: number, s: number, more: string): string =>
    `<text x="${panel.cx}" y="${at(dy)}" font-size="${s.toFixed(1)}" text-anchor="middle" fill="${colours.ink}" ${more}>${escape(t)}</text>`;
  const bold =
    'font-family="DejaVu Sans Condensed, DejaVu Sans, sans-serif" font-stretch="condensed" font-weight="bold"';
  return (
    `<g transform="translate(${panel.cx} ${at(icon / 2)}) scale(${iconScale})">${emblem(kind, colours.accent)}</g>` +
    text(
      caps,
      icon / 2 + gap + brandSize * 0.8,
      brandSize,
      `font-family="DejaVu Serif Condensed, DejaVu Serif, serif" font-stretch="condensed" letter-spacing="${spacing}"`,
    ) +
    `<rect x="${panel.cx - 18}" y="${at(gap * 0.6)}" width="36" height="2" fill="${colours.accent}"/>` +
    text(first, gap * 0.4 + size, size, bold) +
    text(second, size * 1.12, size, bold)
  );
}

function tube(c: BrandColours): Drawing {
  const body = 'M142 62H338Q341 62 341 66L304 352H176L139 66Q139 62 142 62Z';
  return {
    svg:
      solid(body, c.body) +
      path('M140 62H340L337 86H143Z', '#000', 'fill-opacity=".07"') +
      path('M176 352L173 330H307L304 352Z', c.accent) +
      solidRect(178, 352, 124, BASE - 352, 7, c.accent),
    panel: { cx: 240, width: 142, top: 92, bottom: 328 },
  };
}

function pump(c: BrandColours): Drawing {
  return {
    svg:
      rect(231, 92, 18, 46, 3, c.accent) +
      path(
        'M172 74Q172 66 180 66H270Q278 66 278 74V92Q278 98 270 98H196V110H178Q172 110 172 104Z',
        c.accent,
      ) +
      solidRect(202, 126, 76, 32, 6, c.accent) +
      solid(
        `M176 156H304Q334 156 334 190V${BASE - 16}Q334 ${BASE} 318 ${BASE}H162Q146 ${BASE} 146 ${BASE - 16}V190Q146 156 176 156Z`,
        c.body,
      ),
    panel: { cx: 240, width: 156, top: 172, bottom: 396 },
  };
}

function bottle(c: BrandColours): Drawing {
  return {
    svg:
      solidRect(196, 62, 88, 58, 8, c.accent) +
      solid(
        `M206 118H274Q276 140 300 150Q332 164 332 200V${BASE - 18}Q332 ${BASE} 314 ${BASE}H166Q148 ${BASE} 148 ${BASE - 18}V200Q148 164 180 150Q204 140 206 118Z`,
        c.body,
      ),
    panel: { cx: 240, width: 146, top: 168, bottom: 396 },
  };
}

function jar(c: BrandColours): Drawing {
  return {
    svg:
      solid(
        `M112 204H368V${BASE - 34}Q368 ${BASE} 332 ${BASE}H148Q112 ${BASE} 112 ${BASE - 34}Z`,
        c.body,
      ) +
      solidRect(102, 150, 276, 62, 12, c.accent) +
      `<rect x="102" y="198" width="276" height="3" fill="#000" fill-opacity=".12"/>`,
    panel: { cx: 240, width: 200, top: 212, bottom: 398 },
  };
}

/** A carton seen slightly from the right. */
function carton(c: BrandColours, x: number, y: number, w: number): string {
  const r = x + w;
  return (
    rect(x, y, w, BASE - y, 2, c.body) +
    path(`M${r} ${y}L${r + 34} ${y + 14}V${BASE - 16}L${r} ${BASE}Z`, c.body) +
    path(
      `M${r} ${y}L${r + 34} ${y + 14}V${BASE - 16}L${r} ${BASE}Z`,
      '#000',
      'fill-opacity=".16"',
    ) +
    rect(x, y, w, 26, 2, c.accent) +
    path(`M${r} ${y}L${r + 34} ${y + 14}V${y + 38}L${r} ${y + 26}Z`, c.accent) +
    path(`M${r} ${y}L${r + 34} ${y + 14}V${y + 38}L${r} ${y + 26}Z`, '#000', 'fill-opacity=".22"') +
    rect(x, BASE - 12, w, 12, 0, c.accent)
  );
}

function box(c: BrandColours): Drawing {
  return {
    svg: carton(c, 128, 96, 200),
    panel: { cx: 228, width: 172, top: 134, bottom: 390 },
  };
}

/** Stands in front of the carton, to the right; drawn around x = 0, on the ground at y = 0. */
function prop(kind: Prop, c: BrandColours): string {
  const glass = '#8a5a33';
  switch (kind) {
    case 'dropper':
      return (
        solid('M-9-214Q-9-232 0-232Q9-232 9-214V-182H-9Z', '#3a3a3a') +
        solidRect(-21, -184, 42, 34, 5, c.accent) +
        solid(
          'M-15-150H15Q17-136 34-132Q44-128 44-114V-10Q44 0 34 0H-34Q-44 0-44-10V-114Q-44-128-34-132Q-17-136-15-150Z',
          glass,
        ) +
        rect(-44, -96, 88, 66, 0, c.body) +
        rect(-44, -96, 88, 66, 0, 'url(#shade)') +
        `<g transform="translate(0 -63) scale(.9)">${emblem('drop', c.accent)}</g>`
      );
    case 'lipstick':
      return (
        solid('M-17-108V-152Q-10-176 17-182V-108Z', '#8c3b34') +
        solidRect(-21, -112, 42, 34, 2, c.accent) +
        solidRect(-27, -80, 54, 80, 4, c.body)
      );
    case 'mascara':
      return (
        solidRect(-17, -120, 34, 120, 6, c.body) +
        solidRect(-15, -218, 30, 96, 8, c.accent) +
        rect(-17, -124, 34, 7, 0, '#e8c7c0')
      );
    case 'pencil':
      return (
        path('M-13-196L0-232L13-196Z', '#e5c29b') +
        path('M-4-221L0-232L4-221Z', '#1c1c1c') +
        solidRect(-13, -197, 26, 197, 3, c.accent) +
        rect(-13, -30, 26, 30, 3, c.body)
      );
    case 'balm':
      return (
        solid('M-18-120V-136Q-16-150 18-154V-120Z', '#f6e3b8') +
        solidRect(-22, -124, 44, 124, 6, c.body) +
        rect(-22, -66, 44, 30, 0, c.accent) +
        rect(-22, -66, 44, 30, 0, 'url(#shade)')
      );
    case 'thermometer':
      return (
        `<g transform="rotate(14)">` +
        solid(
          'M-17-150Q-17-164-8-176L-4-214Q0-222 4-214L8-176Q17-164 17-150V-10Q17 0 7 0H-7Q-17 0-17-10Z',
          '#fdfdfd',
        ) +
        rect(-10, -140, 20, 62, 4, '#b9d3c2') +
        `<circle cy="-40" r="9" fill="${c.accent}"/></g>`
      );
    case 'infrared':
      return (
        solid(
          'M-52-176Q-52-192-36-192H34Q46-192 46-178V-150Q46-138 34-138H22L30-10Q30 0 20 0H-12Q-22 0-20-10L-18-138H-36Q-52-138-52-152Z',
          '#fdfdfd',
        ) +
        rect(-14, -182, 44, 32, 5, '#a9d0d8') +
        rect(-58, -178, 12, 28, 4, '#555') +
        rect(-30, -126, 12, 26, 5, c.accent)
      );
    case 'monitor':
      return (
        solidRect(-64, -138, 128, 138, 16, '#fdfdfd') +
        rect(-50, -124, 100, 66, 6, '#c3d6c6') +
        `<path d="M-42-90H-20L-12-108L0-72L9-90H42" fill="none" stroke="#33503e" stroke-width="4" stroke-linejoin="round"/>` +
        `<circle cx="-26" cy="-28" r="14" fill="${c.accent}"/>` +
        rect(4, -36, 42, 16, 8, '#c8ccd2')
      );
    case 'brush':
      return (
        rect(-15, -236, 14, 30, 2, '#bfe3f0') +
        rect(-9, -240, 18, 38, 6, '#fdfdfd') +
        rect(-5, -206, 10, 54, 3, '#fdfdfd') +
        solid('M-12-154H12L22-120V-12Q22 0 10 0H-10Q-22 0-22-12V-120Z', '#fdfdfd') +
        `<circle cy="-96" r="10" fill="${c.accent}"/>`
      );
    case 'plaster':
      return (
        `<g transform="translate(0 -62) rotate(-52)">` +
        rect(-78, -23, 156, 46, 23, '#d9a577') +
        rect(-25, -23, 50, 46, 0, '#f0d4b4') +
        [-12, 0, 12]
          .map((x) =>
            [-10, 2, 14]
              .map((y) => `<circle cx="${x}" cy="${y - 2}" r="2.4" fill="#c08b5c"/>`)
              .join(''),
          )
          .join('') +
        `</g>`
      );
    case 'roll':
      return (
        `<circle cy="-62" r="62" fill="#ead8bf"/><circle cy="-62" r="46" fill="none" stroke="#d2b995" stroke-width="3"/>` +
        `<circle cy="-62" r="33" fill="none" stroke="#d2b995" stroke-width="3"/><circle cy="-62" r="19" fill="${c.accent}"/>` +
        `<circle cy="-62" r="11" fill="#fff"/>`
      );
    case 'ampoule':
      return [-30, 8]
        .map(
          (x) =>
            `<g transform="translate(${x} ${x < 0 ? -4 : 0})">` +
            rect(-15, -140, 30, 26, 4, c.accent) +
            solid(
              'M-6-116H6V-104Q19-98 19-84V-10Q19 0 9 0H-9Q-19 0-19-10V-84Q-19-98-6-104Z',
              '#e4f2f6',
            ) +
            `</g>`,
        )
        .join('');
    case 'teabag':
      return (
        `<path d="M2-98C-2-150 44-150 40-196" fill="none" stroke="#8b8b7a" stroke-width="3"/>` +
        rect(24, -216, 34, 34, 3, c.accent) +
        solid('M-34-80L0-104L34-80V-6Q34 0 28 0H-28Q-34 0-34-6Z', '#f4ecd9') +
        path('M-26-50H26V-8H-26Z', '#8d7b45', 'fill-opacity=".55"')
      );
    case 'bulb':
      return (
        `<path d="M-26-96C-70-150 40-170 18-214" fill="none" stroke="#bcd9d4" stroke-width="9" stroke-linecap="round"/>` +
        rect(8, -238, 22, 32, 6, c.accent) +
        solid('M-12-118H-40L-44-14Q-44 0-30 0H-10Q4 0 4-14L0-118Z', '#e3f3f0') +
        rect(-46, -126, 52, 18, 6, c.accent) +
        solid('M24-60H46L52-8Q52 0 44 0H26Q18 0 18-8Z', '#fdfdfd')
      );
    case 'babybottle':
      return (
        solid('M-8-196Q0-216 8-196Q10-180 24-172H-24Q-10-180-8-196Z', '#e9c9a8') +
        solidRect(-36, -174, 72, 30, 6, c.accent) +
        solid(
          'M-32-144H32Q42-132 42-118V-14Q42 0 28 0H-28Q-42 0-42-14V-118Q-42-132-32-144Z',
          '#eef7f8',
        ) +
        path('M-42-78H42V-14Q42 0 28 0H-28Q-42 0-42-14Z', '#fffaf0') +
        [-100, -76, -52, -28].map((y) => rect(16, y, 18, 3, 1, '#9bb9b5')).join('')
      );
  }
}

function boxWith(kind: Prop, c: BrandColours): Drawing {
  return {
    svg:
      carton(c, 92, 96, 178) +
      `<g transform="translate(338 ${BASE + 4})"><ellipse rx="62" ry="9" fill="#000" fill-opacity=".13"/>${prop(kind, c)}</g>`,
    panel: { cx: 181, width: 152, top: 134, bottom: 390 },
  };
}

function spray(c: BrandColours): Drawing {
  const mist = [
    [120, 84, 5],
    [104, 72, 3.4],
    [100, 94, 4],
    [86, 84, 3],
    [132, 70, 3],
    [130, 98, 3],
  ] as const;
  return {
    svg:
      mist
        .map(
          ([x, y, r]) =>
            `<circle cx="${x}" cy="${y}" r="${r}" fill="${c.accent}" fill-opacity=".45"/>`,
        )
        .join('') +
      path('M196 66H276Q290 66 290 82V112H190V74Q190 66 196 66Z', c.accent) +
      rect(176, 78, 18, 14, 3, c.accent) +
      solidRect(200, 110, 80, 34, 4, '#f4f4f4') +
      solid(
        `M204 142H276Q326 150 326 192V${BASE - 14}Q326 ${BASE} 312 ${BASE}H168Q154 ${BASE} 154 ${BASE - 14}V192Q154 150 204 142Z`,
        c.body,
      ),
    panel: { cx: 240, width: 146, top: 164, bottom: 396 },
  };
}

function stick(c: BrandColours): Drawing {
  return {
    svg:
      solid('M166 168V122Q166 72 240 72Q314 72 314 122V168Z', '#eef3f4') +
      solidRect(154, 164, 172, BASE - 164, 14, c.body) +
      solidRect(166, 382, 148, BASE - 382, 6, c.accent),
    panel: { cx: 240, width: 144, top: 172, bottom: 380 },
  };
}

function soap(c: BrandColours): Drawing {
  return {
    svg:
      solidRect(84, 208, 312, 192, 44, '#f6ead6') +
      rect(132, 204, 216, 200, 6, c.body) +
      rect(132, 204, 216, 10, 4, c.accent) +
      rect(132, 394, 216, 10, 4, c.accent) +
      [
        [112, 176, 17],
        [146, 158, 11],
        [358, 170, 13],
        [384, 188, 8],
      ]
        .map(
          ([x, y, r]) =>
            `<circle cx="${x}" cy="${y}" r="${r}" fill="#fff" fill-opacity=".75" stroke="#fff" stroke-width="2"/>`,
        )
        .join(''),
    panel: { cx: 240, width: 180, top: 216, bottom: 392 },
  };
}

function pouch(c: BrandColours): Drawing {
  return {
    svg:
      solid(
        `M132 84H348Q346 180 360 ${BASE - 26}Q362 ${BASE} 340 ${BASE}H140Q118 ${BASE} 120 ${BASE - 26}Q134 180 132 84Z`,
        c.body,
      ) +
      rect(130, 70, 220, 30, 4, c.accent) +
      rect(130, 104, 220, 3, 0, '#000').replace('/>', ' fill-opacity=".12"/>') +
      path(
        `M121 ${BASE - 34}Q240 ${BASE - 4} 359 ${BASE - 34}L360 ${BASE - 20}Q360 ${BASE} 340 ${BASE}H140Q120 ${BASE} 120 ${BASE - 20}Z`,
        c.accent,
      ),
    panel: { cx: 240, width: 176, top: 120, bottom: 372 },
  };
}

function pills(c: BrandColours): Drawing {
  const ridges = [184, 200, 216, 232, 248, 264, 280, 296].map((x) =>
    rect(x - 1, 76, 2.5, 54, 1, '#000').replace('/>', ' fill-opacity=".12"/>'),
  );
  return {
    svg:
      solidRect(166, 70, 148, 66, 9, c.accent) +
      ridges.join('') +
      solid(
        `M176 134H304Q334 146 334 178V${BASE - 18}Q334 ${BASE} 316 ${BASE}H164Q146 ${BASE} 146 ${BASE - 18}V178Q146 146 176 134Z`,
        c.body,
      ) +
      `<g transform="translate(368 396)"><ellipse cy="12" rx="34" ry="5" fill="#000" fill-opacity=".14"/><g transform="rotate(-18)">${solidRect(-32, -13, 64, 26, 13, '#fff7e6')}${path('M0-13H-19A13 13 0 0 0-19 13H0Z', c.accent)}</g></g>`,
    panel: { cx: 240, width: 146, top: 148, bottom: 396 },
  };
}

function compact(c: BrandColours): Drawing {
  return {
    svg:
      `<ellipse cx="240" cy="372" rx="152" ry="40" fill="${c.body}"/><ellipse cx="240" cy="364" rx="152" ry="38" fill="${c.accent}"/>` +
      `<ellipse cx="240" cy="362" rx="122" ry="27" fill="#b9855d"/>` +
      `<circle cx="240" cy="208" r="146" fill="${c.accent}"/><circle cx="240" cy="208" r="138" fill="${c.body}"/>`,
    panel: { cx: 240, width: 186, top: 104, bottom: 312 },
  };
}

function drawPackage(shape: Shape, c: BrandColours): Drawing {
  switch (shape) {
    case 'tube':
      return tube(c);
    case 'pump':
      return pump(c);
    case 'bottle':
      return bottle(c);
    case 'jar':
      return jar(c);
    case 'box':
      return box(c);
    case 'spray':
      return spray(c);
    case 'stick':
      return stick(c);
    case 'soap':
      return soap(c);
    case 'pouch':
      return pouch(c);
    case 'pills':
      return pills(c);
    case 'compact':
      return compact(c);
    default:
      return boxWith(shape.slice('box+'.length) as Prop, c);
  }
}

export function drawProduct(product: Pictured): string {
  const slug = slugOf(product.imageUrl);
  const look = PACKAGES[slug];
  const colours = BRANDS[product.brand];
  const background = BACKGROUNDS[product.category];
  if (!look || !colours || !background) throw new Error(`No picture described for ${slug}`);
  const [shape, kind, lines] = look;
  const { svg, panel } = drawPackage(shape, colours);
  const [light, deep] = background;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}" viewBox="0 0 ${SIZE} ${SIZE}">` +
    `<defs><linearGradient id="shade"><stop offset="0" stop-color="#000" stop-opacity=".17"/><stop offset=".16" stop-color="#fff" stop-opacity=".2"/>` +
    `<stop offset=".3" stop-color="#fff" stop-opacity="0"/><stop offset=".72" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".2"/></linearGradient></defs>` +
    rect(0, 0, SIZE, SIZE, 0, light) +
    `<circle cx="240" cy="226" r="196" fill="${deep}" fill-opacity=".6"/>` +
    `<rect y="${BASE - 6}" width="${SIZE}" height="${SIZE - BASE + 6}" fill="${deep}"/>` +
    `<ellipse cx="240" cy="${BASE + 2}" rx="172" ry="13" fill="#000" fill-opacity=".12"/>` +
    svg +
    label(panel, product.brand, kind, lines, colours) +
    `</svg>`
  );
}

async function main(only: readonly string[]): Promise<void> {
  const products = JSON.parse(
    await readFile(new URL('../products.json', import.meta.url), 'utf8'),
  ) as Pictured[];
  const target = new URL('../images/', import.meta.url);
  await mkdir(target, { recursive: true });
  let total = 0;
  for (const product of products) {
    const slug = slugOf(product.imageUrl);
    if (only.length > 0 && !only.includes(slug)) continue;
    const picture = await sharp(Buffer.from(drawProduct(product)))
      .webp({ quality: 80, effort: 6, smartSubsample: true })
      .toBuffer();
    await writeFile(new URL(`${slug}.webp`, target), picture);
    total += picture.length;
  }
  process.stdout.write(`${Math.round(total / 1000)} kB in demo/images\n`);
}

if (import.meta.main) await main(process.argv.slice(2));
