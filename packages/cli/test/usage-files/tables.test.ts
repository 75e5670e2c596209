import { describe, expect, test } from "vitest";
import { UsageError } from "../../src/exit-codes.ts";
import { read } from "./reading.ts";

const A = "a".repeat(32);

describe("a CSV", () => {
  test("has a column for each component, or component and amount", async () => {
    const usage = { "hpc-17": { cpu: "10", gpu: "3.5" }, "hpc-18": { cpu: "2" } };
    expect(await read("backend_id,cpu,gpu\nhpc-17,10,3.50\nhpc-18,2,\n")).toEqual(usage);
    expect(await read("backend_id,component,amount\nhpc-17,cpu,10\nhpc-17,gpu,3.50\nhpc-18,cpu,2")).toEqual(
      usage,
    );
  });

  test("names allocations by uuid in every notation, or by backend id, and the uuid goes first", async () => {
    const dashed = "AAAAAAAA-aaaa-aaaa-aaaa-aaaaaaaaaaaa";
    expect(await read(`resource,backend_id,cpu\n${dashed},,1\n,hpc-17,2\n`)).toEqual({
      [A]: { cpu: "1" },
      "hpc-17": { cpu: "2" },
    });
  });

  test("adds users up where no line has the total, and leaves a total as it is", async () => {
    expect(await read("backend_id,user,cpu\nx,alice,0.1\nx,bob,0.2\n")).toEqual({
      x: { cpu: ["0.3", { alice: "0.1", bob: "0.2" }] },
    });
    expect(await read("backend_id,user,cpu\nx,,5\nx,alice,0.1\n")).toEqual({
      x: { cpu: ["5", { alice: "0.1" }] },
    });
  });

  test("may have quotes, tabs, a byte order mark, Windows' line ends, and empty lines", async () => {
    const usage = { "a,b": { cpu: "1" } };
    expect(await read('\uFEFFbackend_id,cpu\r\n"a,b",1\r\n\r\n')).toEqual(usage);
    expect(await read("backend_id\tcpu\na,b\t1\n")).toEqual(usage);
  });

  test("without lines has no usage", async () => {
    expect(await read("backend_id,cpu\n")).toEqual({});
    expect(await read("", { format: "jsonl" })).toEqual({});
  });

  test("without even a header is refused: the program that writes it has failed", async () => {
    await expect(read("")).rejects.toThrow(/^The file is empty/);
    await expect(read("\n \n", { format: "csv" })).rejects.toThrow(/^The file is empty/);
  });

  test("whose lines name other components than those that are mapped is refused", async () => {
    const text = "backend_id,component,amount\nx,cpu,1\n";
    await expect(read(text, { components: ["cpu = cpu_hours / 1000"] })).rejects.toThrow(
      /^No line counts cpu_hours:/,
    );
  });

  test("mapped by a column that it does not have is refused", async () => {
    const text = "backend_id,cpu_hours\nx,1\n";
    await expect(read(text, { components: ["cpu = cpu_hour / 1000"] })).rejects.toThrow(
      /^Line 2: there is no column cpu_hour\./,
    );
  });

  test("may be mapped: then columns that are not named do not count", async () => {
    const text = "backend_id,name,cpu_hours\nx,Climate,1234.5\n";
    expect(await read(text, { components: ["cpu = cpu_hours / 1000"] })).toEqual({ x: { cpu: "1.2345" } });
  });

  test.each([
    ["backend_id,cpu\nx,1,5\n", /Invalid Record Length.* on line 2/],
    ["backend_id,cpu\nx,one\n", /^Line 2: cpu is "one"/],
    ["backend_id,cpu\n\nx,-1\n", /^Line 3: cpu is "-1"/],
    ["backend_id,cpu\n,1\n", /^Line 2: neither resource nor backend_id/],
    ["backend_id,cpu\nx,1\ny,1\nx,1\n", /^Line 4: line 2 already has cpu of x/],
    ["backend_id,user,cpu\nx,a,1\nx,a,1\n", /^Line 3: line 2 already has cpu of a of x/],
    ["backend_id,component,amount\nx,cpu,\n", /^Line 2: component and amount belong together/],
    ["backend_id,month,cpu\nx,2026-10,1\n", /^Line 2: it is about 2026-10, but the report is about 2026-11/],
    ["backend_id,cpu,cpu\nx,1,2\n", /cpu occurs twice/],
    ["name,cpu\nx,1\n", /does not show what the file is/],
  ])("that cannot be used is refused: %j", async (text, message) => {
    const reading = read(text);
    await expect(reading).rejects.toThrow(UsageError);
    await expect(reading).rejects.toThrow(message);
  });
});

describe("JSON lines", () => {
  test("are read digit by digit, as a CSV is", async () => {
    expect(await read('{"backend_id":"x","cpu":12345678901234567.89}')).toEqual({
      x: { cpu: "12345678901234567.89" },
    });
    expect(await read('{"backend_id":"x","cpu":1e-05}')).toEqual({ x: { cpu: "0.00001" } });
  });

  test("have the keys that a CSV has as columns", async () => {
    const text =
      '\uFEFF{"backend_id":"x","cpu":0.1,"gpu":"3.50"}\n{"backend_id":"y","user":"alice","cpu":2}\n';
    expect(await read(text)).toEqual({ x: { cpu: "0.1", gpu: "3.5" }, y: { cpu: ["2", { alice: "2" }] } });
  });

  test.each([
    ['{"backend_id":"x"', /^Line 1: it is not a JSON object/],
    ['{"backend_id":"x","cpu":1}\n[1]', /^Line 2: it is not a JSON object/],
    ['{"backend_id":"x","cpu":true}', /^Line 1: cpu is neither text nor a number/],
    ['{"backend_id":"x","cpu":1e21}', /^Line 1: cpu is "1e\+21"/],
  ])("that cannot be used are refused: %s", async (text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });
});
