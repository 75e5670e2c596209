/** Objects of the platform, whose types are not ours to mend: `AbortSignal.reason` is `any`. */
type Foreign = AbortSignal | Date | Headers | Request | Response | URL;

/** Where in a type `any` hides, so many levels deep: `.a.b()[]=>` is an item of the parameters of what `b` returns. */
export type AnyPaths<T, Deep extends readonly unknown[] = [1, 1, 1, 1, 1, 1], Path extends string = ""> =
  // Only `any` takes in what nothing takes in.
  0 extends 1 & T
    ? Path
    : Deep extends readonly [unknown, ...infer Less]
      ? T extends Foreign
        ? never
        : T extends Promise<infer Value>
          ? AnyPaths<Value, Less, Path>
          : T extends (...args: infer Args) => infer Result
            ? AnyPaths<Args, Less, `${Path}()`> | AnyPaths<Result, Less, `${Path}=>`>
            : T extends readonly (infer Item)[]
              ? AnyPaths<Item, Less, `${Path}[]`>
              : T extends object
                ? { [K in keyof T & string]: AnyPaths<T[K], Less, `${Path}.${K}`> }[keyof T & string]
                : never
      : never;
