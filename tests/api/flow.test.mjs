// The client that the background-tasks document hands to front ends, against a running server.
// Only the pause between polls is a parameter here.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';

class VideoProcessingClient {
  constructor(apiBase, userId, pollEvery = 3000) {
    this.apiBase = apiBase;
    this.userId = userId;
    this.pollEvery = pollEvery;
  }

  async createTask(srtFile, mediaFile) {
    const formData = new FormData();
    formData.append('srt_file', srtFile);
    formData.append('media_file', mediaFile);

    const response = await fetch(`${this.apiBase}/process/srt_media/`, {
      method: 'POST',
      headers: { 'X-User-ID': this.userId },
      body: formData
    });

    return response.json();
  }

  async pollTaskStatus(taskId, onProgress) {
    const poll = async () => {
      const response = await fetch(`${this.apiBase}/tasks/${taskId}/status`, {
        headers: { 'X-User-ID': this.userId }
      });

      const data = await response.json();
      onProgress(data);

      if (data.status === 'completed') {
        return await this.getTaskResult(taskId);
      } else if (data.status === 'failed') {
        throw new Error(data.error_message || 'Task failed');
      } else if (data.status !== 'cancelled') {
        // Continue polling
        setTimeout(poll, this.pollEvery);
      }
    };

    return poll();
  }

  async getTaskResult(taskId) {
    const response = await fetch(`${this.apiBase}/tasks/${taskId}/result`, {
      headers: { 'X-User-ID': this.userId }
    });
    return response.json();
  }

  async getUserTasks() {
    const response = await fetch(`${this.apiBase}/users/me/tasks`, {
      headers: { 'X-User-ID': this.userId }
    });
    return response.json();
  }
}

const { SERVER, USER_ID, SRT, MEDIA } = process.env;

test('create, poll, result and list', async () => {
  const client = new VideoProcessingClient(SERVER, USER_ID, 50);
  const task = await client.createTask(
    new File([await readFile(SRT)], 'talk.srt'),
    new File([await readFile(MEDIA)], 'talk.wav'),
  );
  assert.equal(task.status, 'pending');
  assert.equal(task.message, 'Task created successfully. Use the task_id to track progress.');

  const seen = [];
  await new Promise((resolve, reject) => {
    client.pollTaskStatus(task.task_id, (data) => {
      seen.push(data);
      if (data.status === 'completed') resolve();
      if (data.status === 'failed') reject(new Error(data.error_message));
    }).catch(reject);
  });
  assert.ok(seen.every((data) => data.task_id === task.task_id));
  assert.deepEqual(seen.map((data) => data.progress), seen.map((data) => data.progress).sort((a, b) => a - b));
  assert.equal(seen.at(-1).progress, 100);

  const answer = await client.getTaskResult(task.task_id);
  assert.equal(answer.task_id, task.task_id);
  assert.equal(answer.status, 'completed');
  assert.ok(answer.result.paragraphs.length > 0);
  assert.ok(answer.result.paragraphs[0].words[0].word);

  const listed = await client.getUserTasks();
  assert.equal(listed.user_id, USER_ID);
  assert.deepEqual(listed.completed_tasks.map((each) => each.task_id), [task.task_id]);
  assert.deepEqual([listed.active_tasks, listed.total_active, listed.total_completed], [[], 0, 1]);
});
