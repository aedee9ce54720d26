import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFiles } from '../../src/slack/message-files.ts';
import { toPost } from '../../src/slack/translate.ts';
import { editToPost } from '../../src/slack/translate-edit.ts';

const identity = { team: 'T1', botUserId: 'UBOT', botId: 'BBOT' };

function shared(change: Record<string, unknown> = {}) {
  return {
    id: 'F1',
    name: 'harbour.txt',
    mimetype: 'text/plain',
    filetype: 'text',
    mode: 'hosted',
    is_external: false,
    size: 1200,
    url_private: 'https://files.slack.com/files-pri/T1-F1/harbour.txt',
    url_private_download: 'https://files.slack.com/files-pri/T1-F1/download/harbour.txt',
    ...change,
  };
}

const read = (change: Record<string, unknown>) => readFiles([shared(change)]).length > 0;

describe('the files of a message', () => {
  it('are in its post, with what is needed to fetch them', () => {
    const event = { type: 'message', subtype: 'file_share', channel: 'C1', user: 'U1', ts: '17.1', text: '' };
    expect(toPost({ ...event, files: [shared()] }, identity)?.files).toEqual([
      {
        id: 'F1',
        name: 'harbour.txt',
        mimeType: 'text/plain',
        sizeBytes: 1200,
        url: 'https://files.slack.com/files-pri/T1-F1/harbour.txt',
      },
    ]);
    const mention = { ...event, type: 'app_mention', subtype: undefined, text: '<@UBOT>' };
    expect(toPost({ ...mention, files: [shared()] }, identity)).toMatchObject({ asked: true, files: [{ id: 'F1' }] });
  });

  it('are not read again when an edit puts a link into the message', () => {
    const before = { type: 'message', user: 'U1', ts: '17.1', text: 'see', files: [shared()] };
    const message = { ...before, text: 'see <https://a.example/x>', edited: { user: 'U1', ts: '1.1' } };
    const changed = { type: 'message', subtype: 'message_changed', channel: 'C1', message, previous_message: before };
    expect(editToPost(changed, identity)).toMatchObject({ links: ['https://a.example/x'], files: [] });
  });

  it.each([
    { filetype: 'text', mode: 'snippet', mimetype: 'text/plain' },
    { filetype: undefined, mode: 'snippet', mimetype: undefined },
    { filetype: 'auto', mode: 'snippet' },
    { filetype: 'markdown', mimetype: 'text/plain' },
    { filetype: 'html', mimetype: 'text/html' },
    { filetype: 'pdf', mimetype: 'application/pdf' },
    { filetype: '', mimetype: 'Text/HTML; charset=utf-8' },
    { filetype: 'binary', mimetype: 'application/pdf' },
  ])('may hold an article: $filetype, $mimetype, $mode', (change) => expect(read(change)).toBe(true));

  it.each([
    { filetype: 'png', mimetype: 'image/png' },
    { filetype: 'zip', mimetype: 'application/zip' },
    { filetype: 'docx', mimetype: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
    { filetype: 'csv', mimetype: 'text/csv' },
    { filetype: 'python', mimetype: 'text/plain', mode: 'snippet' },
    { filetype: 'javascript', mimetype: 'text/javascript', mode: 'snippet' },
    { mode: 'external', is_external: true },
    { mode: 'tombstone' },
    { mode: 'hidden_by_limit' },
    { url_private: undefined },
    { url_private: 'https://docs.example/d/1' },
    { url_private: 'http://files.slack.com/files-pri/T1-F1/x' },
    { url_private: 'https://files.slack.com.evil.example/x' },
    { id: '' },
  ])('are left out: %j', (change) => expect(read(change)).toBe(false));

  it('of a shared channel are known by their id alone: files.info has the rest', () => {
    expect(readFiles([{ id: 'F9', file_access: 'check_file_info' }])).toMatchObject([
      { id: 'F9', url: 'https://slack.com/api/files.info?file=F9' },
    ]);
    expect(readFiles([{ id: 'F9&token=x', file_access: 'check_file_info' }])).toEqual([]);
    expect(readFiles([{ id: 'F9', file_access: 'access_denied' }])).toEqual([]);
  });

  it('are where the Web API is, for an emulator, and nowhere else on its machine', () => {
    const at = (url: string) => readFiles([shared({ url_private: url })], 'http://127.0.0.1:4545/api/').length;
    expect(at('http://127.0.0.1:4545/files-pri/T1-F1/x')).toBe(1);
    expect(at('http://127.0.0.1:4546/files-pri/T1-F1/x')).toBe(0);
    expect(at('https://files.slack.com/files-pri/T1-F1/x')).toBe(1);
    expect(readFiles([shared({ url_private: 'http://127.0.0.1:4545/x' })])).toEqual([]);
  });

  it('are the first three that may hold an article, each once', () => {
    const files = [
      shared({ id: 'P1', filetype: 'png', mimetype: 'image/png' }),
      ...['F1', 'F1', 'F2', 'F3', 'F4'].map((id) => shared({ id })),
    ];
    expect(readFiles(files).map(({ id }) => id)).toEqual(['F1', 'F2', 'F3']);
  });

  it('lead to Slack alone, whatever the event holds', () => {
    const anyFile = fc.record({
      id: fc.oneof(fc.string(), fc.anything()),
      name: fc.anything(),
      filetype: fc.constantFrom('text', 'pdf', undefined),
      mode: fc.constantFrom('snippet', 'hosted', undefined),
      size: fc.oneof(fc.double(), fc.anything()),
      url_private: fc.oneof(
        fc.webUrl(),
        fc.webPath().map((path) => `https://files.slack.com${path}`),
        fc.anything(),
      ),
    });
    fc.assert(
      fc.property(fc.oneof(fc.array(anyFile), fc.anything()), (files) => {
        const readable = readFiles(files);
        expect(readable.length).toBeLessThanOrEqual(3);
        for (const { url } of readable) expect(new URL(url).hostname).toMatch(/^(files\.)?slack\.com$/);
      }),
    );
  });
});
