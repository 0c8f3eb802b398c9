import { describe, expect, test } from "vitest";
import { hashOf, momentOf, routeOf } from "../src/route.js";

const ID = "ada@x.org|1:3f2b9c1e-5d4a-4b6f-8a7e-0c1d2e3f4a5b";

describe("addresses", () => {
  test("of a task lead back to it, with a moment or without", () => {
    expect(routeOf(hashOf(ID))).toEqual({ view: "task", taskId: ID, time: null });
    expect(routeOf(hashOf(ID, 83.2))).toEqual({ view: "task", taskId: ID, time: 83.2 });
    expect(routeOf(`#/tasks/${ID.replace("|", "%7C")}?t=5`)).toEqual({ view: "task", taskId: ID, time: 5 });
  });

  test.each(["", "#", "#/"])("%j is home", (hash) => expect(routeOf(hash)).toEqual({ view: "home" }));

  test.each([
    "#/tasks/",
    "#/tasks/%",
    "#/tasks/ada",
    "#/tasks/<img src=x onerror=alert(1)>",
    "#/tasks/javascript:alert(1)",
    "#/tasks/..%2F..%2Fx:3f2b9c1e-5d4a-4b6f-8a7e-0c1d2e3f4a5b",
    "#/elsewhere",
  ])("%j is nowhere", (hash) => expect(routeOf(hash)).toEqual({ view: "nowhere" }));

  test("a player's link is a moment, and nothing else is", () => {
    expect(momentOf("#t=83.2")).toBe(83.2);
    for (const hash of ["#t=", "#t=x", "#/t=1", "#t=1&x", hashOf(ID, 3)]) expect(momentOf(hash)).toBeNull();
  });
});
