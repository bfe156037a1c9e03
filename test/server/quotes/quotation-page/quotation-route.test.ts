import { describe, expect, it } from 'vitest';
import { cabinet } from '../../support/products.ts';
import { cabinetItems, jane, material, quoteSubmission, width } from '../../support/submission.ts';
import { useCompanion } from '../../support/use-companion.ts';

const companion = useCompanion({
  products: [cabinet('http://127.0.0.1:1/')],
});

const get = (path: string, headers: Record<string, string> = {}) => companion.fetch(path, { headers });

describe('GET /quotations/{id}', () => {
  const quotation = async (more = {}) => {
    const answer = await companion.post('/api/v1/add-quote', quoteSubmission(more));
    return (await answer.json()) as { pdf_url: string; quotation_number: number };
  };
  const page = (url: string) => get(url.replace(companion.address, ''));

  it('shows the quotation to whoever has its address', async () => {
    const { pdf_url, quotation_number } = await quotation({
      extra_fields: { heard_from: 'web', terms: true },
    });
    const answer = await page(pdf_url);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.headers.get('x-robots-tag')).toContain('noindex');
    const html = await answer.text();
    for (const part of [
      String(quotation_number),
      'lang="nl"',
      'Offerte',
      'Test &amp; Co',
      'Jane Doe',
      'Eiken',
      '900 mm',
      'Drawer 2',
      'The web',
      'drawing.svg?c=',
    ]) {
      expect(html).toContain(part);
    }
    // 215.00 gross with 21 % in it
    expect(html.replace(/\u00a0/g, ' ')).toMatch(/€ 177,69[^]*€ 37,31[^]*€ 215,00/);
  });

  it('runs nothing and shows what was typed as text', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const { pdf_url } = await quotation({
      customer: { first_name: evil, last_name: '"\'&', email: 'jane@example.com', address: { street: evil } },
      extra_fields: { heard_from: 'web', remarks: '</style><script>' },
    });
    const answer = await page(pdf_url);
    const html = await answer.text();
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<img src=x');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &quot;&#39;&amp;');
    const policy = answer.headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe-inline');
    const [, style] = /<style>([^]*?)<\/style>/.exec(html)!;
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style));
    expect(policy).toContain(`sha256-${Buffer.from(digest).toString('base64')}`);
    expect(html).not.toMatch(/<[^>]*\s(style|on\w+)=/);
  });

  it('prints nothing of what turns or hides text in names and answers', async () => {
    const marks = '\u202e\u2066\u200f\u0000\u0007\u0085';
    const { pdf_url } = await quotation({
      customer: {
        ...jane,
        first_name: `J${marks}ane`,
        last_name: `D${marks}oe`,
        address: { street: `Ma${marks}in 1` },
      },
      extra_fields: { heard_from: 'web', remarks: `a${marks}b\nc` },
      items: cabinetItems([
        material('oak'),
        width(900),
        { ID: 'engraving', type: 'text_input', value: `Lo${marks}ve` },
      ]),
    });
    const html = await (await page(pdf_url)).text();
    for (const text of ['Jane Doe', 'Main 1', 'ab\nc', 'Love']) expect(html).toContain(text);
    expect(html).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
  });

  it('knows no others', async () => {
    for (const id of ['x', '00000000-0000-4000-8000-000000000000', "' or 1=1 --"]) {
      expect((await get(`/quotations/${encodeURIComponent(id)}`)).status).toBe(404);
    }
  });
});
