import { parseUuid } from "./uuid.ts";

/** Numbers uuids as they come, from 0. It takes about 30 bytes for each: a Map of texts takes over 100. */
export class UuidIndex {
  /** The uuids, by number: four words each. */
  #words = new Uint32Array(4 * 64);
  /** A hash table of their numbers plus 1, at most three quarters full; 0 is a free slot. */
  #slots = new Uint32Array(128);
  #size = 0;
  /** The uuid that is looked for. */
  readonly #wanted = new Uint32Array(4);

  /** How many there are. */
  get size(): number {
    return this.#size;
  }

  /** The number of a uuid; undefined where it was not added. */
  find(uuid: string): number | undefined {
    if (!readWords(uuid, this.#wanted)) return undefined;
    const found = this.#slots[this.#slotOf(this.#wanted, 0)] ?? 0;
    return found === 0 ? undefined : found - 1;
  }

  /** The same, and adds it where that is so; undefined for what is no uuid. */
  add(uuid: string): number | undefined {
    const wanted = this.#wanted;
    if (!readWords(uuid, wanted)) return undefined;
    const slot = this.#slotOf(wanted, 0);
    const found = this.#slots[slot] ?? 0;
    if (found !== 0) return found - 1;
    const number = this.#size++;
    if (this.#words.length < 4 * this.#size) this.#growWords();
    this.#words.set(wanted, 4 * number);
    this.#slots[slot] = this.#size;
    if (this.#slots.length < (4 / 3) * this.#size) this.#growSlots();
    return number;
  }

  /** Where the uuid that stands at a place of `from` is, or where it belongs. */
  #slotOf(from: Uint32Array, place: number): number {
    const words = this.#words;
    const slots = this.#slots;
    const last = slots.length - 1;
    const [a, b, c, d] = [from[place], from[place + 1], from[place + 2], from[place + 3]];
    for (let slot = hash(a, b, c, d) & last; ; slot = (slot + 1) & last) {
      const at = 4 * ((slots[slot] ?? 0) - 1);
      if (at < 0) return slot;
      if (words[at] === a && words[at + 1] === b && words[at + 2] === c && words[at + 3] === d) return slot;
    }
  }

  #growWords(): void {
    const words = this.#words;
    this.#words = new Uint32Array(Math.ceil(1.5 * words.length));
    this.#words.set(words);
  }

  #growSlots(): void {
    this.#slots = new Uint32Array(2 * this.#slots.length);
    for (let number = 0; number < this.#size; number++) {
      this.#slots[this.#slotOf(this.#words, 4 * number)] = number + 1;
    }
  }
}

/** Reads a uuid into four words; whether it is one. */
function readWords(uuid: string, words: Uint32Array): boolean {
  return readHex(uuid, words) || readHex(parseUuid(uuid) ?? "", words);
}

/** The same for 32 digits in lower case, which nearly all are. */
function readHex(hex: string, words: Uint32Array): boolean {
  if (hex.length !== 32) return false;
  for (let word = 0; word < 4; word++) {
    let bits = 0;
    for (let at = 8 * word; at < 8 * word + 8; at++) {
      const code = hex.charCodeAt(at);
      const digit = code <= 57 ? code - 48 : code >= 97 ? code - 87 : -1;
      if (digit < 0 || digit > 15) return false;
      bits = (bits << 4) | digit;
    }
    words[word] = bits;
  }
  return true;
}

/** Uuids need not be random: every bit of them counts. */
function hash(a = 0, b = 0, c = 0, d = 0): number {
  const mixed =
    Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35) ^ Math.imul(d, 0x27d4eb2f);
  return mixed ^ (mixed >>> 15);
}
