import fc from "fast-check";
import { expect, test } from "vitest";
import { linkTo, momentIn, withMoment, withoutMoment } from "../../src/moments/moments.js";

test.each([
  ["#t=83.2", 83.2],
  ["#t=1:23", 83],
  ["#t=1:02:03.5", 3723.5],
  ["#t=npt:10,20", 10],
  ["#t=1m23s", 83],
  ["#t=2h", 7200],
  ["#/tasks/01J?t=83.2", 83.2],
  ["#/tasks/01J?view=all&t=5", 5],
  ["#/tasks/01J&t=5", 5],
  ["#xywh=1,2&t=4", 4],
  ["#t=npt%3A10", 10],
  ["", null],
  ["#t=", null],
  ["#t=abc", null],
  ["#t=-5", null],
  ["#t=1:2:3:4", null],
  ["#about", null],
  ["#/tasks/t=5", null],
  ["#t=%E0%A4%A", null],
])("%j names the second %j", (hash, time) => {
  expect(momentIn(hash)).toBe(time);
});

test.each([
  ["", "#t=83.2"],
  ["#t=5", "#t=83.2"],
  ["#about", "#t=83.2"],
  ["#xywh=1,2&t=4", "#xywh=1,2&t=83.2"],
  ["#/tasks/01J", "#/tasks/01J?t=83.2"],
  ["#/tasks/01J?t=4", "#/tasks/01J?t=83.2"],
  ["#/tasks/01J&t=4", "#/tasks/01J?t=83.2"],
  ["#/tasks/01J?t=4&view=all", "#/tasks/01J?view=all&t=83.2"],
])("%j with a moment is %j", (hash, made) => {
  expect(withMoment(hash, 83.2)).toBe(made);
});

test.each([
  ["#/tasks/01J?t=4", "#/tasks/01J"],
  ["#/tasks/01J?view=all&t=4", "#/tasks/01J?view=all"],
  ["#t=4", ""],
  ["#about", "#about"],
  ["#/", "#/"],
])("%j without its moment is %j", (hash, rest) => {
  expect(withoutMoment(hash)).toBe(rest);
});

test("a moment that is written is read again, beside any route", () => {
  const routes = fc.constantFrom("", "#/", "#/tasks/01J", "#/tasks/01J?view=all", "#t=1:00");
  fc.assert(
    fc.property(routes, fc.nat(1_000_000), (hash, tenths) => {
      expect(momentIn(withMoment(hash, tenths / 10))).toBe(tenths / 10);
    }),
  );
});

test("a link keeps the page's own address", () => {
  expect(linkTo("https://example.org/talk?lang=de#t=1", 7)).toBe("https://example.org/talk?lang=de#t=7");
});
