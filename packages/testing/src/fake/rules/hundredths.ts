/** Amounts with two decimals as whole hundredths, so that sums are exact. */
export function hundredths(amount: string): bigint {
  return BigInt(amount.replace(".", ""));
}

export function fromHundredths(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(3, "0");
  return `${value < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export function sum(amounts: readonly string[]): string {
  return fromHundredths(amounts.reduce((total, amount) => total + hundredths(amount), 0n));
}
