# What the programs for Slurm share. Settings come from `env` in agent.yaml; see README.md beside this file.
# shellcheck shell=bash
set -euo pipefail

: "${SLURM_CLUSTER:?must be set in env: the name of the cluster, as sacctmgr show cluster prints it}"
: "${SLURM_COMPONENTS:?must be set in env, as in cpu=cpu:60 gpu=gres/gpu:60}"
SLURM_PARENT=${SLURM_PARENT:-root}
SLURM_PREFIX=${SLURM_PREFIX:-puhuri_}

EXIT_TRY_LATER=75

input=$(cat)
field() { jq -r "$1 // empty" <<<"$input"; }

uuid=$(field .allocation.uuid)
# The name is made from the uuid: so after an interruption the same Slurm account is found again.
account=$(field .allocation.backend_id)
account=${account:-$SLURM_PREFIX${uuid:0:12}}
account=${account,,}

# The description of the Slurm account; empty if there is none. Call it only as known=$(description): in any other form,
# bash would go on even if the accounting does not answer.
description() {
  sacctmgr --noheader --parsable2 show account where name="$account" format=Description || try_later
}

try_later() {
  echo "The accounting of Slurm does not answer." >&2
  exit "$EXIT_TRY_LATER"
}

# Lets the jobs use what was ordered, and no more.
set_limits() {
  local component rest tres minutes limit limits=""
  for component in $SLURM_COMPONENTS; do
    rest=${component#*=} component=${component%%=*}
    tres=${rest%:*} minutes=${rest##*:}
    limit=$(jq -r --arg component "$component" --argjson minutes "$minutes" \
      '.limits[$component] | if . == null then empty else . * $minutes | floor end' <<<"$input")
    [ -z "$limit" ] || limits+=",$tres=$limit"
  done
  [ -z "$limits" ] || sacctmgr --immediate --quiet modify account \
    where name="$account" cluster="$SLURM_CLUSTER" set GrpTRESMins="${limits#,}"
}
