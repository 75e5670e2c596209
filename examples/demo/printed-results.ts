// The results that the provider guide prints, as data. The walk compares every result with them.

/** "Getting a list of resource allocations" */
export const allocations = [
  {
    limits: { cpu_k_hours: 1000, gb_k_hours: 3000, gpu_k_hours: 1000 },
    name: "Sample resource",
    offering: "https://puhuri-core-demo.neic.no/api/marketplace-offerings/cf4eb9c29fc74af4ade667fcb53633d5/",
    plan: "https://puhuri-core-demo.neic.no/api/marketplace-plans/1537de6e94f9427cafb74cb63fa21c72/",
    project: "https://puhuri-core-demo.neic.no/api/projects/8a158ebf1abf4c74a431b9c65a0d7829/",
    state: "Creating",
    url: "https://puhuri-core-demo.neic.no/api/marketplace-resources/a1916bd53fd04b1ab1a4e700c926607b/",
  },
];

/** "Approving/rejecting allocations in status CREATING" */
export const stateChanged = { status: "Resource state has been changed." };

/** "Updating resource allocation with local reference" */
export const backendIdChanged = { status: "Resource backend_id has been changed." };

/** "Providing additional access detail for resource allocation" */
export const reportSubmitted = { status: "Report is submitted" };

/** "Getting a list of members in a project with active resource allocations" */
export const team = [
  {
    email: "CSC_api_user@example.com",
    expiration_time: null,
    full_name: "Integration user (CSC)",
    permission: "https://puhuri-core-demo.neic.no/api/project-permissions/10/",
    role: "admin",
    url: "https://puhuri-core-demo.neic.no/api/users/bb235c67dcb44470a45d4e0f94e0ed00/",
    username: "CSC_api_user",
    uuid: "bb235c67dcb44470a45d4e0f94e0ed00",
  },
  {
    email: "ETAIS_api_user@example.com",
    expiration_time: null,
    full_name: "Integration user (ETAIS)",
    permission: "https://puhuri-core-demo.neic.no/api/project-permissions/3/",
    role: "member",
    url: "https://puhuri-core-demo.neic.no/api/users/0cc72de4ebb840d98fef133e4433ec9a/",
    username: "ETAIS_api_user",
    uuid: "0cc72de4ebb840d98fef133e4433ec9a",
  },
];

/** "Reporting usage for a resource allocation" */
export const planPeriods = [
  {
    components: [
      {
        created: "2021-08-11T15:36:45.562440Z",
        date: "2021-08-11T15:37:30.556830Z",
        description: "Usage",
        measured_unit: "units",
        name: "CPU",
        type: "cpu",
        usage: 10,
        uuid: "080066bebf9547d5ad3279f7c353b023",
      },
      {
        created: "2021-08-11T15:36:45.842385Z",
        date: "2021-08-11T15:37:30.556830Z",
        description: "Usage",
        measured_unit: "units",
        name: "GPU",
        type: "gpu",
        usage: 10,
        uuid: "e8d745049bff4410b60f517e56daf421",
      },
    ],
    end: null,
    plan_name: "sample-plan",
    plan_uuid: "9f7b1d113f464214bb195db38c217cf9",
    start: "2021-08-11T15:20:25.762775Z",
    uuid: "fb36ce56e53b43e59b3d963354d0467c",
  },
];

/** "Granting user access to resource" */
export const offeringUser = {
  created: "2021-08-12T15:22:18.993586Z",
  offering: "http://localhost:8000/api/marketplace-offerings/d47ca5bce71144579df29da3c290027e/",
  offering_name: "Remote offering (really)",
  offering_uuid: "d47ca5bce71144579df29da3c290027e",
  user: "http://localhost:8000/api/users/db157a5cf7f247eba161cd90eba9ac63/",
  user_uuid: "db157a5cf7f247eba161cd90eba9ac63",
  username: "abc",
};
