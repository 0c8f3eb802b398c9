// tus-js-client, as pages use it, over connections that break.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';

const { SERVER, USER_ID, MEDIA, TUS } = process.env;
const { Upload } = (await import(TUS)).default ?? (await import(TUS));

test('an upload goes on after each break', async () => {
  const bytes = await readFile(MEDIA);
  let retries = 0;
  const url = await new Promise((resolve, reject) => {
    const upload = new Upload(bytes, {
      endpoint: `${SERVER}/uploads/`,
      headers: { 'X-User-ID': USER_ID },
      metadata: { filename: 'talk.wav', filetype: 'audio/wav' },
      retryDelays: Array(40).fill(50),
      onShouldRetry: () => {
        retries += 1;
        return true;
      },
      onError: reject,
      onSuccess: () => resolve(upload.url),
    });
    upload.start();
  });
  console.log(JSON.stringify({ url, retries }));
  assert.ok(retries > 0);
});

test('an upload that is given up is gone', async () => {
  const upload = new Upload(Buffer.from('abc'), {
    endpoint: `${SERVER}/uploads/`,
    headers: { 'X-User-ID': USER_ID },
    onSuccess: () => {},
  });
  await new Promise((resolve, reject) => {
    upload.options.onSuccess = resolve;
    upload.options.onError = reject;
    upload.start();
  });
  await upload.abort(true);
  const gone = await fetch(upload.url, { method: 'HEAD', headers: { 'X-User-ID': USER_ID, 'Tus-Resumable': '1.0.0' } });
  assert.equal(gone.status, 404);
});
