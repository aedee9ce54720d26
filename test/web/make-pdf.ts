/** A page of a test PDF: lines of text with their place and size. */
export type PageLine = { text: string; x: number; y: number; size?: number };

/** Writes a small PDF: Helvetica, uncompressed unless `deflate` is given. `info` entries go in as they are. */
export function makePdf(
  pages: PageLine[][],
  info: Record<string, string> = {},
  options: { extra?: string; deflate?: (bytes: Buffer) => Buffer } = {},
): Buffer {
  const objects: Buffer[] = [];
  const add = (body: string | Buffer) => objects.push(Buffer.from(body));
  const firstPage = 5;
  const kids = pages.map((_, index) => `${firstPage + index * 2} 0 R`).join(' ');
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  add(
    `<< ${Object.entries(info)
      .map(([key, value]) => `/${key} (${escapePdf(value)})`)
      .join(' ')} >>`,
  );
  for (const [index, page] of pages.entries()) {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${firstPage + index * 2 + 1} 0 R >>`,
    );
    const plain = Buffer.from(
      page.map(({ text, x, y, size = 11 }) => `BT /F1 ${size} Tf ${x} ${y} Td (${escapePdf(text)}) Tj ET`).join('\n'),
      'latin1',
    );
    const content = options.deflate ? options.deflate(plain) : plain;
    const filter = options.deflate ? ' /Filter /FlateDecode' : '';
    add(
      Buffer.concat([
        Buffer.from(`<< /Length ${content.length}${filter} >>\nstream\n`),
        content,
        Buffer.from('\nendstream'),
      ]),
    );
  }
  const parts = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let size = parts[0]?.length ?? 0;
  for (const [index, body] of objects.entries()) {
    offsets.push(size);
    const object = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    parts.push(object);
    size += object.length;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R ${options.extra ?? ''} >>`;
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n${trailer}\nstartxref\n${size}\n%%EOF`,
    ),
  );
  return Buffer.concat(parts);
}

/** Lays paragraphs out as lines of at most `width` characters, 14 points apart, with a wider gap between paragraphs. */
export function layOut(paragraphs: string[], { x = 72, top = 700, width = 80 } = {}): PageLine[] {
  const lines: PageLine[] = [];
  let y = top;
  for (const paragraph of paragraphs) {
    for (const text of wrap(paragraph, width)) {
      lines.push({ text, x, y });
      y -= 14;
    }
    y -= 10;
  }
  return lines;
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function escapePdf(text: string): string {
  return text.replace(/[\\()]/g, '\\$&');
}
