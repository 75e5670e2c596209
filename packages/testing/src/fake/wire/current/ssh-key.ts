import type { SshKey } from "../../entities.ts";
import { urlOf } from "../../http/api-call.ts";
import type { Columns } from "../../http/columns.ts";

export const sshKeyColumns: Columns<SshKey> = {
  url: (row, call) => urlOf(call, `keys/${row.uuid}/`),
  uuid: (row) => row.uuid,
  name: (row) => row.name,
  public_key: (row) => row.public_key,
  fingerprint_md5: (row) => row.fingerprint,
  fingerprint_sha256: (row) => row.fingerprint_sha256,
  fingerprint_sha512: (row) => row.fingerprint_sha512,
  user_uuid: (row) => row.user_uuid,
  is_shared: (row) => row.is_shared,
  type: (row) => row.public_key.split(" ")[0] ?? "",
};
