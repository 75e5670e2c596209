import type { User } from "../entities.ts";

export function fullName(user: User): string {
  return `${user.first_name} ${user.last_name}`.trim();
}
