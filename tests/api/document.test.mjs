// The document's usage example, word for word but for the import, the address and the user; and what ours does more.
import assert from 'node:assert/strict';
import { openAsBlob } from 'node:fs';
import test from 'node:test';

const { CLIENT, SERVER, USER_ID, SRT, MEDIA } = process.env;
const { VideoProcessingClient, TaskCancelled, CueweaveError } = await import(CLIENT);

const client = new VideoProcessingClient(SERVER, USER_ID);
const open = async (path, name) => new File([await openAsBlob(path)], name);
const srt = await open(SRT, 'talk.srt');
const media = await open(MEDIA, 'talk.wav');

async function processVideo(srtFile, mediaFile) {
  try {
    // Create task
    const task = await client.createTask(srtFile, mediaFile);
    console.log('Task created:', task.task_id);

    // Poll for completion
    const result = await client.pollTaskStatus(task.task_id, (status) => {
      console.log(`Progress: ${status.progress}% - ${status.stage}`);
    });

    console.log('Processing completed:', result);
    return result;
  } catch (error) {
    console.error('Processing failed:', error);
  }
}

test('the flow of the document ends with the result', async () => {
  const answer = await processVideo(srt, media);
  assert.equal(answer.status, 'completed');
  assert.ok(answer.result.paragraphs[0].words[0].word);
  assert.deepEqual(await client.getTaskResult(answer.task_id), answer);
  const listed = await client.getUserTasks();
  assert.equal(listed.user_id, USER_ID);
  assert.deepEqual(listed.completed_tasks.map((each) => each.task_id), [answer.task_id]);
});

test('an upload tells how far it is, and a cancelled task settles', async () => {
  const sent = [];
  const task = await client.createTask(srt, media, { language: 'en', onUploadProgress: (each) => sent.push(each) });
  assert.equal(sent.at(-1).loaded, srt.size + media.size);
  const settled = client.pollTaskStatus(task.task_id).catch((error) => error);
  await client.cancelTask(task.task_id).catch((error) => assert.equal(error.status, 409)); // it may be done already
  const end = await settled;
  assert.ok(end instanceof TaskCancelled || end.status === 'completed', String(end));
});

test('an answer that is no success is an error with status and detail', async () => {
  const refused = await client.createTask(srt, new File(['no medium'], 'talk.wav')).catch((error) => error);
  assert.ok(refused instanceof CueweaveError);
  assert.equal(refused.status, 415);
  assert.match(refused.detail, /^media_file: /);
  const nobody = new VideoProcessingClient(SERVER);
  await assert.rejects(nobody.getUserTasks(), { status: 401, detail: /^Missing X-User-ID header/ });
});
