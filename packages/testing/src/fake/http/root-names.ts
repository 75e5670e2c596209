import type { Generation } from "../state/words.ts";
import { isSince } from "../state/words.ts";

/** What the root of every server lists; only some of it is served here. */
const ALWAYS = words(`
  auth-valimo aws-images aws-instances aws-regions aws-sizes aws-volumes azure-images azure-locations
  azure-public-ips azure-resource-groups azure-sizes azure-sql-databases azure-sql-servers
  azure-virtualmachines booking-offerings booking-resources customer-permissions-reviews customers
  daily-quotas digitalocean-droplets digitalocean-images digitalocean-regions digitalocean-sizes events
  events-stats freeipa-profiles google-auth hooks hooks-email hooks-web invoices keys
  marketplace-categories marketplace-category-component-usages marketplace-component-usages
  marketplace-offering-files marketplace-offering-permissions marketplace-offering-referrals
  marketplace-offering-users marketplace-orders marketplace-plans marketplace-resources
  marketplace-screenshots marketplace-service-providers openstack-flavors openstack-floating-ips
  openstack-images openstack-networks openstack-ports openstack-routers openstack-security-groups
  openstack-subnets openstack-tenants openstack-volume-types payment-profiles payments paypal-invoices
  paypal-payments project-quotas project-types projects rancher-apps rancher-catalogs
  rancher-cluster-templates rancher-clusters rancher-hpas rancher-ingresses rancher-namespaces
  rancher-nodes rancher-projects rancher-services rancher-templates rancher-users rancher-workloads
  service-settings slurm-allocation-user-usage slurm-allocations slurm-associations slurm-jobs
  support-attachments support-comments support-feedbacks support-issues support-priorities
  support-templates support-users user-invitations users vmware-clusters vmware-datastores vmware-disks
  vmware-folders vmware-networks vmware-ports vmware-templates vmware-virtual-machine
`);

const ONLY_2021 = words(`
  customer-permissions customer-permissions-log division-types divisions google_credentials
  jira-attachments jira-comments jira-issue-types jira-issues jira-priorities jira-project-templates
  jira-projects marketplace-cart-items marketplace-customer-creation-requests marketplace-offerings
  marketplace-order-items marketplace-project-creation-requests marketplace-resource-creation-flows
  marketplace-resource-creation-requests notifications openstacktenant-backup-schedules
  openstacktenant-backups openstacktenant-flavors openstacktenant-floating-ips openstacktenant-images
  openstacktenant-instance-availability-zones openstacktenant-instances openstacktenant-networks
  openstacktenant-security-groups openstacktenant-snapshot-schedules openstacktenant-snapshots
  openstacktenant-subnets openstacktenant-volume-availability-zones openstacktenant-volume-types
  openstacktenant-volumes project-permissions project-permissions-log quotas
`);

const SINCE_2024 = words(`
  access-subnets auth-tokens broadcast-message-templates broadcast-messages call-managing-organisations
  call-rounds customer-credits customer-quotas financial-reports identity-providers invoice-items
  lexis-links marketplace-category-columns marketplace-category-components marketplace-category-groups
  marketplace-category-help-articles marketplace-component-user-usages
  marketplace-customer-estimated-cost-policies marketplace-integration-statuses
  marketplace-offering-estimated-cost-policies marketplace-offering-permissions-log
  marketplace-offering-usage-policies marketplace-offering-user-roles marketplace-plan-components
  marketplace-project-estimated-cost-policies marketplace-project-update-requests
  marketplace-provider-offerings marketplace-provider-resources marketplace-public-offerings
  marketplace-resource-users marketplace-robot-accounts marketplace-script-async-dry-run
  marketplace-script-dry-run marketplace-sections marketplace-slurm-remote notification-messages
  notification-messages-templates openstack-backup-schedules openstack-backups
  openstack-instance-availability-zones openstack-instances openstack-migrations openstack-server-groups
  openstack-snapshot-schedules openstack-snapshots openstack-volume-availability-zones openstack-volumes
  organization-group-types organization-groups project-credits promotions-campaigns proposal-proposals
  proposal-protected-calls proposal-public-calls proposal-requested-offerings proposal-requested-resources
  proposal-reviews provider-invoice-items roles user-agreements user-group-invitations
  user-permission-requests user-permissions
`);

/** The names that the root lists, in its order: those of the paths below it. */
export function rootNames(generation: Generation): readonly string[] {
  return [...ALWAYS, ...(isSince(generation, "2024-10") ? SINCE_2024 : ONLY_2021)].sort();
}

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
