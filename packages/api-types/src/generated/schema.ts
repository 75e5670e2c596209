// Compiled from spec/puhuri.yaml. Do not edit: change the spec and run "npx -y pnpm@12 generate".

export interface paths {
    "/api/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the addresses of all lists
         * @description Tells a 2021 server from a current one: only a current one has marketplace-provider-resources.
         */
        get: operations["root_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-resources/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List allocations
         * @description All that you can see, including those of your own projects: filter by `provider_uuid` or `offering_uuid`. Without
         *     `o` the rows come in no order. If you change states while you page through one `state`, you miss rows.
         */
        get: operations["resources_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /** Count allocations */
        head: operations["resources_count"];
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-resources/{uuid}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an allocation */
        get: operations["resources_get"];
        put?: never;
        /**
         * Set the backend id, as the guide writes it
         * @deprecated
         * @description The guide shows this request for programs without an SDK, but its path lacks the action: real servers answer 405.
         *     Use resources_set_backend_id.
         */
        post: operations["resources_set_backend_id_raw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-resources/{uuid}/set_state_by_provider/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the state of an allocation
         * @description `ok` works only from Creating, Updating and Erred; `erred` and `terminated` work from every state. An allocation
         *     that goes from Creating to `ok` gets no plan period, so its usage cannot be reported.
         */
        post: operations["resources_set_state_by_provider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-resources/{uuid}/set_backend_id/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the provider's own id of an allocation
         * @description Works in every state and can be repeated. If `backend_id` is missing, the server answers 500.
         */
        post: operations["resources_set_backend_id"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-resources/{uuid}/submit_report/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace the access details of an allocation
         * @description They tell the members of the project how to log in. Works in every state and can be repeated.
         */
        post: operations["resources_submit_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-resources/{uuid}/team/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the members of the project
         * @description All members at once, without pages, with one role each.
         */
        get: operations["resources_team_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-resources/{uuid}/plan_periods/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the plan periods of this month
         * @description Those that are open or ended this month, in no order: two after a change of plan. The open one has a null `end`. An
         *     allocation that went from Creating to `ok` has none.
         */
        get: operations["resources_plan_periods_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-offerings/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List offerings */
        get: operations["offerings_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /** Count offerings */
        head: operations["offerings_count"];
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-offerings/{uuid}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an offering with its components and plans */
        get: operations["offerings_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-resources/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List allocations
         * @description Those on the offerings of your organizations. A full row takes the server 15 to 19 ms, three columns 1 ms.
         */
        get: operations["provider_resources_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /** Count allocations */
        head: operations["provider_resources_count"];
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-resources/{uuid}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an allocation */
        get: operations["provider_resources_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the name or the description of an allocation
         * @description Since 8.0.
         */
        patch: operations["provider_resources_update"];
        trace?: never;
    };
    "/api/marketplace-provider-resources/{uuid}/set_backend_id/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the provider's own id of an allocation
         * @description Works in every state and can be repeated. If `backend_id` is missing, the server answers 500.
         */
        post: operations["provider_resources_set_backend_id"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-resources/{uuid}/submit_report/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace the access details of an allocation
         * @description They tell the members of the project how to log in. Works in every state and can be repeated.
         */
        post: operations["provider_resources_submit_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-resources/{uuid}/team/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the members of the project
         * @description All members at once, without pages, with one role each. The list can be empty just after the allocation was created.
         */
        get: operations["provider_resources_team_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-resources/{uuid}/plan_periods/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the plan periods of this month
         * @description Those that are open or ended this month, in no order. The open one has a null `end`. You can report usage without
         *     them.
         */
        get: operations["provider_resources_plan_periods_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-resources/{uuid}/set_as_ok/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set an allocation to OK
         * @description Clears the error texts. The order of an allocation in Creating stays executing. On 2024-10 (404 as HTML), providers
         *     change states through orders instead. Since 8.0.
         */
        post: operations["provider_resources_set_as_ok"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-resources/{uuid}/set_as_erred/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set an allocation to Erred
         * @description Works from every state. On 2024-10 only for staff: the provider's owner gets 403.
         */
        post: operations["provider_resources_set_as_erred"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-resources/{uuid}/terminate/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Order the termination of an allocation
         * @description From OK or Erred. The order may still have to wait for the provider (pending-provider).
         */
        post: operations["provider_resources_terminate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-slurm-remote/{uuid}/set_state/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the state of the server's own Slurm allocation
         * @description For Marketplace.Slurm offerings; `uuid` is the allocation's. The server keeps a Slurm allocation of its own, and
         *     does not learn by itself that it was created or that its limits were changed. On 2024-10 the next change of limits
         *     then ends as erred when it is approved. To avoid that, send `ok` after the creation and after each change of limits.
         *     Only `erred` also changes the state of the allocation itself. Owners and service managers of the provider may do it,
         *     and managers of the offering.
         */
        post: operations["slurm_remote_set_state"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-offerings/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List offerings */
        get: operations["provider_offerings_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /** Count offerings */
        head: operations["provider_offerings_count"];
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-offerings/{uuid}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an offering with its components and plans */
        get: operations["provider_offerings_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-orders/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List orders
         * @description A provider sees the orders on its offerings. An allocation has at most one open order.
         */
        get: operations["orders_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /** Count orders */
        head: operations["orders_count"];
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-orders/{uuid}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an order */
        get: operations["orders_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the limits, attributes or start date of a pending order
         * @description Since 8.0.
         */
        patch: operations["orders_update"];
        trace?: never;
    };
    "/api/marketplace-orders/{uuid}/approve_by_provider/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve an order
         * @description From pending-provider to executing. 200 does not mean done: a worker of the server does the rest. Poll the order,
         *     not the allocation.
         */
        post: operations["orders_approve_by_provider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-orders/{uuid}/reject_by_provider/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject an order
         * @description From pending-provider. A rejected Create order leaves the allocation Terminated, a rejected Update or Terminate
         *     order leaves it OK.
         */
        post: operations["orders_reject_by_provider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-orders/{uuid}/set_state_executing/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reopen an order
         * @description From either pending state and erred, on Marketplace.Slurm offerings.
         */
        post: operations["orders_set_state_executing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-orders/{uuid}/set_state_done/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete an order
         * @description From executing. After a Create order the allocation is OK and has a plan period; after an Update order it has the
         *     new limits; after a Terminate order it is Terminated. 405 if orders on this type of offering complete by themselves.
         */
        post: operations["orders_set_state_done"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-orders/{uuid}/set_state_erred/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fail an order
         * @description The server does not check the state: only an executing order becomes erred, but the allocation always changes. It
         *     becomes Erred after a Create or Update order, and OK again after a Terminate order. On 8.1 it becomes Terminated
         *     after a Create order if it has no backend id. On 2024-10, 405 unless the offering is Marketplace.Slurm.
         */
        post: operations["orders_set_state_erred"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-orders/{uuid}/cancel/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an order
         * @description Only for the customer: a provider gets 403.
         */
        post: operations["orders_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-component-usages/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List usage by component and month
         * @description Every token can read every row, so filter. The newest come first.
         */
        get: operations["component_usages_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /** Count usage by component and month */
        head: operations["component_usages_count"];
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-component-usages/set_usage/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report the usage of an allocation
         * @description Amounts are the totals of the current month so far, so a report can be repeated and corrected. Before 8.0 months
         *     begin in UTC, since then in the server's time zone. A 2021 server wants integers, a plan period and every reportable
         *     component. Current servers take decimals, the allocation itself and any of its components. Before 8.0
         *     `current_usages` of the allocation then holds this report only. The body is checked before the permission.
         */
        post: operations["component_usages_set_usage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-component-usages/{uuid}/set_user_usage/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report the usage of one user
         * @description A part of a component's usage in a month, which must have been reported before. Can be repeated: there is one row
         *     for each user name.
         */
        post: operations["component_usages_set_user_usage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-component-usages/{uuid}/set_user_usages/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report the usage of several users
         * @description Stores all of them or none. Since 8.0.
         */
        post: operations["component_usages_set_user_usages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-component-user-usages/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List usage by user
         * @description Every token can read every row, so filter.
         */
        get: operations["component_user_usages_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /** Count usage by user */
        head: operations["component_user_usages_count"];
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-offering-users/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List offering users
         * @description 2024-10 hides the rows of offerings where the provider may not create users. Since 8.0, a server that enforces
         *     consent hides users who have not given it.
         */
        get: operations["offering_users_list"];
        put?: never;
        /**
         * Create an offering user
         * @description Not safe to repeat: a 2021 server creates a second row, a current server refuses. Current servers create a row with
         *     the username "" for every project member: change that one instead. A 2021 server answers a missing permission with
         *     400.
         */
        post: operations["offering_users_create"];
        delete?: never;
        options?: never;
        /** Count offering users */
        head: operations["offering_users_count"];
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-offering-users/{uuid}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an offering user */
        get: operations["offering_users_get"];
        put?: never;
        post?: never;
        /** Delete an offering user */
        delete: operations["offering_users_delete"];
        options?: never;
        head?: never;
        /** Change the user name of an offering user */
        patch: operations["offering_users_update"];
        trace?: never;
    };
    "/api/marketplace-service-providers/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List service providers */
        get: operations["service_providers_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /** Count service providers */
        head: operations["service_providers_count"];
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-service-providers/{uuid}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a service provider */
        get: operations["service_providers_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-service-providers/{uuid}/users/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the users of a provider */
        get: operations["service_providers_users_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /** Count the users of a provider */
        head: operations["service_providers_users_count"];
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-service-providers/{uuid}/keys/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the SSH keys of the users of a provider */
        get: operations["service_providers_keys_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /** Count the SSH keys of the users of a provider */
        head: operations["service_providers_keys_count"];
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-service-providers/{uuid}/projects/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the projects that use a provider */
        get: operations["service_providers_projects_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /** Count the projects that use a provider */
        head: operations["service_providers_projects_count"];
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-service-providers/{uuid}/project_permissions/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who has which role in the projects that use a provider */
        get: operations["service_providers_project_permissions_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /** Count who has which role in the projects that use a provider */
        head: operations["service_providers_project_permissions_count"];
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-service-providers/{uuid}/set_offerings_username/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the user name of a user at all offerings
         * @description At every offering of the provider where the user has a live allocation. Can be repeated.
         */
        post: operations["service_providers_set_offerings_username"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List users
         * @description A provider sees few users here. On current servers, use the lists of a service provider.
         */
        get: operations["users_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /** Count users */
        head: operations["users_count"];
        patch?: never;
        trace?: never;
    };
    "/api/users/me/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the user of the token
         * @description The answer contains the token unless `field` leaves it out; a 2021 server ignores `field`. The roles are in
         *     `permissions`, on a 2021 server in `customer_permissions` and `project_permissions`.
         */
        get: operations["users_me_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List SSH keys */
        get: operations["keys_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /** Count SSH keys */
        head: operations["keys_count"];
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-offering-users/{uuid}/begin_creating/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set an offering user to Creating
         * @description From Requested or Error creating. Since 8.0.
         */
        post: operations["offering_users_begin_creating"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-offering-users/{uuid}/set_pending_account_linking/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set an offering user to Pending account linking
         * @description From Creating, Error creating or Pending additional validation. The user sees the comment and its URL. Since 8.0.
         */
        post: operations["offering_users_set_pending_account_linking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-offering-users/{uuid}/set_pending_additional_validation/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set an offering user to Pending additional validation
         * @description From Creating, Error creating or Pending account linking. The user sees the comment and its URL. Since 8.0.
         */
        post: operations["offering_users_set_pending_additional_validation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-offering-users/{uuid}/set_validation_complete/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a pending offering user to OK
         * @description From either pending state. Clears the comments. Since 8.0.
         */
        post: operations["offering_users_set_validation_complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-offering-users/{uuid}/set_ok/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set an offering user to OK
         * @description From Requested, Creating, either pending state and either error state. Clears the comments. Since 8.0.
         */
        post: operations["offering_users_set_ok"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-offering-users/{uuid}/set_error_creating/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set an offering user to Error creating
         * @description From Requested, Creating and either pending state. Since 8.0.
         */
        post: operations["offering_users_set_error_creating"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-offering-users/{uuid}/request_deletion/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request the deletion of an offering user
         * @description From OK. Since 8.0.
         */
        post: operations["offering_users_request_deletion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-offering-users/{uuid}/set_deleting/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set an offering user to Deleting
         * @description From Requested deletion or Error deleting. 409 if the user is a member again. Since 8.0.
         */
        post: operations["offering_users_set_deleting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-offering-users/{uuid}/set_deleted/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set an offering user to Deleted
         * @description From Deleting. 409 if the user is a member again. Since 8.0.
         */
        post: operations["offering_users_set_deleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-offering-users/{uuid}/set_error_deleting/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set an offering user to Error deleting
         * @description From Requested deletion or Deleting. 409 if the user is a member again. Since 8.0.
         */
        post: operations["offering_users_set_error_deleting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-offering-users/{uuid}/update_restricted/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restrict an offering user, or lift the restriction
         * @description Since 8.0.
         */
        post: operations["offering_users_update_restricted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-offering-users/{uuid}/update_runtime_state/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the runtime state of an offering user
         * @description Works in every state but Deleted. Since 8.0.
         */
        post: operations["offering_users_update_runtime_state"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-offering-users/{uuid}/update_comments/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the comment that the user sees
         * @description Since 8.0.
         */
        patch: operations["offering_users_update_comments"];
        trace?: never;
    };
    "/api/marketplace-offering-users/{uuid}/set_posix_attributes/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the POSIX attributes of an offering user
         * @description Since 8.1.
         */
        post: operations["offering_users_set_posix_attributes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-resources/{uuid}/set_limits/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the limits of an allocation
         * @description Without an order: the limits that the cluster has. Since 8.0.
         */
        post: operations["provider_resources_set_limits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-resources/{uuid}/set_backend_metadata/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the backend metadata of an allocation
         * @description Replaces the stored metadata. Since 8.0.
         */
        post: operations["provider_resources_set_backend_metadata"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-resources/{uuid}/set_endpoints/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the endpoints of an allocation
         * @description Replaces the stored endpoints. Since 8.0.
         */
        post: operations["provider_resources_set_endpoints"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-resources/{uuid}/set_effective_id/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the id by which users know an allocation
         * @description Since 8.0.
         */
        post: operations["provider_resources_set_effective_id"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-resources/{uuid}/set_end_date/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the end date of an allocation
         * @description Since 8.0.
         */
        post: operations["provider_resources_set_end_date"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-resources/{uuid}/set_end_date_by_provider/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the end date of an allocation, as its provider
         * @description Since 8.0.
         */
        post: operations["provider_resources_set_end_date_by_provider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-resources/{uuid}/refresh_last_sync/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the last synchronization of an allocation to now
         * @description Since 8.0.
         */
        post: operations["provider_resources_refresh_last_sync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-resources/{uuid}/update_options_direct/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the options of an allocation without an order
         * @description Since 8.0.
         */
        post: operations["provider_resources_update_options_direct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-resources/{uuid}/set_state_ok/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set an allocation to OK from Erred, Creating or Updating
         * @description 409 from any other state. Since 8.0.
         */
        post: operations["provider_resources_set_state_ok"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-resources/{uuid}/restore/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Order the restoration of an allocation
         * @description If the offering's option `can_restore_resource` allows it. Since 8.0.
         */
        post: operations["provider_resources_restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-resources/{uuid}/list_users/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the roles on an allocation
         * @description Since 8.0.
         */
        get: operations["provider_resources_list_users_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /**
         * Count the roles on an allocation
         * @description Since 8.0.
         */
        head: operations["provider_resources_list_users_count"];
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-resources/{uuid}/add_user/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a user a role on an allocation
         * @description Since 8.0.
         */
        post: operations["provider_resources_add_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-resources/{uuid}/update_user/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change when a user's role on an allocation ends
         * @description Since 8.0.
         */
        post: operations["provider_resources_update_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-resources/{uuid}/delete_user/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove a user's role on an allocation
         * @description Since 8.0.
         */
        post: operations["provider_resources_delete_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-resources/{uuid}/set_membership_sync_statuses/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report which roles have reached the cluster
         * @description Replaces all earlier statuses. 409 unless the offering has the option `enable_membership_sync_status`. Since 8.1.
         */
        post: operations["provider_resources_set_membership_sync_statuses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-resources/{uuid}/sync_user_roles/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the agent to synchronize the members
         * @description At most every 30 seconds; 429 before that. Since 8.1.
         */
        post: operations["provider_resources_sync_user_roles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-orders/{uuid}/resource/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the allocation of an order
         * @description Since 8.0.
         */
        get: operations["orders_resource_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-orders/{uuid}/set_backend_id/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the provider's own id of an order
         * @description By this id a provider can find their own job again after a crash. Since 8.0.
         */
        post: operations["orders_set_backend_id"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-orders/{uuid}/set_provider_info/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message to the customer of a pending order
         * @description Since 8.0.
         */
        post: operations["orders_set_provider_info"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-orders/{uuid}/retry/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restart an erred order
         * @description Resets its allocation too. Since 8.0.
         */
        post: operations["orders_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-orders/{uuid}/delete_attachment/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete the attachment of an order
         * @description Since 8.0.
         */
        post: operations["orders_delete_attachment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-offerings/{uuid}/user-attribute-config/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read which user attributes an offering exposes
         * @description Since 8.0.
         */
        get: operations["provider_offerings_user_attribute_config_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-offerings/{uuid}/update-user-attribute-config/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change which user attributes an offering exposes
         * @description Since 8.0.
         */
        patch: operations["provider_offerings_update_user_attribute_config"];
        trace?: never;
    };
    "/api/marketplace-provider-offerings/{uuid}/delete-user-attribute-config/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Expose the default user attributes again
         * @description Since 8.0.
         */
        delete: operations["provider_offerings_delete_user_attribute_config"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-offerings/{uuid}/list_project_service_accounts/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the service accounts of projects
         * @description Since 8.0.
         */
        get: operations["provider_offerings_list_project_service_accounts_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /**
         * Count the service accounts of projects
         * @description Since 8.0.
         */
        head: operations["provider_offerings_list_project_service_accounts_count"];
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-offerings/{uuid}/list_customer_service_accounts/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the service accounts of customers
         * @description Since 8.0.
         */
        get: operations["provider_offerings_list_customer_service_accounts_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /**
         * Count the service accounts of customers
         * @description Since 8.0.
         */
        head: operations["provider_offerings_list_customer_service_accounts_count"];
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-offerings/{uuid}/list_course_accounts/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the course accounts
         * @description Since 8.0.
         */
        get: operations["provider_offerings_list_course_accounts_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /**
         * Count the course accounts
         * @description Since 8.0.
         */
        head: operations["provider_offerings_list_course_accounts_count"];
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-offerings/{uuid}/check_unique_backend_id/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check whether a backend id is free
         * @description Since 8.0.
         */
        post: operations["provider_offerings_check_unique_backend_id"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-offerings/{uuid}/update_backend_id_rules/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the rules for backend ids
         * @description Since 8.0.
         */
        post: operations["provider_offerings_update_backend_id_rules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-offerings/{uuid}/create_offering_component/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a component to an offering
         * @description Since 8.0.
         */
        post: operations["provider_offerings_create_offering_component"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-offerings/{uuid}/update_offering_component/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change a component of an offering
         * @description Since 8.0.
         */
        post: operations["provider_offerings_update_offering_component"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-offerings/{uuid}/remove_offering_component/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove a component from an offering
         * @description Since 8.0.
         */
        post: operations["provider_offerings_remove_offering_component"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-offerings/{uuid}/pause/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause an offering
         * @description Nobody can order from it then. Since 8.0.
         */
        post: operations["provider_offerings_pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-offerings/{uuid}/unpause/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unpause an offering
         * @description Since 8.0.
         */
        post: operations["provider_offerings_unpause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-offerings/{uuid}/make_unavailable/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an offering unavailable
         * @description The server then refuses every write to its allocations. Since 8.0.
         */
        post: operations["provider_offerings_make_unavailable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-offerings/{uuid}/make_available/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an offering available again
         * @description Since 8.0.
         */
        post: operations["provider_offerings_make_available"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-offerings/{uuid}/set_backend_metadata/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the backend metadata of an offering
         * @description Since 8.0.
         */
        post: operations["provider_offerings_set_backend_metadata"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-offerings/{uuid}/sync_resources/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the agent to synchronize the allocations
         * @description Since 8.0.
         */
        post: operations["provider_offerings_sync_resources"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/component-user-usage-limits/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List limits per user
         * @description Since 8.0.
         */
        get: operations["component_user_usage_limits_list"];
        put?: never;
        /**
         * Limit what a user may use of a component
         * @description Since 8.0.
         */
        post: operations["component_user_usage_limits_create"];
        delete?: never;
        options?: never;
        /**
         * Count limits per user
         * @description Since 8.0.
         */
        head: operations["component_user_usage_limits_count"];
        patch?: never;
        trace?: never;
    };
    "/api/component-user-usage-limits/{uuid}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a limit of a user
         * @description Since 8.0.
         */
        get: operations["component_user_usage_limits_get"];
        put?: never;
        post?: never;
        /**
         * Delete a limit of a user
         * @description Since 8.0.
         */
        delete: operations["component_user_usage_limits_delete"];
        options?: never;
        head?: never;
        /**
         * Change a limit of a user
         * @description Since 8.0.
         */
        patch: operations["component_user_usage_limits_update"];
        trace?: never;
    };
    "/api/marketplace-plans/{uuid}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a plan
         * @description `quotas` says how much of each `fixed` component an order brings.
         */
        get: operations["plans_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/event-consumers/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List event consumers
         * @description Since 8.1.
         */
        get: operations["event_consumers_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /**
         * Count event consumers
         * @description Since 8.1.
         */
        head: operations["event_consumers_count"];
        patch?: never;
        trace?: never;
    };
    "/api/event-consumers/register/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register for events
         * @description Creates one RabbitMQ queue, to be read over STOMP with the token as pass code. Messages are kept for an hour. Since 8.1.
         */
        post: operations["event_consumers_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/event-consumers/{uuid}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete an event consumer
         * @description Since 8.1.
         */
        delete: operations["event_consumers_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-site-agent-identities/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List agents
         * @description Since 8.0.
         */
        get: operations["site_agent_identities_list"];
        put?: never;
        /**
         * Register an agent
         * @description Since 8.0.
         */
        post: operations["site_agent_identities_create"];
        delete?: never;
        options?: never;
        /**
         * Count agents
         * @description Since 8.0.
         */
        head: operations["site_agent_identities_count"];
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-site-agent-identities/{uuid}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change an agent
         * @description Since 8.0.
         */
        put: operations["site_agent_identities_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-site-agent-identities/{uuid}/register_queue/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register an agent for events
         * @description 409 if another user owns the agent. Since 8.1.
         */
        post: operations["site_agent_identities_register_queue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-site-agent-identities/{uuid}/register_service/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register a service of an agent
         * @description Since 8.0.
         */
        post: operations["site_agent_identities_register_service"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-site-agent-services/{uuid}/register_processor/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register a processor of a service
         * @description Since 8.0.
         */
        post: operations["site_agent_services_register_processor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-site-agent-services/{uuid}/set_statistics/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the statistics of a service
         * @description Since 8.0.
         */
        post: operations["site_agent_services_set_statistics"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-site-agent-logs/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the log of an agent
         * @description Since 8.0.
         */
        post: operations["site_agent_logs_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-posix-id-pools/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List pools of POSIX ids
         * @description Since 8.1.
         */
        get: operations["posix_id_pools_list"];
        put?: never;
        /**
         * Create a pool of POSIX ids
         * @description Since 8.1.
         */
        post: operations["posix_id_pools_create"];
        delete?: never;
        options?: never;
        /**
         * Count pools of POSIX ids
         * @description Since 8.1.
         */
        head: operations["posix_id_pools_count"];
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-posix-id-pools/{uuid}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a pool of POSIX ids
         * @description Since 8.1.
         */
        get: operations["posix_id_pools_get"];
        put?: never;
        post?: never;
        /**
         * Delete a pool of POSIX ids
         * @description Since 8.1.
         */
        delete: operations["posix_id_pools_delete"];
        options?: never;
        head?: never;
        /**
         * Change a pool of POSIX ids
         * @description Since 8.1.
         */
        patch: operations["posix_id_pools_update"];
        trace?: never;
    };
    "/api/marketplace-posix-id-pools/{uuid}/stats/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how full a pool of POSIX ids is
         * @description Since 8.1.
         */
        get: operations["posix_id_pools_stats_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-service-provider-accounts/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List provider-wide user names
         * @description Since 8.1.
         */
        get: operations["service_provider_accounts_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /**
         * Count provider-wide user names
         * @description Since 8.1.
         */
        head: operations["service_provider_accounts_count"];
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-service-provider-accounts/{uuid}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a provider-wide user name
         * @description Since 8.1.
         */
        get: operations["service_provider_accounts_get"];
        put?: never;
        post?: never;
        /**
         * Delete a provider-wide user name
         * @description Since 8.1.
         */
        delete: operations["service_provider_accounts_delete"];
        options?: never;
        head?: never;
        /**
         * Change a provider-wide user name
         * @description Since 8.1.
         */
        patch: operations["service_provider_accounts_update"];
        trace?: never;
    };
    "/api/marketplace-service-provider-project-groups/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List POSIX groups of projects
         * @description Since 8.1.
         */
        get: operations["service_provider_project_groups_list"];
        put?: never;
        /**
         * Register the POSIX group of a project
         * @description Since 8.1.
         */
        post: operations["service_provider_project_groups_create"];
        delete?: never;
        options?: never;
        /**
         * Count POSIX groups of projects
         * @description Since 8.1.
         */
        head: operations["service_provider_project_groups_count"];
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-service-provider-project-groups/{uuid}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a POSIX group of a project
         * @description Since 8.1.
         */
        get: operations["service_provider_project_groups_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-service-provider-project-groups/import_groups/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register the POSIX groups of several projects
         * @description Since 8.1.
         */
        post: operations["service_provider_project_groups_import_groups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-service-provider-project-groups/{uuid}/set_gid/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the id of a POSIX group
         * @description Since 8.1.
         */
        post: operations["service_provider_project_groups_set_gid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-resource-api-keys/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys of allocations
         * @description Since 8.1.
         */
        get: operations["resource_api_keys_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /**
         * Count API keys of allocations
         * @description Since 8.1.
         */
        head: operations["resource_api_keys_count"];
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-resource-api-keys/{uuid}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an API key
         * @description Since 8.1.
         */
        get: operations["resource_api_keys_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-resource-api-keys/report_created/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report an API key that was created
         * @description Since 8.1.
         */
        post: operations["resource_api_keys_report_created"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-resource-api-keys/{uuid}/set_key/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report the value of an API key
         * @description Since 8.1.
         */
        post: operations["resource_api_keys_set_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-resource-api-keys/{uuid}/set_ok/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report that an API key works
         * @description Since 8.1.
         */
        post: operations["resource_api_keys_set_ok"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-resource-api-keys/{uuid}/set_paused/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report that an API key is paused
         * @description Since 8.1.
         */
        post: operations["resource_api_keys_set_paused"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-resource-api-keys/{uuid}/set_deleted/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report that an API key is deleted
         * @description Since 8.1.
         */
        post: operations["resource_api_keys_set_deleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-resource-api-keys/{uuid}/set_erred/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report that an API key has failed
         * @description Since 8.1.
         */
        post: operations["resource_api_keys_set_erred"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-resource-api-keys/{uuid}/report_usage/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report the usage of an API key
         * @description Since 8.1.
         */
        post: operations["resource_api_keys_report_usage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-resource-projects/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List projects within allocations
         * @description Since 8.0.
         */
        get: operations["provider_resource_projects_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /**
         * Count projects within allocations
         * @description Since 8.0.
         */
        head: operations["provider_resource_projects_count"];
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-resource-projects/{uuid}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a project within an allocation
         * @description Since 8.0.
         */
        get: operations["provider_resource_projects_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-resource-projects/{uuid}/set_backend_id/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the provider's own id of a project within an allocation
         * @description Since 8.0.
         */
        post: operations["provider_resource_projects_set_backend_id"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-resource-projects/{uuid}/set_state_ok/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a project within an allocation to OK
         * @description Since 8.0.
         */
        post: operations["provider_resource_projects_set_state_ok"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-resource-projects/{uuid}/set_state_erred/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a project within an allocation to Erred
         * @description Since 8.0.
         */
        post: operations["provider_resource_projects_set_state_erred"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-resource-projects/{uuid}/list_users/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the roles on a project within an allocation
         * @description Since 8.0.
         */
        get: operations["provider_resource_projects_list_users_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /**
         * Count the roles on a project within an allocation
         * @description Since 8.0.
         */
        head: operations["provider_resource_projects_list_users_count"];
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-resource-projects/{uuid}/add_user/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a user a role on a project within an allocation
         * @description Since 8.0.
         */
        post: operations["provider_resource_projects_add_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-provider-resource-projects/{uuid}/delete_user/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove a user's role on a project within an allocation
         * @description Since 8.0.
         */
        post: operations["provider_resource_projects_delete_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-robot-accounts/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List robot accounts
         * @description Since 8.0.
         */
        get: operations["robot_accounts_list"];
        put?: never;
        /**
         * Create a robot account
         * @description Since 8.0.
         */
        post: operations["robot_accounts_create"];
        delete?: never;
        options?: never;
        /**
         * Count robot accounts
         * @description Since 8.0.
         */
        head: operations["robot_accounts_count"];
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-robot-accounts/{uuid}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a robot account
         * @description Since 8.0.
         */
        get: operations["robot_accounts_get"];
        put?: never;
        post?: never;
        /**
         * Delete a robot account
         * @description Since 8.0.
         */
        delete: operations["robot_accounts_delete"];
        options?: never;
        head?: never;
        /**
         * Change a robot account
         * @description Since 8.0.
         */
        patch: operations["robot_accounts_update"];
        trace?: never;
    };
    "/api/marketplace-robot-accounts/{uuid}/set_state_creating/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a robot account to Creating
         * @description Since 8.0.
         */
        post: operations["robot_accounts_set_state_creating"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-robot-accounts/{uuid}/set_state_ok/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a robot account to OK
         * @description Since 8.0.
         */
        post: operations["robot_accounts_set_state_ok"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-robot-accounts/{uuid}/set_state_erred/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a robot account to Error
         * @description Since 8.0.
         */
        post: operations["robot_accounts_set_state_erred"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-robot-accounts/{uuid}/set_state_request_deletion/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request the deletion of a robot account
         * @description Since 8.0.
         */
        post: operations["robot_accounts_set_state_request_deletion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-robot-accounts/{uuid}/set_state_deleted/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a robot account to Deleted
         * @description Since 8.0.
         */
        post: operations["robot_accounts_set_state_deleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backend-resource-requests/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List requests for importable resources
         * @description Since 8.0.
         */
        get: operations["backend_resource_requests_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /**
         * Count requests for importable resources
         * @description Since 8.0.
         */
        head: operations["backend_resource_requests_count"];
        patch?: never;
        trace?: never;
    };
    "/api/backend-resource-requests/{uuid}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a request for importable resources
         * @description Since 8.0.
         */
        get: operations["backend_resource_requests_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backend-resource-requests/{uuid}/start_processing/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a request for importable resources to Processing
         * @description Since 8.0.
         */
        post: operations["backend_resource_requests_start_processing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backend-resource-requests/{uuid}/set_done/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a request for importable resources to Done
         * @description Since 8.0.
         */
        post: operations["backend_resource_requests_set_done"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backend-resource-requests/{uuid}/set_erred/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a request for importable resources to Erred
         * @description Since 8.0.
         */
        post: operations["backend_resource_requests_set_erred"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backend-resources/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List importable resources
         * @description Since 8.0.
         */
        get: operations["backend_resources_list"];
        put?: never;
        /**
         * Report an importable resource
         * @description Since 8.0.
         */
        post: operations["backend_resources_create"];
        delete?: never;
        options?: never;
        /**
         * Count importable resources
         * @description Since 8.0.
         */
        head: operations["backend_resources_count"];
        patch?: never;
        trace?: never;
    };
    "/api/backend-resources/{uuid}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an importable resource
         * @description Since 8.0.
         */
        get: operations["backend_resources_get"];
        put?: never;
        post?: never;
        /**
         * Delete an importable resource
         * @description Since 8.0.
         */
        delete: operations["backend_resources_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backend-resources/{uuid}/import_resource/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import a resource as an allocation
         * @description Since 8.0.
         */
        post: operations["backend_resources_import_resource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maintenance-announcements/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List maintenance announcements
         * @description Since 8.0.
         */
        get: operations["maintenance_announcements_list"];
        put?: never;
        /**
         * Draft a maintenance announcement
         * @description Since 8.0.
         */
        post: operations["maintenance_announcements_create"];
        delete?: never;
        options?: never;
        /**
         * Count maintenance announcements
         * @description Since 8.0.
         */
        head: operations["maintenance_announcements_count"];
        patch?: never;
        trace?: never;
    };
    "/api/maintenance-announcements/{uuid}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a maintenance announcement
         * @description Since 8.0.
         */
        get: operations["maintenance_announcements_get"];
        put?: never;
        post?: never;
        /**
         * Delete a maintenance announcement
         * @description Since 8.0.
         */
        delete: operations["maintenance_announcements_delete"];
        options?: never;
        head?: never;
        /**
         * Change a maintenance announcement
         * @description Since 8.0.
         */
        patch: operations["maintenance_announcements_update"];
        trace?: never;
    };
    "/api/maintenance-announcements/{uuid}/schedule/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a maintenance announcement
         * @description Since 8.0.
         */
        post: operations["maintenance_announcements_schedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maintenance-announcements/{uuid}/unschedule/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a maintenance announcement
         * @description Since 8.0.
         */
        post: operations["maintenance_announcements_unschedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maintenance-announcements/{uuid}/start_maintenance/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a maintenance
         * @description Since 8.0.
         */
        post: operations["maintenance_announcements_start_maintenance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maintenance-announcements/{uuid}/complete_maintenance/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a maintenance
         * @description Since 8.0.
         */
        post: operations["maintenance_announcements_complete_maintenance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maintenance-announcements/{uuid}/cancel_maintenance/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a maintenance
         * @description Since 8.0.
         */
        post: operations["maintenance_announcements_cancel_maintenance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/maintenance-announcement-offerings/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the offerings that a maintenance affects
         * @description Since 8.0.
         */
        get: operations["maintenance_announcement_offerings_list"];
        put?: never;
        /**
         * Add an offering to a maintenance
         * @description Since 8.0.
         */
        post: operations["maintenance_announcement_offerings_create"];
        delete?: never;
        options?: never;
        /**
         * Count the offerings that a maintenance affects
         * @description Since 8.0.
         */
        head: operations["maintenance_announcement_offerings_count"];
        patch?: never;
        trace?: never;
    };
    "/api/maintenance-announcement-offerings/{uuid}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove an offering from a maintenance
         * @description Since 8.0.
         */
        delete: operations["maintenance_announcement_offerings_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-slurm-periodic-usage-policies/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List periodic Slurm policies
         * @description Since 8.0.
         */
        get: operations["slurm_periodic_usage_policies_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /**
         * Count periodic Slurm policies
         * @description Since 8.0.
         */
        head: operations["slurm_periodic_usage_policies_count"];
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-slurm-periodic-usage-policies/{uuid}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a periodic Slurm policy
         * @description Since 8.0.
         */
        get: operations["slurm_periodic_usage_policies_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/marketplace-slurm-periodic-usage-policies/{uuid}/report-command-result/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report the result of a policy's command
         * @description Since 8.0.
         */
        post: operations["slurm_periodic_usage_policies_report_command_result"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/personal-access-tokens/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List personal access tokens
         * @description Since 8.0.
         */
        get: operations["personal_access_tokens_list"];
        put?: never;
        /**
         * Create a personal access token
         * @description Only this answer shows the token. Bind it to an offering: a token bound to the organization does not see the
         *     customers' allocations. Since 8.0.
         */
        post: operations["personal_access_tokens_create"];
        delete?: never;
        options?: never;
        /**
         * Count personal access tokens
         * @description Since 8.0.
         */
        head: operations["personal_access_tokens_count"];
        patch?: never;
        trace?: never;
    };
    "/api/personal-access-tokens/{uuid}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a personal access token
         * @description Since 8.0.
         */
        get: operations["personal_access_tokens_get"];
        put?: never;
        post?: never;
        /**
         * Revoke a personal access token
         * @description Since 8.0.
         */
        delete: operations["personal_access_tokens_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/personal-access-tokens/{uuid}/rotate/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace a personal access token
         * @description Only this answer shows the new token. Since 8.0.
         */
        post: operations["personal_access_tokens_rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/personal-access-tokens/{uuid}/set_network_acl/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the networks from which a personal access token works
         * @description Since 8.1.
         */
        post: operations["personal_access_tokens_set_network_acl"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/personal-access-tokens/available_scopes/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the scopes that a token can have
         * @description Since 8.0.
         */
        get: operations["personal_access_tokens_available_scopes_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /**
         * Count the scopes that a token can have
         * @description Since 8.0.
         */
        head: operations["personal_access_tokens_available_scopes_count"];
        patch?: never;
        trace?: never;
    };
    "/api/version/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the server's version
         * @description Tells 8.0 from 8.1. On 2024-10 only for staff.
         */
        get: operations["version_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Uuid: string;
        /** @description One uuid; since 8.0 several, separated by commas. */
        UuidList: string;
        /**
         * Format: uri
         * @description Absolute. Scheme and host may differ from those you call.
         */
        Url: string;
        /**
         * Format: date-time
         * @description ISO 8601 in the server's time zone, with up to six decimals of a second.
         */
        Timestamp: string;
        /** Format: date */
        Date: string;
        /** @description A date or a time: rows from then on. */
        Since: string;
        /** @description A number with up to two decimals, as text, so that no digit is lost. */
        Decimal: string;
        /** @description An amount of money with up to ten decimals, as text. */
        Price: string;
        /** @description Beside an enum: servers may send values that it does not list yet. */
        UnlistedValue: string;
        /**
         * @description Case matters. In a command to a 2021 server, states are in lower case: see ResourceCommand.
         * @enum {string}
         */
        ResourceState: "Creating" | "OK" | "Erred" | "Updating" | "Terminating" | "Terminated";
        /** @enum {string} */
        ResourceCommand: "ok" | "erred" | "terminated";
        /** @enum {string} */
        OfferingState: "Draft" | "Active" | "Paused" | "Archived" | "Unavailable";
        /** @enum {string} */
        OrderState: "pending-consumer" | "pending-provider" | "pending-project" | "pending-start-date" | "executing" | "done" | "erred" | "canceled" | "rejected";
        /** @enum {string} */
        OrderType: "Create" | "Update" | "Terminate" | "Restore";
        /**
         * @description Whether an offering user in state OK can be used.
         * @enum {string}
         */
        RuntimeState: "Active" | "Pending account linking" | "Pending additional validation";
        /** @enum {string} */
        OfferingUserState: "Requested" | "Creating" | "Pending account linking" | "Pending additional validation" | "OK" | "Requested deletion" | "Deleting" | "Deleted" | "Error creating" | "Error deleting";
        /**
         * @description Usage can be reported for `usage` and `limit` components, and since 8.0 for prepaid `one` components.
         * @enum {string}
         */
        BillingType: "fixed" | "usage" | "limit" | "one" | "few";
        /** @enum {string} */
        LimitPeriod2021: "" | "month" | "total";
        /** @enum {string} */
        LimitPeriod: "" | "month" | "quarterly" | "annual" | "total";
        /** @enum {string} */
        BillingUnit: "month" | "quarter" | "half_month" | "day" | "hour" | "quantity";
        /** @enum {string} */
        ProjectRole: "admin" | "manager" | "member";
        /** @description One sentence, in the language of `Accept-Language`. */
        Detail: {
            detail: string;
        };
        /** @description The answer of most actions. A 2021 server also refuses a transition in this form. */
        StatusMessage: {
            status: string;
        };
        /**
         * @description Messages by field; `non_field_errors` is about the whole body. For a list of objects there is one entry per
         *     position, `{}` where nothing is wrong.
         */
        FieldErrors: {
            [key: string]: (string | {
                [key: string]: string[];
            })[] | {
                [key: string]: string[];
            };
        };
        /** @description An array of sentences, from the checks that come after those of single fields. */
        Messages: string[];
        /** @description A page of the server, or of a proxy in front of it. */
        Html: string;
        /** @description The shapes of a 400. */
        BadRequestBody: components["schemas"]["FieldErrors"] | components["schemas"]["Messages"] | components["schemas"]["Detail"] | components["schemas"]["StatusMessage"];
        SetStateRequest: {
            state: components["schemas"]["ResourceCommand"];
        };
        SetBackendIdRequest: {
            /** @description "" unsets it. Several allocations may have the same id. */
            backend_id: string;
        };
        ReportSection: {
            header: string;
            body: string;
        };
        /** @description Replaces all access details. */
        SubmitReportRequest: {
            report: components["schemas"]["ReportSection"][];
        };
        SetUsageRequest2021: {
            plan_period: components["schemas"]["Uuid"];
            /** @description Every `usage` and `limit` component of the offering, and no others. */
            usages: components["schemas"]["UsageItem2021"][];
        };
        UsageItem2021: {
            type: string;
            /**
             * @description The total of the month so far, not an increment. For a `usage` component from 0 to 2147483647; anything else is
             *     a 500.
             */
            amount: number;
            description?: string;
            recurring?: boolean;
        };
        SetUsageRequest: {
            resource?: components["schemas"]["Uuid"];
            plan_period?: components["schemas"]["Uuid"];
            /**
             * Format: date-time
             * @description Not in the future, and in a past month only for `limit` and prepaid components. Since 8.0.
             */
            date?: string;
            /** @description Some or all of the components that can be reported. */
            usages: components["schemas"]["UsageItem"][];
            /**
             * @description Amounts of `usage` components by day, in UTC, from 8.1.4 on. The total of the month is then their sum, and the
             *     server refuses a total for that month. Since 8.1.
             */
            daily_usages?: components["schemas"]["DailyUsageItem"][];
        };
        UsageItem: {
            type: string;
            amount: components["schemas"]["Amount"];
            description?: string;
            /** @description Next month begins with this amount. Since 8.1 an old name for `missing_usage_policy: reuse`. */
            recurring?: boolean | null;
            /** @description Since 8.1. */
            missing_usage_policy?: components["schemas"]["MissingUsagePolicy"];
        };
        DailyUsageItem: {
            type: string;
            /** Format: date */
            date: string;
            amount: components["schemas"]["Amount"];
        };
        /**
         * @description What a month without a report gets: nothing, the amount of this report again, or zero.
         * @enum {string}
         */
        MissingUsagePolicy: "none" | "reuse" | "zero";
        /**
         * @description The total of the month so far, not an increment. At most two decimals and 20 digits. Send text: the number 0.1 + 0.2
         *     is refused.
         */
        Amount: components["schemas"]["Decimal"] | number;
        SetUserUsageRequest: {
            username: string;
            usage?: components["schemas"]["Amount"];
            /**
             * Format: uri-reference
             * @description The URL of the offering user.
             */
            user?: string;
            /**
             * Format: date-time
             * @description Since 8.0.
             */
            date?: string;
        };
        SetUserUsagesRequest: {
            usages: components["schemas"]["SetUserUsageRequest"][];
        };
        OfferingUserCreateRequest: {
            /**
             * Format: uri-reference
             * @description The URL of the offering, not its uuid: of marketplace-offerings on a 2021 server, of
             *     marketplace-provider-offerings on a current one. It ends in a slash; scheme and host may be left out.
             */
            offering: string;
            /**
             * Format: uri-reference
             * @description The URL of the user. It ends in a slash.
             */
            user: string;
            /** @description The user name; "" and null mean none yet. */
            username?: string | null;
        };
        OfferingUserUpdateRequest: {
            /** @description Since 8.0 a user name sets the offering user to OK. */
            username?: string | null;
        };
        OrderApproveRequest: {
            /** @description Merged into those of the order. 2024-10 ignores them. */
            attributes?: {
                [key: string]: unknown;
            };
        };
        /** @description 2024-10 ignores it. */
        OrderRejectRequest: {
            provider_rejection_comment?: string;
        };
        /** @description Send both: 2024-10 answers 500 when one is missing. "" will do. */
        OrderErredRequest: {
            error_message: string;
            error_traceback: string;
        };
        SetAsErredRequest: {
            error_message?: string;
            error_traceback?: string;
        };
        TerminateRequest: {
            attributes?: {
                [key: string]: unknown;
            };
        };
        SetSlurmStateRequest: {
            /** @enum {string} */
            state: "ok" | "erred" | "creating" | "updating" | "deleting";
        };
        SetOfferingsUsernameRequest: {
            user_uuid: components["schemas"]["Uuid"];
            username: string;
        };
        /** @description The address of every list, by name. Only current servers have marketplace-provider-resources. */
        EndpointUrls: {
            [key: string]: string;
        };
        OrderUuid: {
            order_uuid: components["schemas"]["Uuid"];
        };
        /** @description An address of an allocation or an offering. */
        Endpoint: {
            uuid?: components["schemas"]["Uuid"];
            name?: string;
            url?: string;
        };
        /** @description The columns of Resource2021 that `field` asked for. */
        Resource2021Selection: {
            url?: components["schemas"]["Url"];
            uuid?: components["schemas"]["Uuid"];
            name?: string;
            description?: string;
            state?: components["schemas"]["ResourceState"] | components["schemas"]["UnlistedValue"];
            created?: components["schemas"]["Timestamp"];
            modified?: components["schemas"]["Timestamp"];
            end_date?: components["schemas"]["Date"] | null;
            /** @description The provider's own id; "" when unset, never null. */
            backend_id?: string;
            report?: components["schemas"]["ReportSection"][] | null;
            /** @description The amounts of the last accepted report, by component type. */
            current_usages?: {
                [key: string]: number;
            };
            /** @description What was ordered, by component type. */
            limits?: {
                [key: string]: number;
            };
            /** @description The order form, as it was filled in. */
            attributes?: {
                [key: string]: unknown;
            };
            backend_metadata?: {
                [key: string]: unknown;
            };
            can_terminate?: boolean;
            is_usage_based?: boolean;
            is_limit_based?: boolean;
            scope?: components["schemas"]["Url"] | null;
            resource_uuid?: components["schemas"]["Uuid"] | null;
            resource_type?: string | null;
            offering?: components["schemas"]["Url"];
            offering_name?: string;
            offering_uuid?: components["schemas"]["Uuid"];
            offering_description?: string;
            offering_thumbnail?: components["schemas"]["Url"] | null;
            offering_type?: string;
            offering_terms_of_service?: string;
            offering_shared?: boolean;
            offering_billable?: boolean;
            provider_name?: string;
            /** @description The uuid of the provider's organization. */
            provider_uuid?: components["schemas"]["Uuid"];
            category_title?: string;
            category_uuid?: components["schemas"]["Uuid"];
            plan?: components["schemas"]["Url"] | null;
            plan_unit?: components["schemas"]["BillingUnit"] | components["schemas"]["UnlistedValue"];
            plan_name?: string;
            plan_uuid?: components["schemas"]["Uuid"];
            plan_description?: string;
            project?: components["schemas"]["Url"];
            project_uuid?: components["schemas"]["Uuid"];
            /** @description null once the project is deleted. */
            project_name?: string | null;
            project_description?: string;
            /** @description The customer's organization. */
            customer_uuid?: components["schemas"]["Uuid"];
            customer_name?: string;
        };
        /** @description An allocation, as a 2021 server shows it. */
        Resource2021: WithRequired<components["schemas"]["Resource2021Selection"], "url" | "uuid" | "name" | "description" | "state" | "created" | "modified" | "end_date" | "backend_id" | "report" | "current_usages" | "limits" | "attributes" | "backend_metadata" | "can_terminate" | "is_usage_based" | "is_limit_based" | "scope" | "resource_uuid" | "resource_type" | "offering" | "offering_name" | "offering_uuid" | "offering_description" | "offering_thumbnail" | "offering_type" | "offering_terms_of_service" | "offering_shared" | "offering_billable" | "provider_name" | "provider_uuid" | "category_title" | "category_uuid" | "plan" | "project" | "project_uuid" | "project_name" | "project_description" | "customer_uuid" | "customer_name">;
        /**
         * @description The columns `field` can select on a 2021 server.
         * @enum {string}
         */
        Resource2021Field: "url" | "uuid" | "name" | "description" | "state" | "created" | "modified" | "end_date" | "backend_id" | "report" | "current_usages" | "limits" | "attributes" | "backend_metadata" | "can_terminate" | "is_usage_based" | "is_limit_based" | "scope" | "resource_uuid" | "resource_type" | "offering" | "offering_name" | "offering_uuid" | "offering_description" | "offering_thumbnail" | "offering_type" | "offering_terms_of_service" | "offering_shared" | "offering_billable" | "provider_name" | "provider_uuid" | "category_title" | "category_uuid" | "plan" | "plan_unit" | "plan_name" | "plan_uuid" | "plan_description" | "project" | "project_uuid" | "project_name" | "project_description" | "customer_uuid" | "customer_name";
        /** @description The columns of Resource that `field` asked for. */
        ResourceSelection: {
            /** @description Under marketplace-resources/, not marketplace-provider-resources/. */
            url?: components["schemas"]["Url"];
            uuid?: components["schemas"]["Uuid"];
            name?: string;
            slug?: string;
            description?: string;
            state?: components["schemas"]["ResourceState"] | components["schemas"]["UnlistedValue"];
            created?: components["schemas"]["Timestamp"];
            modified?: components["schemas"]["Timestamp"];
            end_date?: components["schemas"]["Date"] | null;
            end_date_requested_by?: components["schemas"]["Url"] | null;
            /** @description The provider's own id; "" when unset, never null. */
            backend_id?: string;
            effective_id?: string;
            report?: components["schemas"]["ReportSection"][] | null;
            /**
             * @description By component type. On 2024-10 only the amounts of the last accepted report, as text; since 8.0 the last amount
             *     of each component, as a number.
             */
            current_usages?: {
                [key: string]: components["schemas"]["Decimal"] | number;
            };
            /** @description What was ordered, by component type. */
            limits?: {
                [key: string]: number;
            };
            /** @description Slow: costs several queries per row. Before 8.0, for a monthly limit, it is the text in `current_usages`. */
            limit_usage?: {
                [key: string]: number | string | null;
            } | null;
            /** @description The order form, as it was filled in. */
            attributes?: {
                [key: string]: unknown;
            };
            options?: {
                [key: string]: unknown;
            } | null;
            backend_metadata?: {
                [key: string]: unknown;
            };
            /** @description Slow: costs 8 ms per row. */
            can_terminate?: boolean;
            is_usage_based?: boolean;
            is_limit_based?: boolean;
            downscaled?: boolean;
            restrict_member_access?: boolean;
            paused?: boolean;
            endpoints?: components["schemas"]["Endpoint"][];
            error_message?: string;
            error_traceback?: string;
            available_actions?: string[];
            /** @description Slow: costs a query per row. */
            username?: string | null;
            scope?: components["schemas"]["Url"] | null;
            resource_uuid?: components["schemas"]["Uuid"] | null;
            resource_type?: string | null;
            /** @description Since 8.0. */
            parent_uuid?: components["schemas"]["Uuid"];
            /** @description Since 8.0. */
            parent_name?: string;
            /** @description Under marketplace-public-offerings/. A new offering user cannot be created with this URL. */
            offering?: components["schemas"]["Url"];
            offering_name?: string;
            offering_uuid?: components["schemas"]["Uuid"];
            offering_description?: string;
            offering_image?: components["schemas"]["Url"] | null;
            offering_thumbnail?: components["schemas"]["Url"] | null;
            offering_type?: string;
            /** @description Up to 2024-10. */
            offering_terms_of_service?: string;
            offering_shared?: boolean;
            offering_billable?: boolean;
            offering_plugin_options?: {
                [key: string]: unknown;
            };
            /** @description Up to 2024-10. */
            offering_customer_uuid?: components["schemas"]["Uuid"];
            provider_name?: string;
            /** @description The uuid of the provider's organization. */
            provider_uuid?: components["schemas"]["Uuid"];
            category_title?: string;
            category_uuid?: components["schemas"]["Uuid"];
            category_icon?: components["schemas"]["Url"] | null;
            plan?: components["schemas"]["Url"] | null;
            plan_unit?: components["schemas"]["BillingUnit"] | components["schemas"]["UnlistedValue"] | null;
            plan_name?: string | null;
            plan_uuid?: components["schemas"]["Uuid"] | null;
            plan_description?: string | null;
            project?: components["schemas"]["Url"];
            project_uuid?: components["schemas"]["Uuid"];
            project_name?: string;
            project_description?: string;
            project_end_date?: components["schemas"]["Date"] | null;
            project_end_date_requested_by?: components["schemas"]["Url"] | null;
            /** @description The customer's organization. */
            customer_uuid?: components["schemas"]["Uuid"];
            customer_name?: string;
            /** @description On 2024-10 `field` does not know it. */
            order_in_progress?: components["schemas"]["OrderSelection"] | null;
            /** @description On 2024-10 `field` does not know it. */
            creation_order?: components["schemas"]["OrderSelection"] | null;
            /** @description Since 8.0. */
            customer_slug?: string;
            /** @description Since 8.0. */
            last_sync?: components["schemas"]["Timestamp"];
            /** @description Since 8.0. */
            offering_backend_id?: string;
            /** @description Since 8.0. */
            offering_components?: components["schemas"]["OfferingComponent"][];
            /** @description Since 8.0. */
            offering_slug?: string;
            /** @description Since 8.0. */
            offering_state?: components["schemas"]["OfferingState"] | components["schemas"]["UnlistedValue"];
            /** @description Since 8.0. */
            parent_offering_name?: string;
            /** @description Since 8.0. */
            parent_offering_slug?: string;
            /** @description Since 8.0. */
            parent_offering_uuid?: components["schemas"]["Uuid"];
            /** @description Since 8.0. */
            project_slug?: string;
            /** @description Since 8.0. */
            provider_slug?: string;
            /** @description Since 8.0. */
            renewal_date?: {
                [key: string]: unknown;
            } | null;
            /** @description Since 8.0. */
            service_settings_uuid?: components["schemas"]["Uuid"];
            /** @description Since 8.0. */
            user_requires_reconsent?: boolean;
            /** @description Since 8.0. */
            provider_description?: string;
            /** @description Since 8.1. */
            project_start_date?: components["schemas"]["Date"] | null;
            /** @description Since 8.0. */
            project_effective_end_date?: components["schemas"]["Date"] | null;
            /** @description Since 8.1. */
            resource_effective_end_date?: components["schemas"]["Date"] | null;
            /** @description Since 8.0. */
            project_is_in_grace_period?: boolean;
            /** @description Since 8.0. */
            end_date_updated_at?: components["schemas"]["Timestamp"] | null;
            /** @description `downscaled`, `paused` or empty. Since 8.1. */
            usage_limit_restriction?: string;
            /** @description Since 8.1. */
            has_api_keys?: boolean;
            /** @description Since 8.1. */
            offering_account_settings?: {
                [key: string]: unknown;
            };
        };
        /** @description An allocation, as current servers show it to the provider. */
        Resource: WithRequired<components["schemas"]["ResourceSelection"], "url" | "uuid" | "name" | "slug" | "description" | "state" | "created" | "modified" | "end_date" | "end_date_requested_by" | "backend_id" | "effective_id" | "report" | "current_usages" | "limits" | "limit_usage" | "attributes" | "options" | "backend_metadata" | "can_terminate" | "is_usage_based" | "is_limit_based" | "downscaled" | "restrict_member_access" | "paused" | "endpoints" | "error_message" | "error_traceback" | "available_actions" | "username" | "scope" | "resource_uuid" | "resource_type" | "offering" | "offering_name" | "offering_uuid" | "offering_description" | "offering_image" | "offering_thumbnail" | "offering_type" | "offering_shared" | "offering_billable" | "offering_plugin_options" | "provider_name" | "provider_uuid" | "category_title" | "category_uuid" | "category_icon" | "plan" | "project" | "project_uuid" | "project_name" | "project_description" | "project_end_date" | "project_end_date_requested_by" | "customer_uuid" | "customer_name">;
        /**
         * @description The columns `field` can select. A server drops the names it does not know.
         * @enum {string}
         */
        ResourceField: "url" | "uuid" | "name" | "slug" | "description" | "state" | "created" | "modified" | "end_date" | "end_date_requested_by" | "backend_id" | "effective_id" | "report" | "current_usages" | "limits" | "limit_usage" | "attributes" | "options" | "backend_metadata" | "can_terminate" | "is_usage_based" | "is_limit_based" | "downscaled" | "restrict_member_access" | "paused" | "endpoints" | "error_message" | "error_traceback" | "available_actions" | "username" | "scope" | "resource_uuid" | "resource_type" | "parent_uuid" | "parent_name" | "offering" | "offering_name" | "offering_uuid" | "offering_description" | "offering_image" | "offering_thumbnail" | "offering_type" | "offering_terms_of_service" | "offering_shared" | "offering_billable" | "offering_plugin_options" | "offering_customer_uuid" | "provider_name" | "provider_uuid" | "category_title" | "category_uuid" | "category_icon" | "plan" | "plan_unit" | "plan_name" | "plan_uuid" | "plan_description" | "project" | "project_uuid" | "project_name" | "project_description" | "project_end_date" | "project_end_date_requested_by" | "customer_uuid" | "customer_name" | "order_in_progress" | "creation_order" | "customer_slug" | "last_sync" | "offering_backend_id" | "offering_components" | "offering_slug" | "offering_state" | "parent_offering_name" | "parent_offering_slug" | "parent_offering_uuid" | "project_slug" | "provider_slug" | "renewal_date" | "service_settings_uuid" | "user_requires_reconsent" | "provider_description" | "project_start_date" | "project_effective_end_date" | "resource_effective_end_date" | "project_is_in_grace_period" | "end_date_updated_at" | "usage_limit_restriction" | "has_api_keys" | "offering_account_settings";
        /** @description The time during which an allocation has one plan. */
        PlanPeriod2021: {
            uuid: components["schemas"]["Uuid"];
            plan_name: string;
            plan_uuid: components["schemas"]["Uuid"];
            start: components["schemas"]["Timestamp"] | null;
            /** @description null while the period is open. */
            end: components["schemas"]["Timestamp"] | null;
            /** @description The usage of the current month only. */
            components: components["schemas"]["PlanPeriodComponent2021"][];
        };
        /** @description Usage of one component in the current month. */
        PlanPeriodComponent2021: {
            uuid: components["schemas"]["Uuid"];
            type: string;
            name: string;
            measured_unit: string;
            /** @description The total of the month so far. */
            usage: number;
            description: string;
            created: components["schemas"]["Timestamp"];
            /** @description When it was last reported. */
            date: components["schemas"]["Timestamp"];
        };
        /** @description The time during which an allocation has one plan. */
        PlanPeriod: {
            uuid: components["schemas"]["Uuid"];
            plan_name: string;
            plan_uuid: components["schemas"]["Uuid"];
            start: components["schemas"]["Timestamp"] | null;
            /** @description null while the period is open. */
            end: components["schemas"]["Timestamp"] | null;
            /** @description The usage of the current month only. */
            components: components["schemas"]["PlanPeriodComponent"][];
        };
        /** @description Usage of one component in the current month. */
        PlanPeriodComponent: {
            uuid: components["schemas"]["Uuid"];
            type: string;
            name: string;
            measured_unit: string;
            /** @description The total of the month so far. */
            usage: components["schemas"]["Decimal"];
            description: string;
            created: components["schemas"]["Timestamp"];
            /** @description When it was last reported. */
            date: components["schemas"]["Timestamp"];
            /** @description Next month begins with this amount. */
            recurring: boolean;
            /** @description Since 8.1. */
            missing_usage_policy?: components["schemas"]["MissingUsagePolicy"] | components["schemas"]["UnlistedValue"];
        };
        /** @description A member of the allocation's project. */
        TeamMember2021: {
            url: components["schemas"]["Url"];
            uuid: components["schemas"]["Uuid"];
            /** @description The federated id, not the user name on your cluster. */
            username: string;
            full_name: string;
            email: string;
            /** @description null for a custom role. */
            role: components["schemas"]["ProjectRole"] | components["schemas"]["UnlistedValue"] | null;
            permission: components["schemas"]["Url"] | null;
            expiration_time: components["schemas"]["Timestamp"] | null;
        };
        /** @description A member of the allocation's project. */
        TeamMember: {
            url: components["schemas"]["Url"];
            uuid: components["schemas"]["Uuid"];
            /** @description The federated id, not the user name on your cluster. */
            username: string;
            full_name: string;
            email?: string;
            /** @description null for a custom role. */
            role: components["schemas"]["ProjectRole"] | components["schemas"]["UnlistedValue"] | null;
            expiration_time: components["schemas"]["Timestamp"] | null;
            /** @description The user name at this offering; "" or null when there is none yet. */
            offering_user_username: string | null;
            /** @description Since 8.0. */
            offering_user_state?: components["schemas"]["OfferingUserState"] | components["schemas"]["UnlistedValue"] | null;
        };
        /** @description The columns of Offering2021 that `field` asked for. */
        Offering2021Selection: {
            url?: components["schemas"]["Url"];
            uuid?: components["schemas"]["Uuid"];
            name?: string;
            description?: string;
            full_description?: string;
            terms_of_service?: string;
            state?: components["schemas"]["OfferingState"] | components["schemas"]["UnlistedValue"];
            /** @description Marketplace.Basic, Support.OfferingTemplate, … */
            type?: string;
            created?: components["schemas"]["Timestamp"];
            customer?: components["schemas"]["Url"];
            /** @description The provider's organization. */
            customer_uuid?: components["schemas"]["Uuid"];
            customer_name?: string;
            category?: components["schemas"]["Url"];
            category_uuid?: components["schemas"]["Uuid"];
            category_title?: string;
            components?: components["schemas"]["OfferingComponent2021"][];
            plans?: components["schemas"]["Plan2021"][];
            plugin_options?: {
                [key: string]: unknown;
            };
            /** @description Shown to the provider's owner and staff only. */
            secret_options?: {
                [key: string]: unknown;
            };
            options?: {
                [key: string]: unknown;
            };
            attributes?: {
                [key: string]: unknown;
            };
            shared?: boolean;
            billable?: boolean;
            rating?: number | null;
            order_item_count?: number | null;
            native_name?: string;
            native_description?: string;
            vendor_details?: string;
            thumbnail?: components["schemas"]["Url"] | null;
            screenshots?: {
                [key: string]: unknown;
            }[];
            files?: {
                [key: string]: unknown;
            }[];
            quotas?: {
                [key: string]: unknown;
            }[] | null;
            scope?: components["schemas"]["Url"] | null;
            paused_reason?: string;
            datacite_doi?: string;
            citation_count?: number;
            latitude?: number | null;
            longitude?: number | null;
            backend_id?: string;
            divisions?: string[];
            google_calendar_is_public?: boolean | null;
        };
        /** @description What a provider offers, as a 2021 server shows it. */
        Offering2021: WithRequired<components["schemas"]["Offering2021Selection"], "url" | "uuid" | "name" | "description" | "full_description" | "terms_of_service" | "state" | "type" | "created" | "customer" | "customer_uuid" | "customer_name" | "category" | "category_uuid" | "category_title" | "components" | "plans" | "plugin_options" | "options" | "attributes" | "shared" | "billable" | "rating" | "order_item_count" | "native_name" | "native_description" | "vendor_details" | "thumbnail" | "screenshots" | "files" | "quotas" | "paused_reason" | "datacite_doi" | "citation_count" | "latitude" | "longitude" | "backend_id" | "divisions" | "google_calendar_is_public">;
        /**
         * @description The columns `field` can select. attributes, components, plans and google_calendar_is_public always come.
         * @enum {string}
         */
        Offering2021Field: "url" | "uuid" | "name" | "description" | "full_description" | "terms_of_service" | "state" | "type" | "created" | "customer" | "customer_uuid" | "customer_name" | "category" | "category_uuid" | "category_title" | "components" | "plans" | "plugin_options" | "secret_options" | "options" | "attributes" | "shared" | "billable" | "rating" | "order_item_count" | "native_name" | "native_description" | "vendor_details" | "thumbnail" | "screenshots" | "files" | "quotas" | "scope" | "paused_reason" | "datacite_doi" | "citation_count" | "latitude" | "longitude" | "backend_id" | "divisions" | "google_calendar_is_public";
        /** @description What an offering counts. Usage can be reported for `usage` and `limit` components. */
        OfferingComponent2021: {
            /** @description Its key in usage reports and limits. */
            type: string;
            name: string;
            description: string;
            billing_type: components["schemas"]["BillingType"] | components["schemas"]["UnlistedValue"];
            measured_unit: string;
            limit_period: components["schemas"]["LimitPeriod2021"] | components["schemas"]["UnlistedValue"] | null;
            limit_amount: number | null;
            article_code: string;
            max_value: number | null;
            min_value: number | null;
            default_limit: number | null;
            factor: number | null;
            is_boolean: boolean;
            is_builtin: boolean;
        };
        /** @description A price list of an offering. */
        Plan2021: {
            url: components["schemas"]["Url"];
            uuid: components["schemas"]["Uuid"];
            name: string;
            description: string;
            article_code: string;
            /** @description Per unit, by component type. */
            prices: {
                [key: string]: number;
            };
            /** @description For `fixed` components, by component type. */
            quotas: {
                [key: string]: number;
            };
            max_amount: number | null;
            archived: boolean;
            is_active: boolean;
            unit_price: components["schemas"]["Price"];
            unit: components["schemas"]["BillingUnit"] | components["schemas"]["UnlistedValue"];
            init_price: number;
            switch_price: number;
            backend_id: string;
        };
        /** @description The columns of Offering that `field` asked for. */
        OfferingSelection: {
            url?: components["schemas"]["Url"];
            uuid?: components["schemas"]["Uuid"];
            name?: string;
            slug?: string;
            description?: string;
            full_description?: string;
            /** @description Up to 2024-10. */
            terms_of_service?: string;
            /** @description Up to 2024-10. */
            terms_of_service_link?: string;
            privacy_policy_link?: string;
            state?: components["schemas"]["OfferingState"] | components["schemas"]["UnlistedValue"];
            /** @description Marketplace.Slurm, Marketplace.Basic, Support.OfferingTemplate, …; decides which order actions exist. */
            type?: string;
            created?: components["schemas"]["Timestamp"];
            customer?: components["schemas"]["Url"] | null;
            /** @description The provider's organization. */
            customer_uuid?: components["schemas"]["Uuid"] | null;
            customer_name?: string | null;
            project?: components["schemas"]["Url"] | null;
            category?: components["schemas"]["Url"];
            category_uuid?: components["schemas"]["Uuid"];
            category_title?: string;
            components?: components["schemas"]["OfferingComponent"][];
            plans?: components["schemas"]["Plan"][];
            plugin_options?: {
                [key: string]: unknown;
            };
            /** @description Shown to the provider's owner and staff only. */
            secret_options?: {
                [key: string]: unknown;
            };
            /** @description Missing when `secret_options` is. */
            service_attributes?: {
                [key: string]: unknown;
            };
            options?: {
                [key: string]: unknown;
            };
            resource_options?: {
                [key: string]: unknown;
            };
            attributes?: {
                [key: string]: unknown;
            };
            backend_metadata?: {
                [key: string]: unknown;
            };
            shared?: boolean;
            billable?: boolean;
            /** @description Up to 2024-10. */
            rating?: number | null;
            order_count?: number;
            /** @description Up to 2024-10. */
            native_name?: string;
            /** @description Up to 2024-10. */
            native_description?: string;
            vendor_details?: string;
            getting_started?: string;
            integration_guide?: string;
            thumbnail?: components["schemas"]["Url"] | null;
            image?: components["schemas"]["Url"] | null;
            screenshots?: {
                [key: string]: unknown;
            }[];
            files?: {
                [key: string]: unknown;
            }[];
            endpoints?: components["schemas"]["Endpoint"][];
            /** @description Up to 8.0. */
            roles?: {
                [key: string]: unknown;
            }[];
            integration_status?: {
                [key: string]: unknown;
            }[] | null;
            organization_groups?: {
                [key: string]: unknown;
            }[];
            scope?: components["schemas"]["Url"] | null;
            paused_reason?: string;
            datacite_doi?: string;
            citation_count?: number;
            latitude?: number | null;
            longitude?: number | null;
            country?: string;
            backend_id?: string;
            google_calendar_is_public?: boolean | null;
            google_calendar_link?: string | null;
            total_customers?: number | null;
            total_cost?: number | null;
            total_cost_estimated?: number | null;
            /** @description Since 8.0. */
            access_url?: string;
            /** @description Since 8.0. */
            backend_id_rules?: {
                [key: string]: unknown;
            };
            /** @description Since 8.0. */
            billing_type_classification?: string;
            /** @description Since 8.0. */
            compliance_checklist?: components["schemas"]["Url"] | null;
            /** @description Since 8.0. */
            has_compliance_requirements?: boolean;
            /** @description Since 8.0. */
            parent_description?: string | null;
            /** @description Since 8.0. */
            parent_name?: string | null;
            /** @description Since 8.0. */
            parent_uuid?: components["schemas"]["Uuid"] | null;
            /** @description Since 8.0. */
            partitions?: {
                [key: string]: unknown;
            }[];
            /** @description Since 8.0. */
            project_name?: string | null;
            /** @description Since 8.0. */
            project_uuid?: components["schemas"]["Uuid"] | null;
            /** @description Since 8.0. */
            quotas?: {
                [key: string]: unknown;
            }[];
            /** @description Since 8.0. */
            scope_error_message?: string | null;
            /** @description Since 8.0. */
            scope_name?: string | null;
            /** @description Since 8.0. */
            scope_state?: string | null;
            /** @description Since 8.0. */
            scope_uuid?: components["schemas"]["Uuid"] | null;
            /** @description Since 8.0. */
            software_catalogs?: {
                [key: string]: unknown;
            }[];
            /** @description Since 8.0. */
            tags?: {
                [key: string]: unknown;
            }[];
            /** @description Since 8.1. */
            billing_period_applies?: {
                [key: string]: unknown;
            };
            /** @description Since 8.1. */
            billing_mode_components?: {
                [key: string]: unknown;
            };
            /** @description Since 8.0. */
            helpdesk_url?: string;
            /** @description Since 8.0. */
            documentation_url?: string;
            /** @description Since 8.1. */
            default_access_subnets?: {
                [key: string]: unknown;
            }[];
            /** @description Since 8.1. */
            qos_profiles?: {
                [key: string]: unknown;
            }[];
            /** @description Since 8.1. */
            limit_precision_advisory?: string | null;
            /** @description Since 8.1. */
            account_settings?: {
                [key: string]: unknown;
            };
            /** @description Since 8.1. */
            can_update_integration?: boolean;
            /** @description Since 8.1. */
            can_update_options?: boolean;
            /** @description Since 8.1. */
            scope_resource?: string | null;
            /** @description Since 8.1. */
            scope_resource_uuid?: string | null;
            /** @description Since 8.1. */
            scope_resource_name?: string | null;
            /** @description Since 8.0. */
            effective_available_limits?: string[];
            /** @description Since 8.1. */
            compliance_checklist_details?: {
                [key: string]: unknown;
            } | null;
            /** @description Since 8.0. */
            profile_uuid?: components["schemas"]["Uuid"] | null;
            /** @description Since 8.0. */
            profile_name?: string | null;
            /** @description Since 8.0. */
            offering_group?: string | null;
            /** @description Since 8.0. */
            offering_group_uuid?: components["schemas"]["Uuid"] | null;
            /** @description Since 8.0. */
            offering_group_title?: string | null;
        };
        /** @description What a provider offers, as current servers show it to the provider. */
        Offering: WithRequired<components["schemas"]["OfferingSelection"], "url" | "uuid" | "name" | "slug" | "description" | "full_description" | "privacy_policy_link" | "state" | "type" | "created" | "customer" | "customer_uuid" | "customer_name" | "project" | "category" | "category_uuid" | "category_title" | "components" | "plans" | "plugin_options" | "options" | "resource_options" | "attributes" | "backend_metadata" | "shared" | "billable" | "order_count" | "vendor_details" | "getting_started" | "integration_guide" | "thumbnail" | "image" | "screenshots" | "files" | "endpoints" | "integration_status" | "organization_groups" | "scope" | "paused_reason" | "datacite_doi" | "citation_count" | "latitude" | "longitude" | "country" | "backend_id" | "google_calendar_is_public" | "google_calendar_link">;
        /**
         * @description The columns `field` can select. A server drops the names it does not know.
         * @enum {string}
         */
        OfferingField: "url" | "uuid" | "name" | "slug" | "description" | "full_description" | "terms_of_service" | "terms_of_service_link" | "privacy_policy_link" | "state" | "type" | "created" | "customer" | "customer_uuid" | "customer_name" | "project" | "category" | "category_uuid" | "category_title" | "components" | "plans" | "plugin_options" | "secret_options" | "service_attributes" | "options" | "resource_options" | "attributes" | "backend_metadata" | "shared" | "billable" | "rating" | "order_count" | "native_name" | "native_description" | "vendor_details" | "getting_started" | "integration_guide" | "thumbnail" | "image" | "screenshots" | "files" | "endpoints" | "roles" | "integration_status" | "organization_groups" | "scope" | "paused_reason" | "datacite_doi" | "citation_count" | "latitude" | "longitude" | "country" | "backend_id" | "google_calendar_is_public" | "google_calendar_link" | "total_customers" | "total_cost" | "total_cost_estimated" | "access_url" | "backend_id_rules" | "billing_type_classification" | "compliance_checklist" | "has_compliance_requirements" | "parent_description" | "parent_name" | "parent_uuid" | "partitions" | "project_name" | "project_uuid" | "quotas" | "scope_error_message" | "scope_name" | "scope_state" | "scope_uuid" | "software_catalogs" | "tags" | "billing_period_applies" | "billing_mode_components" | "helpdesk_url" | "documentation_url" | "default_access_subnets" | "qos_profiles" | "limit_precision_advisory" | "account_settings" | "can_update_integration" | "can_update_options" | "scope_resource" | "scope_resource_uuid" | "scope_resource_name" | "effective_available_limits" | "compliance_checklist_details" | "profile_uuid" | "profile_name" | "offering_group" | "offering_group_uuid" | "offering_group_title";
        /** @description null for none. A whole number before 8.1. */
        Limit: number | null;
        /**
         * @description What an offering counts. Usage can be reported for `usage` and `limit` components, and since 8.0 for prepaid `one`
         *     components.
         */
        OfferingComponent: {
            uuid: components["schemas"]["Uuid"];
            /** @description Its key in usage reports and limits. */
            type: string;
            name: string;
            description: string;
            billing_type: components["schemas"]["BillingType"] | components["schemas"]["UnlistedValue"];
            measured_unit: string;
            limit_period: components["schemas"]["LimitPeriod"] | components["schemas"]["UnlistedValue"] | null;
            limit_amount: components["schemas"]["Limit"];
            article_code: string;
            max_value: components["schemas"]["Limit"];
            min_value: components["schemas"]["Limit"];
            max_available_limit: components["schemas"]["Limit"];
            default_limit: components["schemas"]["Limit"];
            factor: number | null;
            is_boolean: boolean;
            is_builtin: boolean;
            /** @description Since 8.0. */
            offering_uuid?: components["schemas"]["Uuid"];
            /** @description Since 8.0. */
            unit_factor?: number;
            /** @description Usage can be reported for a `one` component that is prepaid. Since 8.0. */
            is_prepaid?: boolean;
            /** @description Since 8.0. */
            overage_component?: components["schemas"]["Uuid"] | null;
            /** @description Since 8.0. */
            min_prepaid_duration?: number | null;
            /** @description Since 8.0. */
            max_prepaid_duration?: number | null;
            /** @description Since 8.0. */
            prepaid_duration_step?: number | null;
            /** @description Since 8.0. */
            min_renewal_duration?: number | null;
            /** @description Since 8.0. */
            max_renewal_duration?: number | null;
            /** @description Since 8.0. */
            renewal_duration_step?: number | null;
            /** @description How many decimals a limit may have; 0 on older servers. Since 8.1. */
            limit_decimal_places?: number;
        };
        /** @description A price list of an offering. */
        Plan: {
            url: components["schemas"]["Url"];
            uuid: components["schemas"]["Uuid"];
            name: string;
            description: string;
            article_code: string;
            /** @description Per unit, by component type. */
            prices: {
                [key: string]: number;
            };
            future_prices: {
                [key: string]: number | null;
            };
            /** @description For `fixed` components, by component type. */
            quotas: {
                [key: string]: number;
            };
            max_amount: number | null;
            archived: boolean;
            is_active: boolean;
            unit_price: components["schemas"]["Price"];
            unit: components["schemas"]["BillingUnit"] | components["schemas"]["UnlistedValue"];
            init_price: number;
            switch_price: number;
            /** @description Text since 8.0. */
            minimal_price: number | string;
            plan_type: string;
            /** @description `inherit`, `limit` or `usage`. Since 8.1. */
            billing_mode?: string;
            resources_count: number;
            backend_id: string;
            organization_groups: {
                [key: string]: unknown;
            }[];
            components?: {
                [key: string]: unknown;
            }[];
        };
        /** @description The columns of Order that `field` asked for. */
        OrderSelection: {
            uuid?: components["schemas"]["Uuid"];
            type?: components["schemas"]["OrderType"] | components["schemas"]["UnlistedValue"];
            state?: components["schemas"]["OrderState"] | components["schemas"]["UnlistedValue"];
            created?: components["schemas"]["Timestamp"];
            modified?: components["schemas"]["Timestamp"];
            cost?: components["schemas"]["Price"] | null;
            limits?: {
                [key: string]: number;
            };
            attributes?: {
                [key: string]: unknown;
            };
            backend_id?: string;
            output?: string;
            error_message?: string;
            /** @description Missing in some answers of 2024-10. */
            error_traceback?: string;
            callback_url?: components["schemas"]["Url"] | null;
            termination_comment?: string | null;
            can_terminate?: boolean;
            fixed_price?: number;
            activation_price?: number;
            old_cost_estimate?: number | null;
            /** @description A number on 2024-10, decimal text since 8.0, or null. */
            new_cost_estimate?: number | string | null;
            issue?: {
                [key: string]: unknown;
            } | null;
            /** @description The allocation. The filter for it is `resource_uuid`. */
            marketplace_resource_uuid?: components["schemas"]["Uuid"];
            resource_name?: string;
            /** @description The backend object of the allocation, not the allocation. */
            resource_uuid?: components["schemas"]["Uuid"] | null;
            resource_type?: string | null;
            consumer_reviewed_by?: string | null;
            consumer_reviewed_by_full_name?: string | null;
            consumer_reviewed_at?: components["schemas"]["Timestamp"] | null;
            provider_reviewed_by?: string | null;
            provider_reviewed_by_full_name?: string | null;
            provider_reviewed_at?: components["schemas"]["Timestamp"] | null;
            created_by_full_name?: string;
            created_by_civil_number?: string | null;
            offering?: components["schemas"]["Url"];
            offering_name?: string;
            offering_uuid?: components["schemas"]["Uuid"];
            offering_description?: string;
            offering_image?: components["schemas"]["Url"] | null;
            offering_thumbnail?: components["schemas"]["Url"] | null;
            offering_type?: string;
            /** @description Up to 2024-10. */
            offering_terms_of_service?: string;
            offering_shared?: boolean;
            offering_billable?: boolean;
            offering_plugin_options?: {
                [key: string]: unknown;
            };
            provider_name?: string;
            /** @description The uuid of the provider's organization. */
            provider_uuid?: components["schemas"]["Uuid"];
            category_title?: string;
            category_uuid?: components["schemas"]["Uuid"];
            category_icon?: components["schemas"]["Url"] | null;
            plan?: components["schemas"]["Url"] | null;
            plan_unit?: components["schemas"]["BillingUnit"] | components["schemas"]["UnlistedValue"] | null;
            plan_name?: string | null;
            plan_uuid?: components["schemas"]["Uuid"] | null;
            plan_description?: string | null;
            old_plan_name?: string | null;
            old_plan_uuid?: components["schemas"]["Uuid"] | null;
            new_plan_name?: string | null;
            new_plan_uuid?: components["schemas"]["Uuid"] | null;
            project_uuid?: components["schemas"]["Uuid"];
            project_name?: string;
            project_description?: string;
            project_slug?: string;
            customer_uuid?: components["schemas"]["Uuid"];
            customer_name?: string;
            customer_slug?: string;
            /** @description Since 8.0. */
            attachment?: components["schemas"]["Url"] | null;
            /** @description Since 8.0. */
            completed_at?: components["schemas"]["Timestamp"] | null;
            /** @description Since 8.0. */
            consumer_message?: string;
            /** @description Since 8.0. */
            consumer_message_attachment?: components["schemas"]["Url"] | null;
            /** @description Since 8.0. */
            consumer_rejection_comment?: string;
            /** @description Since 8.0. */
            consumer_reviewed_by_username?: string | null;
            /** @description Since 8.0. */
            created_by_email?: string | null;
            /** @description Since 8.0. */
            created_by_organization?: string | null;
            /** @description Since 8.0. */
            created_by_organization_registry_code?: string | null;
            /** @description Since 8.0. */
            created_by_username?: string;
            /** @description Since 8.0. */
            order_subtype?: string | null;
            /** @description Since 8.0. */
            provider_message?: string;
            /** @description Since 8.0. */
            provider_message_attachment?: components["schemas"]["Url"] | null;
            /** @description Since 8.0. */
            provider_message_url?: string;
            /** @description Since 8.0. */
            provider_rejection_comment?: string;
            /** @description Since 8.0. */
            provider_reviewed_by_username?: string | null;
            /** @description Since 8.0. */
            provider_slug?: string;
            /** @description Since 8.0. */
            request_comment?: string | null;
            /** @description Since 8.0. */
            slug?: string;
            /** @description Since 8.0. */
            start_date?: components["schemas"]["Date"] | null;
            /** @description Since 8.0. */
            url?: components["schemas"]["Url"];
            /** @description Since 8.0. */
            provider_description?: string;
            /** @description Since 8.1. */
            resource_end_date?: components["schemas"]["Date"] | null;
            /** @description Since 8.0. */
            output_updated_at?: components["schemas"]["Timestamp"] | null;
            /** @description Since 8.0. */
            error_updated_at?: components["schemas"]["Timestamp"] | null;
            /** @description Since 8.1. */
            created_by_organization_country?: string | null;
            /** @description Since 8.1. */
            created_by_organization_vat_code?: string | null;
            /** @description Since 8.1. */
            created_by_organization_address?: string | null;
            /** @description Since 8.1. */
            old_plan_billing_mode?: string | null;
            /** @description Since 8.1. */
            new_plan_billing_mode?: string | null;
            /** @description Since 8.1. */
            provider_message_updated_at?: components["schemas"]["Timestamp"] | null;
            /** @description Since 8.1. */
            consumer_message_updated_at?: components["schemas"]["Timestamp"] | null;
            /** @description Since 8.0. */
            auto_approved?: boolean;
            /** @description Since 8.0. */
            auto_approved_by_rule_uuid?: components["schemas"]["Uuid"] | null;
            /** @description Since 8.0. */
            auto_approved_cost_limit_snapshot?: string | null;
        };
        /** @description A request to create, update or terminate an allocation. */
        Order: WithRequired<components["schemas"]["OrderSelection"], "uuid" | "type" | "state" | "created" | "modified" | "cost" | "limits" | "attributes" | "backend_id" | "output" | "error_message" | "callback_url" | "termination_comment" | "can_terminate" | "fixed_price" | "activation_price" | "old_cost_estimate" | "new_cost_estimate" | "issue" | "marketplace_resource_uuid" | "resource_name" | "resource_uuid" | "resource_type" | "consumer_reviewed_at" | "provider_reviewed_at" | "created_by_full_name" | "created_by_civil_number" | "offering" | "offering_name" | "offering_uuid" | "offering_description" | "offering_image" | "offering_thumbnail" | "offering_type" | "offering_shared" | "offering_billable" | "offering_plugin_options" | "provider_name" | "provider_uuid" | "category_title" | "category_uuid" | "category_icon" | "plan" | "project_uuid" | "project_name" | "project_description" | "project_slug" | "customer_uuid" | "customer_name" | "customer_slug">;
        /**
         * @description The columns `field` can select. A server drops the names it does not know.
         * @enum {string}
         */
        OrderField: "uuid" | "type" | "state" | "created" | "modified" | "cost" | "limits" | "attributes" | "backend_id" | "output" | "error_message" | "error_traceback" | "callback_url" | "termination_comment" | "can_terminate" | "fixed_price" | "activation_price" | "old_cost_estimate" | "new_cost_estimate" | "issue" | "marketplace_resource_uuid" | "resource_name" | "resource_uuid" | "resource_type" | "consumer_reviewed_by" | "consumer_reviewed_by_full_name" | "consumer_reviewed_at" | "provider_reviewed_by" | "provider_reviewed_by_full_name" | "provider_reviewed_at" | "created_by_full_name" | "created_by_civil_number" | "offering" | "offering_name" | "offering_uuid" | "offering_description" | "offering_image" | "offering_thumbnail" | "offering_type" | "offering_terms_of_service" | "offering_shared" | "offering_billable" | "offering_plugin_options" | "provider_name" | "provider_uuid" | "category_title" | "category_uuid" | "category_icon" | "plan" | "plan_unit" | "plan_name" | "plan_uuid" | "plan_description" | "old_plan_name" | "old_plan_uuid" | "new_plan_name" | "new_plan_uuid" | "project_uuid" | "project_name" | "project_description" | "project_slug" | "customer_uuid" | "customer_name" | "customer_slug" | "attachment" | "completed_at" | "consumer_message" | "consumer_message_attachment" | "consumer_rejection_comment" | "consumer_reviewed_by_username" | "created_by_email" | "created_by_organization" | "created_by_organization_registry_code" | "created_by_username" | "order_subtype" | "provider_message" | "provider_message_attachment" | "provider_message_url" | "provider_rejection_comment" | "provider_reviewed_by_username" | "provider_slug" | "request_comment" | "slug" | "start_date" | "url" | "provider_description" | "resource_end_date" | "output_updated_at" | "error_updated_at" | "created_by_organization_country" | "created_by_organization_vat_code" | "created_by_organization_address" | "old_plan_billing_mode" | "new_plan_billing_mode" | "provider_message_updated_at" | "consumer_message_updated_at" | "auto_approved" | "auto_approved_by_rule_uuid" | "auto_approved_cost_limit_snapshot";
        /** @description What an allocation used of one component in one month. */
        ComponentUsage2021: {
            uuid: components["schemas"]["Uuid"];
            type: string;
            name: string;
            measured_unit: string;
            /** @description The total of the month. */
            usage: number;
            description: string;
            created: components["schemas"]["Timestamp"];
            /** @description When it was last reported. */
            date: components["schemas"]["Timestamp"];
            /** @description The first of the month. */
            billing_period: components["schemas"]["Date"];
            recurring: boolean;
            resource_uuid: components["schemas"]["Uuid"];
            resource_name: string;
            offering_uuid: components["schemas"]["Uuid"];
            offering_name: string;
            project_uuid: components["schemas"]["Uuid"];
            project_name: string;
            customer_uuid: components["schemas"]["Uuid"];
            customer_name: string;
        };
        /** @description The columns of ComponentUsage that `field` asked for. */
        ComponentUsageSelection: {
            uuid?: components["schemas"]["Uuid"];
            type?: string;
            name?: string;
            measured_unit?: string;
            /** @description The total of the month. */
            usage?: components["schemas"]["Decimal"];
            description?: string;
            created?: components["schemas"]["Timestamp"];
            /** @description When it was last reported. */
            date?: components["schemas"]["Timestamp"];
            /** @description The first of the month. */
            billing_period?: components["schemas"]["Date"];
            recurring?: boolean;
            resource_uuid?: components["schemas"]["Uuid"];
            resource_name?: string;
            offering_uuid?: components["schemas"]["Uuid"];
            offering_name?: string;
            project_uuid?: components["schemas"]["Uuid"];
            project_name?: string;
            customer_uuid?: components["schemas"]["Uuid"];
            customer_name?: string;
            /** @description A database key, not a uuid. */
            modified_by?: number | null;
            /** @description Since 8.1. */
            missing_usage_policy?: components["schemas"]["MissingUsagePolicy"] | components["schemas"]["UnlistedValue"];
        };
        /** @description What an allocation used of one component in one month. */
        ComponentUsage: WithRequired<components["schemas"]["ComponentUsageSelection"], "uuid" | "type" | "name" | "measured_unit" | "usage" | "description" | "created" | "date" | "billing_period" | "recurring" | "resource_uuid" | "resource_name" | "offering_uuid" | "offering_name" | "project_uuid" | "project_name" | "customer_uuid" | "customer_name">;
        /**
         * @description The columns `field` can select. A 2021 server ignores it.
         * @enum {string}
         */
        ComponentUsageField: "uuid" | "type" | "name" | "measured_unit" | "usage" | "description" | "created" | "date" | "billing_period" | "recurring" | "resource_uuid" | "resource_name" | "offering_uuid" | "offering_name" | "project_uuid" | "project_name" | "customer_uuid" | "customer_name" | "modified_by" | "missing_usage_policy";
        /** @description The columns of ComponentUserUsage that `field` asked for. */
        ComponentUserUsageSelection: {
            uuid?: components["schemas"]["Uuid"];
            username?: string;
            /** @description The offering user; null if only a user name was sent. */
            user?: components["schemas"]["Url"] | null;
            usage?: components["schemas"]["Decimal"];
            measured_unit?: string;
            description?: string;
            created?: components["schemas"]["Timestamp"];
            modified?: components["schemas"]["Timestamp"];
            date?: components["schemas"]["Timestamp"];
            component_type?: string;
            component_usage?: components["schemas"]["Url"];
            backend_id?: string;
            resource_uuid?: components["schemas"]["Uuid"];
            resource_name?: string;
            offering_uuid?: components["schemas"]["Uuid"];
            offering_name?: string;
            project_uuid?: components["schemas"]["Uuid"];
            project_name?: string;
            customer_uuid?: components["schemas"]["Uuid"];
            customer_name?: string;
            /** @description Since 8.0. */
            billing_period?: components["schemas"]["Date"];
        };
        /** @description What one user used of one component in one month. */
        ComponentUserUsage: WithRequired<components["schemas"]["ComponentUserUsageSelection"], "uuid" | "username" | "user" | "usage" | "measured_unit" | "description" | "created" | "modified" | "date" | "component_type" | "component_usage" | "backend_id" | "resource_uuid" | "resource_name" | "offering_uuid" | "offering_name" | "project_uuid" | "project_name" | "customer_uuid" | "customer_name">;
        /**
         * @description The columns `field` can select since 8.0. 2024-10 ignores it.
         * @enum {string}
         */
        ComponentUserUsageField: "uuid" | "username" | "user" | "usage" | "measured_unit" | "description" | "created" | "modified" | "date" | "component_type" | "component_usage" | "backend_id" | "resource_uuid" | "resource_name" | "offering_uuid" | "offering_name" | "project_uuid" | "project_name" | "customer_uuid" | "customer_name" | "billing_period";
        /** @description What links a user with an offering. It has no uuid, so it can be neither changed nor deleted. */
        OfferingUser2021: {
            user: components["schemas"]["Url"];
            user_uuid: components["schemas"]["Uuid"];
            offering: components["schemas"]["Url"];
            offering_uuid: components["schemas"]["Uuid"];
            offering_name: string;
            username: string | null;
            created: components["schemas"]["Timestamp"];
        };
        /** @description The columns of OfferingUser that `field` asked for. */
        OfferingUserSelection: {
            url?: components["schemas"]["Url"];
            uuid?: components["schemas"]["Uuid"];
            user?: components["schemas"]["Url"];
            user_uuid?: components["schemas"]["Uuid"];
            /** @description The federated id. */
            user_username?: string;
            user_full_name?: string;
            offering?: components["schemas"]["Url"];
            offering_uuid?: components["schemas"]["Uuid"];
            offering_name?: string;
            /** @description The user name; "" in the rows that the server creates for project members. */
            username?: string | null;
            created?: components["schemas"]["Timestamp"];
            modified?: components["schemas"]["Timestamp"];
            /** @description Up to 2024-10. */
            propagation_date?: components["schemas"]["Timestamp"] | null;
            customer_uuid?: components["schemas"]["Uuid"];
            customer_name?: string;
            is_restricted?: boolean;
            /** @description Since 8.0. */
            state?: components["schemas"]["OfferingUserState"] | components["schemas"]["UnlistedValue"];
            /** @description Since 8.0. */
            service_provider_comment?: string;
            /** @description Since 8.0. */
            service_provider_comment_url?: string;
            /** @description Since 8.0. */
            has_consent?: boolean;
            /** @description Since 8.0. */
            requires_reconsent?: boolean;
            /** @description Since 8.0. */
            has_compliance_checklist?: boolean;
            /** @description Since 8.0. */
            consent_data?: {
                [key: string]: unknown;
            } | null;
            /** @description Since 8.0. */
            is_profile_complete?: boolean;
            /** @description Since 8.0. */
            missing_profile_attributes?: string[];
            /** @description Since 8.0. */
            user_active_isds?: unknown[];
            /** @description Since 8.0. */
            user_affiliations?: unknown[];
            /** @description Since 8.0. */
            user_birth_date?: components["schemas"]["Date"] | null;
            /** @description Since 8.0. */
            user_civil_number?: string | null;
            /** @description Since 8.0. */
            user_country_of_residence?: string;
            /** @description Since 8.0. */
            user_eduperson_assurance?: unknown[];
            /** @description Since 8.0. */
            user_email?: string;
            /** @description Since 8.0. */
            user_first_name?: string;
            /** @description Since 8.0. */
            user_gender?: number | string | null;
            /** @description Since 8.0. */
            user_identity_source?: string;
            /** @description Since 8.0. */
            user_job_title?: string;
            /** @description Since 8.0. */
            user_last_name?: string;
            /** @description Since 8.0. */
            user_nationalities?: unknown[];
            /** @description Since 8.0. */
            user_nationality?: string;
            /** @description Since 8.0. */
            user_organization?: string;
            /** @description Since 8.0. */
            user_organization_country?: string;
            /** @description Since 8.0. */
            user_organization_registry_code?: string;
            /** @description Since 8.0. */
            user_organization_type?: string;
            /** @description Since 8.0. */
            user_personal_title?: string;
            /** @description Since 8.0. */
            user_phone_number?: string;
            /** @description Since 8.0. */
            user_place_of_birth?: string;
            /** @description Since 8.0. */
            user_address?: string;
            /** @description Since 8.1. */
            user_organization_vat_code?: string;
            /** @description Since 8.1. */
            user_organization_address?: string;
            /** @description Since 8.1. */
            user_uid_number?: number | null;
            /** @description Since 8.1. */
            user_primary_gid?: number | null;
            /** @description Since 8.0. */
            runtime_state?: components["schemas"]["RuntimeState"] | components["schemas"]["UnlistedValue"];
            /** @description Since 8.1. */
            service_provider_account_uuid?: components["schemas"]["Uuid"] | null;
            /** @description Since 8.1. */
            service_provider_account_username?: string | null;
            /** @description Since 8.0. */
            offering_has_active_tos?: boolean;
            /** @description Since 8.1. */
            uidnumber?: number | null;
            /** @description Since 8.1. */
            primarygroup?: number | null;
            /** @description Since 8.1. */
            login_shell?: string | null;
            /** @description Since 8.1. */
            home_directory?: string | null;
        };
        /**
         * @description What links a user with an offering. Since 8.0 an offering exposes only some `user_*` columns, by default
         *     `user_username`, `user_full_name` and `user_email`. The row does not have the others.
         */
        OfferingUser: WithRequired<components["schemas"]["OfferingUserSelection"], "url" | "uuid" | "user" | "user_uuid" | "offering" | "offering_uuid" | "offering_name" | "username" | "created" | "modified" | "customer_uuid" | "customer_name" | "is_restricted">;
        /**
         * @description The columns `field` can select. A 2021 server ignores it.
         * @enum {string}
         */
        OfferingUserField: "url" | "uuid" | "user" | "user_uuid" | "user_username" | "user_full_name" | "offering" | "offering_uuid" | "offering_name" | "username" | "created" | "modified" | "propagation_date" | "customer_uuid" | "customer_name" | "is_restricted" | "state" | "service_provider_comment" | "service_provider_comment_url" | "has_consent" | "requires_reconsent" | "has_compliance_checklist" | "consent_data" | "is_profile_complete" | "missing_profile_attributes" | "user_active_isds" | "user_affiliations" | "user_birth_date" | "user_civil_number" | "user_country_of_residence" | "user_eduperson_assurance" | "user_email" | "user_first_name" | "user_gender" | "user_identity_source" | "user_job_title" | "user_last_name" | "user_nationalities" | "user_nationality" | "user_organization" | "user_organization_country" | "user_organization_registry_code" | "user_organization_type" | "user_personal_title" | "user_phone_number" | "user_place_of_birth" | "user_address" | "user_organization_vat_code" | "user_organization_address" | "user_uid_number" | "user_primary_gid" | "runtime_state" | "service_provider_account_uuid" | "service_provider_account_username" | "offering_has_active_tos" | "uidnumber" | "primarygroup" | "login_shell" | "home_directory";
        /** @description An organization in its role as provider. */
        ServiceProvider2021: {
            url: components["schemas"]["Url"];
            /** @description For paths under marketplace-service-providers/. */
            uuid: components["schemas"]["Uuid"];
            created: components["schemas"]["Timestamp"];
            description: string;
            /** @description Not shown without a token. */
            enable_notifications?: boolean;
            customer: components["schemas"]["Url"];
            customer_name: string;
            /** @description The uuid of the organization, for `provider_uuid` filters. */
            customer_uuid: components["schemas"]["Uuid"];
            customer_image: components["schemas"]["Url"] | null;
            customer_abbreviation: string;
            customer_native_name: string;
            customer_country: string;
            image: components["schemas"]["Url"] | null;
            division?: components["schemas"]["Url"] | null;
        };
        /** @description The columns of ServiceProvider that `field` asked for. */
        ServiceProviderSelection: {
            url?: components["schemas"]["Url"];
            /** @description For paths under marketplace-service-providers/. */
            uuid?: components["schemas"]["Uuid"];
            created?: components["schemas"]["Timestamp"];
            description?: string;
            enable_notifications?: boolean;
            customer?: components["schemas"]["Url"];
            customer_name?: string;
            /** @description The uuid of the organization, for `provider_uuid` filters. */
            customer_uuid?: components["schemas"]["Uuid"];
            customer_image?: components["schemas"]["Url"] | null;
            customer_abbreviation?: string;
            customer_native_name?: string;
            customer_country?: string;
            image?: components["schemas"]["Url"] | null;
            offering_count?: number;
            /** @description Up to 2024-10. */
            organization_group?: components["schemas"]["Url"] | null;
            /** @description Since 8.0. */
            customer_slug?: string;
            /** @description Since 8.0. */
            organization_groups?: {
                [key: string]: unknown;
            }[];
            /** @description Since 8.0. */
            allowed_domains?: string[];
            /** @description Since 8.1. */
            account_options?: {
                [key: string]: unknown;
            };
        };
        /** @description An organization in its role as provider. */
        ServiceProvider: WithRequired<components["schemas"]["ServiceProviderSelection"], "url" | "uuid" | "created" | "description" | "enable_notifications" | "customer" | "customer_name" | "customer_uuid" | "customer_image" | "customer_abbreviation" | "customer_native_name" | "customer_country" | "image" | "offering_count">;
        /**
         * @description The columns `field` can select since 8.0. Earlier servers ignore it.
         * @enum {string}
         */
        ServiceProviderField: "url" | "uuid" | "created" | "description" | "enable_notifications" | "customer" | "customer_name" | "customer_uuid" | "customer_image" | "customer_abbreviation" | "customer_native_name" | "customer_country" | "image" | "offering_count" | "organization_group" | "customer_slug" | "organization_groups" | "allowed_domains" | "account_options";
        /** @description The columns of ServiceProviderUser that `field` asked for. */
        ServiceProviderUserSelection: {
            uuid?: components["schemas"]["Uuid"];
            /** @description The federated id. */
            username?: string;
            full_name?: string;
            first_name?: string;
            last_name?: string;
            email?: string;
            phone_number?: string;
            organization?: string;
            projects_count?: number;
            registration_method?: string;
            affiliations?: string[];
            /** @description Since 8.0. */
            active_isds?: unknown[];
            /** @description Since 8.0. */
            birth_date?: components["schemas"]["Date"] | null;
            /** @description Since 8.0. */
            civil_number?: string | null;
            /** @description Since 8.0. */
            country_of_residence?: string;
            /** @description Since 8.0. */
            eduperson_assurance?: unknown[];
            /** @description Since 8.0. */
            gender?: number | string | null;
            /** @description Since 8.0. */
            identity_source?: string;
            /** @description Since 8.0. */
            is_active?: boolean;
            /** @description Since 8.0. */
            job_title?: string;
            /** @description Since 8.0. */
            nationalities?: unknown[];
            /** @description Since 8.0. */
            nationality?: string;
            /** @description Since 8.0. */
            organization_country?: string;
            /** @description Since 8.0. */
            organization_registry_code?: string;
            /** @description Since 8.0. */
            organization_type?: string;
            /** @description Since 8.0. */
            personal_title?: string;
            /** @description Since 8.0. */
            place_of_birth?: string;
            /** @description Since 8.0. */
            address?: string;
            /** @description Since 8.1. */
            organization_vat_code?: string;
            /** @description Since 8.1. */
            organization_address?: string;
        };
        /** @description A user of a provider's allocations. */
        ServiceProviderUser: WithRequired<components["schemas"]["ServiceProviderUserSelection"], "uuid" | "username" | "full_name" | "first_name" | "last_name" | "email" | "phone_number" | "organization" | "projects_count" | "registration_method" | "affiliations">;
        /**
         * @description The columns `field` can select since 8.0. 2024-10 ignores it.
         * @enum {string}
         */
        ServiceProviderUserField: "uuid" | "username" | "full_name" | "first_name" | "last_name" | "email" | "phone_number" | "organization" | "projects_count" | "registration_method" | "affiliations" | "active_isds" | "birth_date" | "civil_number" | "country_of_residence" | "eduperson_assurance" | "gender" | "identity_source" | "is_active" | "job_title" | "nationalities" | "nationality" | "organization_country" | "organization_registry_code" | "organization_type" | "personal_title" | "place_of_birth" | "address" | "organization_vat_code" | "organization_address";
        /** @description The columns of SshKey that `field` asked for. */
        SshKeySelection: {
            url?: components["schemas"]["Url"];
            uuid?: components["schemas"]["Uuid"];
            name?: string;
            public_key?: string;
            /** @description Since 2024-10. */
            type?: string;
            /** @description MD5. Up to 2021. */
            fingerprint?: string;
            /** @description Since 2024-10. */
            fingerprint_md5?: string;
            /** @description Since 2024-10. */
            fingerprint_sha256?: string;
            /** @description Since 2024-10. */
            fingerprint_sha512?: string;
            user_uuid?: components["schemas"]["Uuid"];
            is_shared?: boolean;
        };
        /** @description A public SSH key of a user. */
        SshKey: WithRequired<components["schemas"]["SshKeySelection"], "url" | "uuid" | "name" | "public_key" | "user_uuid" | "is_shared">;
        /**
         * @description The columns `field` can select since 8.0. Earlier servers ignore it.
         * @enum {string}
         */
        SshKeyField: "url" | "uuid" | "name" | "public_key" | "type" | "fingerprint" | "fingerprint_md5" | "fingerprint_sha256" | "fingerprint_sha512" | "user_uuid" | "is_shared";
        /** @description The columns of Project that `field` asked for. */
        ProjectSelection: {
            url?: components["schemas"]["Url"];
            uuid?: components["schemas"]["Uuid"];
            name?: string;
            slug?: string;
            description?: string;
            created?: components["schemas"]["Timestamp"];
            customer?: components["schemas"]["Url"];
            customer_uuid?: components["schemas"]["Uuid"];
            customer_name?: string;
            customer_slug?: string;
            customer_native_name?: string;
            customer_abbreviation?: string;
            type?: components["schemas"]["Url"] | null;
            backend_id?: string;
            start_date?: components["schemas"]["Date"] | null;
            end_date?: components["schemas"]["Date"] | null;
            end_date_requested_by?: components["schemas"]["Url"] | null;
            oecd_fos_2007_code?: string | null;
            oecd_fos_2007_label?: string | null;
            is_industry?: boolean;
            image?: components["schemas"]["Url"] | null;
            resources_count?: number;
            billing_price_estimate?: {
                [key: string]: unknown;
            } | null;
            /** @description By category uuid. */
            marketplace_resource_count?: {
                [key: string]: number;
            };
            /** @description Since 8.0. */
            customer_display_billing_info_in_projects?: boolean;
            /** @description Since 8.0. */
            grace_period_days?: number | null;
            /** @description Since 8.0. */
            is_removed?: boolean;
            /** @description Since 8.0. */
            kind?: string;
            /** @description Since 8.0. */
            max_service_accounts?: number | null;
            /** @description Since 8.0. */
            project_credit?: number | null;
            /** @description Since 8.0. */
            staff_notes?: string;
            /** @description Since 8.0. */
            termination_metadata?: {
                [key: string]: unknown;
            } | null;
            /** @description Since 8.0. */
            type_name?: string | null;
            /** @description Since 8.0. */
            type_uuid?: components["schemas"]["Uuid"] | null;
            /** @description Since 8.0. */
            user_affiliations?: unknown[];
            /** @description Since 8.0. */
            user_email_patterns?: unknown[];
            /** @description Since 8.0. */
            user_identity_sources?: unknown[];
            /** @description Since 8.0. */
            end_date_updated_at?: components["schemas"]["Timestamp"] | null;
            /** @description Since 8.0. */
            project_metadata?: {
                [key: string]: unknown;
            }[];
            /** @description Since 8.0. */
            customer_grace_period_days?: number | null;
            /** @description Since 8.0. */
            effective_end_date?: components["schemas"]["Date"] | null;
            /** @description Since 8.0. */
            is_in_grace_period?: boolean;
            /** @description Since 8.0. */
            affiliation?: {
                [key: string]: unknown;
            } | null;
            /** @description Since 8.0. */
            affiliation_uuid?: components["schemas"]["Uuid"] | null;
            /** @description Since 8.0. */
            affiliation_name?: string;
            /** @description Since 8.0. */
            affiliation_code?: string;
            /** @description Since 8.0. */
            science_sub_domain?: components["schemas"]["Uuid"] | null;
            /** @description Since 8.0. */
            science_sub_domain_name?: string;
            /** @description Since 8.0. */
            science_sub_domain_code?: string;
            /** @description Since 8.0. */
            science_domain_uuid?: components["schemas"]["Uuid"];
            /** @description Since 8.0. */
            science_domain_name?: string;
            /** @description Since 8.0. */
            science_domain_code?: string;
            /** @description Since 8.1. */
            has_metrics?: boolean;
        };
        /** @description A project with allocations of a provider. */
        Project: WithRequired<components["schemas"]["ProjectSelection"], "url" | "uuid" | "name" | "slug" | "description" | "created" | "customer" | "customer_uuid" | "customer_name" | "customer_slug" | "customer_native_name" | "customer_abbreviation" | "type" | "backend_id" | "start_date" | "end_date" | "end_date_requested_by" | "oecd_fos_2007_code" | "oecd_fos_2007_label" | "is_industry" | "image" | "resources_count" | "billing_price_estimate" | "marketplace_resource_count">;
        /**
         * @description The columns `field` can select since 8.0.
         * @enum {string}
         */
        ProjectField: "url" | "uuid" | "name" | "slug" | "description" | "created" | "customer" | "customer_uuid" | "customer_name" | "customer_slug" | "customer_native_name" | "customer_abbreviation" | "type" | "backend_id" | "start_date" | "end_date" | "end_date_requested_by" | "oecd_fos_2007_code" | "oecd_fos_2007_label" | "is_industry" | "image" | "resources_count" | "billing_price_estimate" | "marketplace_resource_count" | "customer_display_billing_info_in_projects" | "grace_period_days" | "is_removed" | "kind" | "max_service_accounts" | "project_credit" | "staff_notes" | "termination_metadata" | "type_name" | "type_uuid" | "user_affiliations" | "user_email_patterns" | "user_identity_sources" | "end_date_updated_at" | "project_metadata" | "customer_grace_period_days" | "effective_end_date" | "is_in_grace_period" | "affiliation" | "affiliation_uuid" | "affiliation_name" | "affiliation_code" | "science_sub_domain" | "science_sub_domain_name" | "science_sub_domain_code" | "science_domain_uuid" | "science_domain_name" | "science_domain_code" | "has_metrics";
        /** @description The columns of ProjectPermission that `field` asked for. */
        ProjectPermissionSelection: {
            role?: string;
            created?: components["schemas"]["Timestamp"];
            expiration_time?: components["schemas"]["Timestamp"] | null;
            created_by?: components["schemas"]["Url"] | null;
            project?: components["schemas"]["Url"];
            project_uuid?: components["schemas"]["Uuid"];
            project_name?: string;
            project_created?: components["schemas"]["Timestamp"];
            project_end_date?: string | null;
            customer_uuid?: components["schemas"]["Uuid"];
            customer_name?: string;
            user?: components["schemas"]["Url"];
            user_uuid?: components["schemas"]["Uuid"];
            user_username?: string;
            user_full_name?: string;
            user_native_name?: string;
            user_email?: string;
            /** @description Since 8.0. */
            created_by_full_name?: string | null;
            /** @description Since 8.0. */
            created_by_username?: string | null;
            /** @description Since 8.0. */
            role_name?: string;
        };
        /** @description A role a user has or had in a project. */
        ProjectPermission: WithRequired<components["schemas"]["ProjectPermissionSelection"], "role" | "created" | "expiration_time" | "created_by" | "project" | "project_uuid" | "project_name" | "project_created" | "customer_uuid" | "customer_name" | "user" | "user_uuid" | "user_username" | "user_full_name" | "user_native_name" | "user_email">;
        /**
         * @description The columns `field` can select since 8.0.
         * @enum {string}
         */
        ProjectPermissionField: "role" | "created" | "expiration_time" | "created_by" | "project" | "project_uuid" | "project_name" | "project_created" | "project_end_date" | "customer_uuid" | "customer_name" | "user" | "user_uuid" | "user_username" | "user_full_name" | "user_native_name" | "user_email" | "created_by_full_name" | "created_by_username" | "role_name";
        /** @description A user, as a 2021 server shows it. */
        User2021: {
            url: components["schemas"]["Url"];
            uuid: components["schemas"]["Uuid"];
            /** @description The federated id. */
            username: string;
            full_name: string;
            first_name: string;
            last_name: string;
            native_name: string;
            email: string;
            phone_number: string;
            organization: string;
            job_title: string;
            affiliations: string[];
            civil_number: string | null;
            registration_method: string;
            date_joined: components["schemas"]["Timestamp"];
            agreement_date: components["schemas"]["Timestamp"] | null;
            preferred_language: string;
            competence: string;
            requested_email: string | null;
            customer_permissions: {
                [key: string]: unknown;
            }[];
            project_permissions: {
                [key: string]: unknown;
            }[];
            description?: string;
            is_staff?: boolean;
            is_active?: boolean;
            is_support?: boolean;
        };
        /** @description The columns of User that `field` asked for. */
        UserSelection: {
            url?: components["schemas"]["Url"];
            uuid?: components["schemas"]["Uuid"];
            /** @description The federated id. */
            username?: string;
            slug?: string;
            full_name?: string;
            first_name?: string;
            last_name?: string;
            native_name?: string;
            email?: string;
            phone_number?: string;
            organization?: string;
            job_title?: string;
            affiliations?: string[];
            civil_number?: string | null;
            registration_method?: string;
            date_joined?: components["schemas"]["Timestamp"];
            agreement_date?: components["schemas"]["Timestamp"] | null;
            preferred_language?: string;
            requested_email?: string | null;
            permissions?: {
                [key: string]: unknown;
            }[];
            identity_provider_name?: string;
            identity_provider_label?: string;
            identity_provider_management_url?: string;
            identity_provider_fields?: string[];
            identity_source?: string;
            image?: components["schemas"]["Url"] | null;
            description?: string;
            is_staff?: boolean;
            is_active?: boolean;
            is_support?: boolean;
            /** @description Since 8.0. */
            active_isds?: unknown[];
            /** @description Since 8.0. */
            attribute_sources?: {
                [key: string]: unknown;
            };
            /** @description Since 8.0. */
            birth_date?: components["schemas"]["Date"] | null;
            /** @description Since 8.0. */
            country_of_residence?: string;
            /** @description Since 8.0. */
            eduperson_assurance?: unknown[];
            /** @description Since 8.0. */
            gender?: number | string | null;
            /** @description Since 8.0. */
            has_active_session?: boolean;
            /** @description Since 8.0. */
            ip_address?: string | null;
            /** @description Since 8.0. */
            is_identity_manager?: boolean;
            /** @description Since 8.0. */
            managed_isds?: unknown[];
            /** @description Since 8.0. */
            nationalities?: unknown[];
            /** @description Since 8.0. */
            nationality?: string;
            /** @description Since 8.0. */
            notifications_enabled?: boolean;
            /** @description Since 8.0. */
            organization_country?: string;
            /** @description Since 8.0. */
            organization_registry_code?: string;
            /** @description Since 8.0. */
            organization_type?: string;
            /** @description Since 8.0. */
            personal_title?: string;
            /** @description Since 8.0. */
            place_of_birth?: string;
            /** @description Since 8.0. */
            token_expires_at?: components["schemas"]["Timestamp"] | null;
            /** @description Since 8.0. */
            token_lifetime?: number | null;
            /** @description Since 8.0. */
            token?: string;
            /** @description Since 8.0. */
            should_protect_user_details?: boolean;
            /** @description Since 8.0. */
            has_usable_password?: boolean;
            /** @description Since 8.1. */
            has_passkey?: boolean;
            /** @description Since 8.1. */
            passkey_count?: number;
            /** @description Since 8.0. */
            address?: string;
            /** @description Since 8.1. */
            organization_vat_code?: string;
            /** @description Since 8.1. */
            organization_address?: string;
            /** @description Since 8.1. */
            uid_number?: number | null;
            /** @description Since 8.1. */
            primary_gid?: number | null;
            /** @description Since 8.0. */
            can_use_personal_access_tokens?: boolean;
            /** @description Since 8.0. */
            deactivation_reason?: string;
            /** @description Since 8.0. */
            is_admin_deactivated?: boolean;
            /** @description Since 8.1. */
            details?: {
                [key: string]: unknown;
            };
        };
        User: WithRequired<components["schemas"]["UserSelection"], "url" | "uuid" | "username" | "slug" | "full_name" | "first_name" | "last_name" | "native_name" | "email" | "phone_number" | "organization" | "job_title" | "affiliations" | "civil_number" | "registration_method" | "date_joined" | "agreement_date" | "preferred_language" | "requested_email" | "permissions" | "identity_provider_name" | "identity_provider_label" | "identity_provider_management_url" | "identity_provider_fields" | "identity_source" | "image">;
        /**
         * @description The columns `field` can select since 8.0. Earlier servers ignore it.
         * @enum {string}
         */
        UserField: "url" | "uuid" | "username" | "slug" | "full_name" | "first_name" | "last_name" | "native_name" | "email" | "phone_number" | "organization" | "job_title" | "affiliations" | "civil_number" | "registration_method" | "date_joined" | "agreement_date" | "preferred_language" | "requested_email" | "permissions" | "identity_provider_name" | "identity_provider_label" | "identity_provider_management_url" | "identity_provider_fields" | "identity_source" | "image" | "description" | "is_staff" | "is_active" | "is_support" | "active_isds" | "attribute_sources" | "birth_date" | "country_of_residence" | "eduperson_assurance" | "gender" | "has_active_session" | "ip_address" | "is_identity_manager" | "managed_isds" | "nationalities" | "nationality" | "notifications_enabled" | "organization_country" | "organization_registry_code" | "organization_type" | "personal_title" | "place_of_birth" | "token_expires_at" | "token_lifetime" | "token" | "should_protect_user_details" | "has_usable_password" | "has_passkey" | "passkey_count" | "address" | "organization_vat_code" | "organization_address" | "uid_number" | "primary_gid" | "can_use_personal_access_tokens" | "deactivation_reason" | "is_admin_deactivated" | "details";
        OfferingUserStateTransitionRequest: {
            comment?: string;
            comment_url?: string;
        };
        OfferingUserUpdateRestrictionRequest: {
            is_restricted: boolean;
        };
        OfferingUserUpdateRuntimeStateRequest: {
            /** @enum {string} */
            runtime_state: "Active" | "Pending account linking" | "Pending additional validation";
            service_provider_comment?: string;
            service_provider_comment_url?: string;
        };
        OfferingUserServiceProviderCommentUpdateRequest: {
            service_provider_comment?: string;
            service_provider_comment_url?: string;
        };
        OfferingUserServiceProviderComment: {
            service_provider_comment?: string;
            service_provider_comment_url?: string;
        };
        OfferingUserPosixAttributesRequest: {
            login_shell?: string;
            home_directory?: string;
            uidnumber?: number | null;
            primarygroup?: number | null;
        };
        OfferingUserPosixUpdateAnswer: {
            uidnumber?: number | null;
            primarygroup?: number | null;
            warnings?: string[];
        };
        ResourceUpdateRequest: {
            name?: string;
            description?: string;
            /** Format: date */
            end_date?: string | null;
        };
        ResourceUpdate: {
            name: string;
            description?: string;
            end_date?: components["schemas"]["Date"] | null;
        };
        ResourceSetLimitsRequest: {
            limits: {
                [key: string]: unknown;
            };
        };
        ResourceBackendMetadataRequest: {
            backend_metadata: {
                [key: string]: unknown;
            };
        };
        ResourceEndpointsRequest: {
            endpoints: {
                name: string;
                url: string;
            }[];
        };
        ResourceEffectiveIDRequest: {
            effective_id?: string;
        };
        ResourceEndDateRequest: {
            /** Format: date */
            end_date?: string | null;
        };
        ResourceOptionsRequest: {
            options?: {
                [key: string]: unknown;
            } | null;
        };
        ResourceRequest: {
            offering: string;
            name: string;
            plan?: string;
            slug?: string;
            /** Format: date */
            end_date?: string | null;
            downscaled?: boolean;
            paused?: boolean;
        };
        OrderUUID: {
            order_uuid?: components["schemas"]["Uuid"];
        };
        ResourceRole: {
            uuid: components["schemas"]["Uuid"];
            created?: components["schemas"]["Timestamp"];
            expiration_time?: components["schemas"]["Timestamp"] | null;
            role_name?: string;
            role_uuid?: components["schemas"]["Uuid"];
            user_email?: string;
            user_full_name?: string;
            user_username?: string;
            user_uuid?: components["schemas"]["Uuid"];
            user_image?: string;
            created_by_full_name?: string;
            created_by_uuid?: components["schemas"]["Uuid"];
            source?: string;
            user_phone_number?: string;
            user_organization?: string;
            user_job_title?: string;
            user_affiliations?: string[];
            /** @description `female`, `male`, `unknown` or empty. */
            user_gender?: string | null;
            user_personal_title?: string;
            user_place_of_birth?: string;
            user_address?: string;
            user_country_of_residence?: string;
            user_nationality?: string;
            user_nationalities?: string[];
            user_organization_country?: string;
            user_organization_type?: string;
            user_organization_registry_code?: string;
            user_organization_vat_code?: string;
            user_organization_address?: string;
            user_eduperson_assurance?: string[];
            user_civil_number?: string | null;
            user_birth_date?: components["schemas"]["Date"] | null;
            user_identity_source?: string;
            user_uid_number?: number | null;
            user_primary_gid?: number | null;
            user_active_isds?: string[];
        };
        UserRoleCreateRequest: {
            role: string;
            user: components["schemas"]["Uuid"];
            /** Format: date-time */
            expiration_time?: string | null;
        };
        UserRoleExpirationTime: {
            expiration_time?: components["schemas"]["Timestamp"] | null;
        };
        UserRoleUpdateRequest: {
            role: string;
            user: components["schemas"]["Uuid"];
            /** Format: date-time */
            expiration_time?: string | null;
        };
        UserRoleDeleteRequest: {
            role: string;
            user: components["schemas"]["Uuid"];
            /** Format: date-time */
            expiration_time?: string | null;
        };
        MemberSyncStatusReportRequest: {
            statuses: {
                /** @enum {string} */
                scope_type: "resource" | "resource_project";
                role_name: string;
                /** @enum {string} */
                state: "error" | "missing_in_idp" | "pending" | "synced";
                username?: string;
                user_uuid?: components["schemas"]["Uuid"];
                resource_project_uuid?: components["schemas"]["Uuid"];
                message?: string;
            }[];
        };
        OrderUpdateRequest: {
            limits?: {
                [key: string]: unknown;
            };
            attributes?: {
                [key: string]: unknown;
            };
            /** Format: date */
            start_date?: string | null;
        };
        OrderUpdate: {
            limits?: {
                [key: string]: unknown;
            };
            attributes?: {
                [key: string]: unknown;
            };
            start_date?: components["schemas"]["Date"] | null;
        };
        OrderBackendIDRequest: {
            backend_id: string;
        };
        OrderProviderInfoRequest: {
            provider_message?: string;
            provider_message_url?: string;
        };
        OfferingUserAttributeConfig: {
            uuid: components["schemas"]["Uuid"];
            created?: components["schemas"]["Timestamp"];
            modified?: components["schemas"]["Timestamp"];
            exposed_fields?: string[];
            is_default?: boolean;
            offering_uuid?: components["schemas"]["Uuid"];
            offering_name?: string;
            expose_full_name?: boolean;
            expose_email?: boolean;
            expose_username?: boolean;
            expose_registration_method?: boolean;
            expose_organization?: boolean;
            expose_organization_country?: boolean;
            expose_organization_type?: boolean;
            expose_organization_registry_code?: boolean;
            expose_organization_vat_code?: boolean;
            expose_organization_address?: boolean;
            expose_affiliations?: boolean;
            expose_phone_number?: boolean;
            expose_job_title?: boolean;
            expose_gender?: boolean;
            expose_personal_title?: boolean;
            expose_place_of_birth?: boolean;
            expose_address?: boolean;
            expose_country_of_residence?: boolean;
            expose_nationality?: boolean;
            expose_nationalities?: boolean;
            expose_eduperson_assurance?: boolean;
            expose_identity_source?: boolean;
            expose_civil_number?: boolean;
            expose_birth_date?: boolean;
            expose_active_isds?: boolean;
            expose_uid_number?: boolean;
            expose_primary_gid?: boolean;
        };
        OfferingUserAttributeConfigUpdateRequest: {
            expose_full_name?: boolean;
            expose_email?: boolean;
            expose_username?: boolean;
            expose_registration_method?: boolean;
            expose_organization?: boolean;
            expose_organization_country?: boolean;
            expose_organization_type?: boolean;
            expose_organization_registry_code?: boolean;
            expose_organization_vat_code?: boolean;
            expose_organization_address?: boolean;
            expose_affiliations?: boolean;
            expose_phone_number?: boolean;
            expose_job_title?: boolean;
            expose_gender?: boolean;
            expose_personal_title?: boolean;
            expose_place_of_birth?: boolean;
            expose_address?: boolean;
            expose_country_of_residence?: boolean;
            expose_nationality?: boolean;
            expose_nationalities?: boolean;
            expose_eduperson_assurance?: boolean;
            expose_identity_source?: boolean;
            expose_civil_number?: boolean;
            expose_birth_date?: boolean;
            expose_active_isds?: boolean;
            expose_uid_number?: boolean;
            expose_primary_gid?: boolean;
            offering?: components["schemas"]["Uuid"];
        };
        ProjectServiceAccount: {
            url: string;
            uuid: components["schemas"]["Uuid"];
            created?: components["schemas"]["Timestamp"];
            modified?: components["schemas"]["Timestamp"];
            error_message?: string;
            /** @description `Closed`, `Erred` or `OK`. */
            state: string;
            token?: string | null;
            expires_at?: string | null;
            project?: components["schemas"]["Uuid"] | null;
            project_uuid?: components["schemas"]["Uuid"];
            project_name?: string;
            customer_uuid?: components["schemas"]["Uuid"];
            customer_name?: string;
            customer_abbreviation?: string;
            username?: string;
            description?: string;
            error_traceback?: string;
            email?: string;
            preferred_identifier?: string;
        };
        CustomerServiceAccount: {
            url: string;
            uuid: components["schemas"]["Uuid"];
            created?: components["schemas"]["Timestamp"];
            modified?: components["schemas"]["Timestamp"];
            error_message?: string;
            /** @description `Closed`, `Erred` or `OK`. */
            state: string;
            token?: string | null;
            expires_at?: string | null;
            customer?: components["schemas"]["Uuid"] | null;
            customer_uuid?: components["schemas"]["Uuid"];
            customer_name?: string;
            username?: string;
            description?: string;
            error_traceback?: string;
            email?: string;
            preferred_identifier?: string;
        };
        CourseAccount: {
            url: string;
            uuid: components["schemas"]["Uuid"];
            created?: components["schemas"]["Timestamp"];
            modified?: components["schemas"]["Timestamp"];
            project?: components["schemas"]["Uuid"];
            project_uuid?: components["schemas"]["Uuid"];
            project_name?: string;
            project_slug?: string;
            project_start_date?: components["schemas"]["Date"] | null;
            project_end_date?: components["schemas"]["Date"] | null;
            user_uuid?: components["schemas"]["Uuid"] | null;
            username?: string | null;
            customer_uuid?: components["schemas"]["Uuid"];
            customer_name?: string;
            /** @description `Closed`, `Erred`, `OK` or `Pending`. */
            state: string;
            error_message?: string;
            error_traceback?: string;
            email?: string;
            description?: string;
        };
        CheckUniqueBackendIDRequest: {
            backend_id: string;
            check_all_offerings?: boolean;
            use_offering_rules?: boolean;
        };
        CheckUniqueBackendIDAnswer: {
            is_unique?: boolean;
            is_valid_format?: boolean | null;
            errors?: string[];
        };
        OfferingBackendIdRulesUpdateRequest: {
            backend_id_rules?: {
                [key: string]: unknown;
            };
        };
        OfferingComponentRequest: {
            /** @enum {string} */
            billing_type: "few" | "fixed" | "limit" | "one" | "usage";
            type: string;
            name: string;
            description?: string;
            measured_unit?: string;
            unit_factor?: number;
            limit_period?: ("annual" | "month" | "quarterly" | "total") | null;
            limit_amount?: number | null;
            limit_decimal_places?: number;
            article_code?: string;
            max_value?: number | null;
            min_value?: number | null;
            max_available_limit?: number | null;
            is_boolean?: boolean;
            default_limit?: number | null;
            is_prepaid?: boolean;
            overage_component?: components["schemas"]["Uuid"] | null;
            min_prepaid_duration?: number | null;
            max_prepaid_duration?: number | null;
            prepaid_duration_step?: number | null;
            min_renewal_duration?: number | null;
            max_renewal_duration?: number | null;
            renewal_duration_step?: number | null;
        };
        UpdateOfferingComponentRequest: {
            uuid: components["schemas"]["Uuid"];
            /** @enum {string} */
            billing_type: "few" | "fixed" | "limit" | "one" | "usage";
            type: string;
            name: string;
            description?: string;
            measured_unit?: string;
            unit_factor?: number;
            limit_period?: ("annual" | "month" | "quarterly" | "total") | null;
            limit_amount?: number | null;
            limit_decimal_places?: number;
            article_code?: string;
            max_value?: number | null;
            min_value?: number | null;
            max_available_limit?: number | null;
            is_boolean?: boolean;
            default_limit?: number | null;
            is_prepaid?: boolean;
            overage_component?: components["schemas"]["Uuid"] | null;
            min_prepaid_duration?: number | null;
            max_prepaid_duration?: number | null;
            prepaid_duration_step?: number | null;
            min_renewal_duration?: number | null;
            max_renewal_duration?: number | null;
            renewal_duration_step?: number | null;
        };
        RemoveOfferingComponentRequest: {
            uuid: components["schemas"]["Uuid"];
        };
        OfferingPauseRequest: {
            paused_reason?: string;
        };
        DetailState: {
            detail?: string;
            state: string;
        };
        OfferingBackendMetadataRequest: {
            backend_metadata?: {
                [key: string]: unknown;
            };
        };
        UserUsageLimit: {
            url: string;
            uuid: components["schemas"]["Uuid"];
            resource?: string;
            component?: components["schemas"]["Uuid"];
            component_type?: string;
            user?: string;
            limit?: string;
        };
        ComponentUserUsageLimitRequest: {
            resource: string;
            component: components["schemas"]["Uuid"];
            user: string;
            limit?: string;
        };
        ComponentUserUsageLimitUpdateRequest: {
            resource?: string;
            component?: components["schemas"]["Uuid"];
            user?: string;
            limit?: string;
        };
        ProviderPlan: {
            url: string;
            uuid: components["schemas"]["Uuid"];
            name: string;
            is_active?: boolean;
            init_price?: number;
            switch_price?: number;
            organization_groups?: {
                [key: string]: unknown;
            }[];
            components?: {
                [key: string]: unknown;
            }[];
            offering?: string;
            prices?: {
                [key: string]: unknown;
            };
            future_prices?: {
                [key: string]: unknown;
            };
            quotas?: {
                [key: string]: unknown;
            };
            resources_count?: number;
            plan_type?: string;
            /** @description Text since 8.0. */
            minimal_price?: number | string;
            description?: string;
            article_code?: string;
            max_amount?: number | null;
            archived?: boolean;
            /** @description `inherit`, `limit` or `usage`. */
            billing_mode?: string;
            unit_price?: string;
            /** @description `day`, `half_month`, `hour`, `month`, `quantity` or `quarter`. */
            unit?: string;
            backend_id?: string;
        };
        EventConsumer: {
            uuid: components["schemas"]["Uuid"];
            object_types?: string[];
            scopes?: {
                [key: string]: unknown;
            }[];
            is_global?: boolean;
            rmq_username?: string;
            queue_created?: boolean;
            user_uuid?: components["schemas"]["Uuid"];
            user_username?: string;
            user_full_name?: string;
            user_is_staff?: boolean;
            /** @description `oidc`, `pat`, `session`, `token`, `unknown` or empty. */
            auth_kind?: string;
            auth_token_prefix?: string;
            auth_token_name?: string;
            /** @description `customer_owner`, `identity_manager`, `offering_manager`, `scope_role`, `self`, `staff`, `support` or empty. */
            authorized_via?: string;
            delivery_blocked_reason?: string | null;
            created?: components["schemas"]["Timestamp"];
            modified?: components["schemas"]["Timestamp"];
        };
        EventConsumerRegistrationRequest: {
            object_types?: ("call" | "course_account" | "importable_resources" | "offering_resources_sync" | "offering_user" | "order" | "proposal" | "resource" | "resource_api_key_rotation" | "resource_end_date_change_request" | "resource_periodic_limits" | "service_account" | "service_provider_account" | "service_provider_project_group" | "user_lifecycle" | "user_profile" | "user_role" | "user_ssh_key")[];
            scopes?: {
                type: string;
                uuid: components["schemas"]["Uuid"];
            }[];
        };
        EventConsumerRegistrationAnswer: {
            rmq_username?: string;
            queue_name?: string;
            vhost?: string;
            observable_object_types?: string[];
        };
        AgentIdentity: {
            uuid: components["schemas"]["Uuid"];
            url: string;
            offering?: components["schemas"]["Uuid"];
            created_by?: components["schemas"]["Uuid"] | null;
            name: string;
            created?: components["schemas"]["Timestamp"];
            modified?: components["schemas"]["Timestamp"];
            services?: {
                [key: string]: unknown;
            }[];
            compatibility?: {
                [key: string]: unknown;
            };
            version: string | null;
            dependencies?: {
                [key: string]: unknown;
            }[];
            config_file_path?: string | null;
            config_file_content?: string | null;
            last_restarted?: components["schemas"]["Timestamp"];
        };
        AgentIdentityRequest: {
            offering: components["schemas"]["Uuid"];
            name: string;
            version?: string | null;
            dependencies?: {
                package: string;
                version: string;
            }[];
            config_file_path?: string | null;
            config_file_content?: string | null;
            /** Format: date-time */
            last_restarted?: string;
        };
        AgentQueueRegistrationRequest: {
            object_types?: ("call" | "course_account" | "importable_resources" | "offering_resources_sync" | "offering_user" | "order" | "proposal" | "resource" | "resource_api_key_rotation" | "resource_end_date_change_request" | "resource_periodic_limits" | "service_account" | "service_provider_account" | "service_provider_project_group" | "user_lifecycle" | "user_profile" | "user_role" | "user_ssh_key")[];
        };
        AgentServiceCreateRequest: {
            name: string;
            mode?: string | null;
        };
        AgentService: {
            uuid: components["schemas"]["Uuid"];
            url: string;
            identity?: components["schemas"]["Uuid"];
            identity_name?: string;
            name: string;
            /** @description `Active`, `Error` or `Idle`. */
            state: string;
            created?: components["schemas"]["Timestamp"];
            modified?: components["schemas"]["Timestamp"];
            processors?: {
                [key: string]: unknown;
            }[];
            mode?: string | null;
            statistics?: {
                [key: string]: unknown;
            };
        };
        AgentProcessorCreateRequest: {
            name: string;
            backend_type: string;
            backend_version?: string | null;
        };
        AgentProcessor: {
            uuid: components["schemas"]["Uuid"];
            url: string;
            service?: components["schemas"]["Uuid"];
            service_name?: string;
            name: string;
            backend_type?: string;
            created?: components["schemas"]["Timestamp"];
            modified?: components["schemas"]["Timestamp"];
            last_run?: components["schemas"]["Timestamp"] | null;
            backend_version?: string | null;
        };
        AgentServiceStatisticsRequest: {
            statistics: {
                [key: string]: unknown;
            };
        };
        SiteAgentLogsCreateRequest: {
            agent_identity_uuid: components["schemas"]["Uuid"];
            timestamp: number;
            /** @enum {string} */
            level: "CRITICAL" | "DEBUG" | "ERROR" | "INFO" | "WARNING";
            message: string;
            module: string;
        }[];
        SiteAgentLog: {
            uuid: components["schemas"]["Uuid"];
            offering?: string;
            offering_uuid?: components["schemas"]["Uuid"];
            agent_identity_uuid?: components["schemas"]["Uuid"];
            timestamp?: number;
            /** @description `CRITICAL`, `DEBUG`, `ERROR`, `INFO` or `WARNING`. */
            level?: string;
            message?: string;
            module?: string;
            created?: components["schemas"]["Timestamp"];
        };
        PosixIdPool: {
            url: string;
            uuid: components["schemas"]["Uuid"];
            created?: components["schemas"]["Timestamp"];
            description?: string;
            service_provider?: components["schemas"]["Uuid"] | null;
            offering?: components["schemas"]["Uuid"] | null;
            min_uid?: number | null;
            max_uid?: number | null;
            next_uid?: number | null;
            min_gid?: number | null;
            max_gid?: number | null;
            next_gid?: number | null;
            min_group_gid?: number | null;
            max_group_gid?: number | null;
            next_group_gid?: number | null;
            customer_uuid?: components["schemas"]["Uuid"];
            customer_name?: string;
            scope?: string;
            uid_used?: number;
            gid_used?: number;
            group_gid_used?: number;
            uid_utilization?: number | null;
            gid_utilization?: number | null;
            group_gid_utilization?: number | null;
        };
        PosixIdPoolRequest: {
            description?: string;
            service_provider?: components["schemas"]["Uuid"] | null;
            offering?: components["schemas"]["Uuid"] | null;
            min_uid?: number | null;
            max_uid?: number | null;
            min_gid?: number | null;
            max_gid?: number | null;
            min_group_gid?: number | null;
            max_group_gid?: number | null;
        };
        PosixIdPoolUpdateRequest: {
            description?: string;
            min_uid?: number | null;
            max_uid?: number | null;
            min_gid?: number | null;
            max_gid?: number | null;
            min_group_gid?: number | null;
            max_group_gid?: number | null;
        };
        PosixIdPoolStats: {
            uid?: {
                [key: string]: unknown;
            } | null;
            gid?: {
                [key: string]: unknown;
            } | null;
            group_gid?: {
                [key: string]: unknown;
            } | null;
            utilization_threshold?: number;
        };
        ProviderAccount: {
            url: string;
            uuid: components["schemas"]["Uuid"];
            created?: components["schemas"]["Timestamp"];
            modified?: components["schemas"]["Timestamp"];
            service_provider?: string;
            service_provider_uuid?: components["schemas"]["Uuid"];
            service_provider_name?: string;
            user?: string;
            user_uuid?: components["schemas"]["Uuid"];
            user_username?: string | null;
            user_full_name?: string | null;
            user_email?: string | null;
            username?: string | null;
            /** @description `Creating`, `Deleted`, `Deleting`, `Error creating`, `Error deleting`, `OK`, `Pending account linking`, `Pending additional validation`, `Requested` or `Requested deletion`. */
            state: string;
            /** @description `Active`, `Pending account linking` or `Pending additional validation`. */
            runtime_state?: string;
            is_restricted?: boolean;
            service_provider_comment?: string;
            service_provider_comment_url?: string;
            uidnumber?: number | null;
            primarygroup?: number | null;
            login_shell?: string | null;
            home_directory?: string | null;
            offering_count?: number;
        };
        ServiceProviderAccountUpdateRequest: {
            username?: string | null;
            /** @enum {string} */
            runtime_state?: "Active" | "Pending account linking" | "Pending additional validation";
            service_provider_comment?: string;
            service_provider_comment_url?: string;
        };
        ProjectGroup: {
            url: string;
            uuid: components["schemas"]["Uuid"];
            name: string;
            gid?: number | null;
            in_use?: boolean;
            service_provider_uuid?: components["schemas"]["Uuid"];
            service_provider_name?: string;
            project_uuid?: components["schemas"]["Uuid"] | null;
            project_name?: string | null;
            project_slug?: string | null;
            customer_uuid?: components["schemas"]["Uuid"] | null;
            customer_name?: string | null;
            customer_slug?: string | null;
            offerings?: {
                [key: string]: unknown;
            }[];
            members?: string[];
            created?: components["schemas"]["Timestamp"];
            modified?: components["schemas"]["Timestamp"];
        };
        ServiceProviderProjectGroupCreateRequest: {
            project: string;
            gid: number;
            service_provider: components["schemas"]["Uuid"];
            name?: string;
            allow_outside_range?: boolean;
        };
        ServiceProviderProjectGroupImportRequest: {
            service_provider: components["schemas"]["Uuid"];
            groups: {
                project: string;
                gid: number;
                name?: string;
            }[];
            allow_outside_range?: boolean;
        };
        ProjectGroupGidRequest: {
            gid: number;
            allow_outside_range?: boolean;
        };
        ApiKey: {
            uuid: components["schemas"]["Uuid"];
            resource_uuid?: components["schemas"]["Uuid"];
            resource_backend_id?: string;
            /** @description `create`, `delete`, `pause`, `resume`, `rotate`, `update` or empty. */
            pending_action?: string;
            modified?: components["schemas"]["Timestamp"];
            user_uuid?: components["schemas"]["Uuid"] | null;
            user_full_name?: string | null;
            limits?: {
                [key: string]: unknown;
            } | null;
            allowed_models?: string[] | null;
            current_usages?: {
                [key: string]: unknown;
            } | null;
            usage_period?: components["schemas"]["Date"] | null;
            paused_by_limit?: boolean | null;
            client_id?: string;
            /** @description `Creating`, `Deleted`, `Deleting`, `Erred`, `OK`, `Paused` or `Updating`. */
            state: string;
            issued_at?: components["schemas"]["Timestamp"] | null;
            error_message?: string;
        };
        ResourceApiKeyReportCreatedRequest: {
            resource: components["schemas"]["Uuid"];
            client_id: string;
            api_key: string;
        };
        ResourceApiKeySetKeyRequest: {
            api_key: string;
            client_id?: string;
        };
        ResourceApiKeySetErredRequest: {
            error_message: string;
        };
        ResourceApiKeyUsageRequest: {
            usages: {
                [key: string]: unknown;
            };
            /** Format: date */
            billing_period?: string;
        };
        ResourceProject: {
            uuid: components["schemas"]["Uuid"];
            resource?: components["schemas"]["Uuid"];
            name: string;
            backend_id?: string;
            state: string;
            error_message?: string;
            current_usages?: {
                [key: string]: unknown;
            };
            resource_uuid?: components["schemas"]["Uuid"];
            resource_name?: string;
            created?: components["schemas"]["Timestamp"];
            modified?: components["schemas"]["Timestamp"];
            is_removed?: boolean;
            removed_date?: components["schemas"]["Timestamp"] | null;
            removed_by?: number | null;
            removed_by_username?: string | null;
            created_by_username?: string | null;
            termination_metadata?: {
                [key: string]: unknown;
            } | null;
            description?: string;
            limits?: {
                [key: string]: unknown;
            };
        };
        ResourceProjectBackendIdRequest: {
            backend_id: string;
        };
        ResourceProjectErrorMessageRequest: {
            error_message?: string;
        };
        RobotAccount: {
            url: string;
            uuid: components["schemas"]["Uuid"];
            created?: components["schemas"]["Timestamp"];
            modified?: components["schemas"]["Timestamp"];
            username?: string;
            description?: string;
            error_message?: string;
            error_traceback?: string;
            /** @description `Creating`, `Deleted`, `Error`, `OK`, `Requested` or `Requested deletion`. */
            state: string;
            resource?: string;
            type?: string;
            users?: {
                [key: string]: unknown;
            }[];
            keys?: string[];
            backend_id?: string;
            fingerprints?: {
                [key: string]: unknown;
            }[];
            responsible_user?: {
                [key: string]: unknown;
            } | null;
            user_keys?: {
                [key: string]: unknown;
            }[];
            resource_name?: string;
            resource_uuid?: components["schemas"]["Uuid"];
            resource_backend_id?: string;
            project_name?: string;
            project_uuid?: components["schemas"]["Uuid"];
            customer_uuid?: components["schemas"]["Uuid"];
            customer_name?: string;
            provider_uuid?: components["schemas"]["Uuid"];
            provider_name?: string;
            offering_plugin_options?: {
                [key: string]: unknown;
            };
        };
        RobotAccountRequest: {
            resource: string;
            type: string;
            username?: string;
            description?: string;
            users?: string[];
            keys?: string[];
            responsible_user?: string | null;
        };
        RobotAccountUpdateRequest: {
            username?: string;
            description?: string;
            resource?: string;
            type?: string;
            users?: string[];
            keys?: string[];
            responsible_user?: string | null;
        };
        RobotAccountErrorRequest: {
            error_message?: string;
        };
        RequestForBackendResources: {
            url: string;
            uuid: components["schemas"]["Uuid"];
            created?: components["schemas"]["Timestamp"];
            modified?: components["schemas"]["Timestamp"];
            started?: components["schemas"]["Timestamp"] | null;
            finished?: components["schemas"]["Timestamp"] | null;
            /** @description `Done`, `Erred`, `Processing` or `Sent`. */
            state: string;
            offering?: components["schemas"]["Uuid"];
            offering_name?: string;
            offering_url?: string;
            error_message?: string;
            error_traceback?: string;
        };
        BackendResourceRequestSetErredRequest: {
            error_message?: string;
            error_traceback?: string;
        };
        BackendResource: {
            url: string;
            uuid: components["schemas"]["Uuid"];
            name: string;
            created?: components["schemas"]["Timestamp"];
            modified?: components["schemas"]["Timestamp"];
            project?: components["schemas"]["Uuid"];
            project_name?: string;
            project_url?: string;
            offering?: components["schemas"]["Uuid"];
            offering_name?: string;
            offering_url?: string;
            backend_id?: string;
            backend_metadata?: {
                [key: string]: unknown;
            };
        };
        BackendResourceRequest: {
            name: string;
            project: components["schemas"]["Uuid"];
            offering: components["schemas"]["Uuid"];
            backend_id?: string;
            backend_metadata?: {
                [key: string]: unknown;
            };
        };
        BackendResourceImportRequest: {
            plan?: components["schemas"]["Uuid"];
        };
        MaintenanceAnnouncement: {
            url: string;
            uuid: components["schemas"]["Uuid"];
            name: string;
            /** @description `Cancelled`, `Completed`, `Draft`, `In progress` or `Scheduled`. */
            state: string;
            scheduled_start?: components["schemas"]["Timestamp"];
            scheduled_end?: components["schemas"]["Timestamp"];
            actual_start?: components["schemas"]["Timestamp"] | null;
            actual_end?: components["schemas"]["Timestamp"] | null;
            overrun_minutes?: number | null;
            start_delta_minutes?: number | null;
            /** @description `early`, `late_start`, `on_time`, `overrun` or `pending`. */
            timing_bucket?: string;
            service_provider?: string;
            created_by?: string | null;
            affected_offerings?: {
                [key: string]: unknown;
            }[];
            service_provider_name?: string;
            backend_id?: string;
            message?: string;
            internal_notes?: string;
            maintenance_type?: number;
            external_reference_url?: string;
        };
        MaintenanceAnnouncementRequest: {
            name: string;
            /** Format: date-time */
            scheduled_start: string;
            /** Format: date-time */
            scheduled_end: string;
            service_provider: string;
            message?: string;
            internal_notes?: string;
            /** @enum {integer} */
            maintenance_type?: 1 | 2 | 3 | 4 | 5;
            external_reference_url?: string;
        };
        MaintenanceAnnouncementUpdateRequest: {
            name?: string;
            message?: string;
            internal_notes?: string;
            /** @enum {integer} */
            maintenance_type?: 1 | 2 | 3 | 4 | 5;
            external_reference_url?: string;
            /** Format: date-time */
            scheduled_start?: string;
            /** Format: date-time */
            scheduled_end?: string;
            service_provider?: string;
        };
        MaintenanceActionAnswer: {
            detail?: string;
        };
        AffectedOffering: {
            url: string;
            uuid: components["schemas"]["Uuid"];
            maintenance?: string;
            offering?: string;
            /** @description `Degraded performance`, `Full outage`, `No impact` or `Partial outage`. */
            impact_level_display?: string;
            offering_name?: string;
            impact_level?: number;
            impact_description?: string;
        };
        MaintenanceAnnouncementOfferingRequest: {
            maintenance: string;
            offering: string;
            /** @enum {integer} */
            impact_level?: 1 | 2 | 3 | 4;
            impact_description?: string;
        };
        SlurmPeriodicPolicy: {
            uuid: components["schemas"]["Uuid"];
            url: string;
            scope?: string;
            scope_name?: string;
            scope_uuid?: components["schemas"]["Uuid"];
            actions?: string;
            created?: components["schemas"]["Timestamp"];
            created_by_full_name?: string;
            created_by_username?: string;
            has_fired?: boolean;
            fired_datetime?: components["schemas"]["Timestamp"];
            affected_resources_count?: number;
            component_limits_set?: {
                [key: string]: unknown;
            }[];
            period_name?: string;
            warnings?: string[];
            options?: {
                [key: string]: unknown;
            };
            organization_groups?: string[];
            apply_to_all?: boolean;
            period?: number;
            /** @description `GrpTRES`, `GrpTRESMins` or `MaxTRESMins`. */
            limit_type?: string;
            tres_billing_enabled?: boolean;
            tres_billing_weights?: {
                [key: string]: unknown;
            };
            carryover_factor?: number;
            grace_ratio?: number;
            carryover_enabled?: boolean;
            raw_usage_reset?: boolean;
            /** @description `progressive` or `threshold`. */
            qos_strategy?: string;
        };
        SlurmCommandResultRequest: {
            resource_uuid: components["schemas"]["Uuid"];
            success: boolean;
            error_message?: string;
            /** @enum {string} */
            mode?: "emulator" | "production";
            commands_executed?: string[];
        };
        PersonalAccessTokenCreateRequest: {
            name: string;
            scopes: string[];
            /** Format: date-time */
            expires_at: string;
            allowed_scopes?: {
                type: string;
                uuid: components["schemas"]["Uuid"];
            }[];
            allowed_networks?: string[];
        };
        CreatedAccessToken: {
            uuid: components["schemas"]["Uuid"];
            name: string;
            token?: string;
            scopes?: string[];
            allowed_scopes?: {
                [key: string]: unknown;
            }[];
            allowed_networks?: string[];
            expires_at?: components["schemas"]["Timestamp"];
            created?: components["schemas"]["Timestamp"];
        };
        PersonalAccessTokenNetworkAclRequest: {
            allowed_networks: string[];
        };
        PersonalAccessToken: {
            uuid: components["schemas"]["Uuid"];
            name: string;
            token_prefix?: string;
            scopes?: string[];
            allowed_scopes?: {
                [key: string]: unknown;
            }[];
            allowed_networks?: string[];
            expires_at?: components["schemas"]["Timestamp"];
            is_active?: boolean;
            last_used_at?: components["schemas"]["Timestamp"];
            last_used_ip?: string;
            use_count?: number;
            created?: components["schemas"]["Timestamp"];
        };
        TokenScope: {
            permission?: string;
            description?: string;
        };
        ServerVersion: {
            version: string;
            latest_version?: string;
            changelog_summary?: {
                [key: string]: unknown;
            };
        };
        MemberSyncStatusReport: {
            stored: number;
            skipped: string[];
        };
        /** @description The answer to a creation or a change, where `users` are URLs. */
        WrittenRobotAccount: {
            url: components["schemas"]["Url"];
            uuid: components["schemas"]["Uuid"];
            created?: components["schemas"]["Timestamp"];
            modified?: components["schemas"]["Timestamp"];
            username?: string;
            description?: string;
            error_message?: string;
            error_traceback?: string;
            state: string;
            resource?: components["schemas"]["Url"];
            type?: string;
            users?: components["schemas"]["Url"][];
            keys?: string[];
            backend_id?: string;
            fingerprints?: {
                [key: string]: unknown;
            }[];
            responsible_user?: components["schemas"]["Url"] | null;
        };
    };
    responses: {
        /** @description The number of rows, in the header. */
        Count: {
            headers: {
                "X-Result-Count": components["headers"]["ResultCount"];
                Link: components["headers"]["Link"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Done. */
        StatusMessage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StatusMessage"];
            };
        };
        /** @description When the role ends. */
        UserRoleExpirationTime: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UserRoleExpirationTime"];
            };
        };
        /** @description Done. */
        Detail: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Detail"];
            };
        };
        /** @description The allocation. */
        Resource: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Resource"];
            };
        };
        /** @description The user attributes that the offering exposes. */
        OfferingUserAttributeConfig: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OfferingUserAttributeConfig"];
            };
        };
        /** @description The state the offering is in now. */
        DetailState: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DetailState"];
            };
        };
        /** @description The limit. */
        UserUsageLimit: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UserUsageLimit"];
            };
        };
        /** @description The agent. */
        AgentIdentity: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AgentIdentity"];
            };
        };
        /** @description The service. */
        AgentService: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AgentService"];
            };
        };
        /** @description The pool. */
        PosixIdPool: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PosixIdPool"];
            };
        };
        /** @description The user name. */
        ProviderAccount: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ProviderAccount"];
            };
        };
        /** @description The group. */
        ProjectGroup: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ProjectGroup"];
            };
        };
        /** @description The API key. */
        ApiKey: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiKey"];
            };
        };
        /** @description The robot account. */
        WrittenRobotAccount: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["WrittenRobotAccount"];
            };
        };
        /** @description The robot account. */
        RobotAccount: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RobotAccount"];
            };
        };
        /** @description The importable resource. */
        BackendResource: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BackendResource"];
            };
        };
        /** @description The announcement. */
        MaintenanceAnnouncement: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MaintenanceAnnouncement"];
            };
        };
        /** @description Done. */
        MaintenanceActionAnswer: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MaintenanceActionAnswer"];
            };
        };
        /** @description The token. */
        CreatedAccessToken: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CreatedAccessToken"];
            };
        };
        /** @description A filter has an invalid value. Unknown filters are ignored silently. */
        BadFilter: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BadRequestBody"];
            };
        };
        /** @description The body is invalid. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BadRequestBody"];
            };
        };
        /** @description The transition is not possible, or the body is invalid. */
        InvalidSetState: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BadRequestBody"];
            };
        };
        /** @description The body is invalid. */
        InvalidBackendId: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BadRequestBody"];
            };
        };
        /** @description The body is invalid. */
        InvalidReport: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BadRequestBody"];
            };
        };
        /**
         * @description The server refuses the report. Up to 2024-10 it checks limits while it stores, so the components before the refused
         *     one are stored.
         */
        InvalidUsage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BadRequestBody"];
            };
        };
        /** @description The body is invalid. */
        InvalidUserUsage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BadRequestBody"];
            };
        };
        /** @description The offering user cannot be created. A 2021 server also answers so when the permission is missing, instead of 403. */
        InvalidOfferingUser: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BadRequestBody"];
            };
        };
        /** @description The body is invalid. */
        InvalidOfferingUserUpdate: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BadRequestBody"];
            };
        };
        /** @description The body is invalid, or there is no such user. */
        InvalidOfferingsUsername: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BadRequestBody"];
            };
        };
        /** @description The body is invalid. */
        InvalidOrderErred: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BadRequestBody"];
            };
        };
        /** @description The body is invalid. */
        InvalidBody: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BadRequestBody"];
            };
        };
        /** @description The organization is blocked, or the project has expired. */
        OrderRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BadRequestBody"];
            };
        };
        /** @description The allocation has an open order. */
        PendingOrder: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BadRequestBody"];
            };
        };
        /** @description The token is missing, wrong or expired. Do not retry. */
        Unauthorized: {
            headers: {
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Detail"];
            };
        };
        /** @description You can see the object, but may not do this. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Detail"];
            };
        };
        /** @description As JSON: missing, or not visible to you. As HTML: this server has no such address. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Detail"];
                "text/html": components["schemas"]["Html"];
            };
        };
        /**
         * @description As JSON: there is no such page, perhaps because rows went away while you read. As HTML: this server has no such
         *     address.
         */
        NoSuchPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Detail"];
                "text/html": components["schemas"]["Html"];
            };
        };
        /** @description The address does not have this method. */
        MethodNotAllowed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Detail"];
            };
        };
        /** @description Orders on offerings of this type have no such action. */
        UnsupportedOffering: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Detail"];
            };
        };
        /** @description The server sends JSON only. */
        NotAcceptable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Detail"];
            };
        };
        /** @description Not possible in this state, or somebody else was faster. Read again, then decide. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Detail"];
            };
        };
        /** @description Not possible in the order's state, perhaps because somebody else was faster. Read the order again, then decide. */
        OrderConflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Detail"];
            };
        };
        /** @description Not possible in the allocation's state. */
        ResourceConflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Detail"];
            };
        };
        /** @description The body is not declared as JSON. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Detail"];
            };
        };
        /** @description Pause all calls for a while. It mostly comes from a proxy in front of the server. */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "x-rate-limit-limit": components["headers"]["RateLimitLimit"];
                "x-rate-limit-remaining": components["headers"]["RateLimitRemaining"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Detail"];
                "text/html": components["schemas"]["Html"];
            };
        };
        /**
         * @description Not JSON. 500 comes from the server, and mostly again on a retry; 502, 503 and 504 come from a proxy. A write may
         *     have been applied.
         */
        ServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/html": components["schemas"]["Html"];
                "text/plain": string;
            };
        };
    };
    parameters: {
        /** @description 32 lowercase hexadecimal digits, without dashes. */
        UuidInPath: components["schemas"]["Uuid"];
        /** @description From 1. A page past the end is a 404. */
        Page: number;
        /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
        PageSize: number;
        /** @description The columns to send. Repeat the key for several. */
        Resource2021Fields: components["schemas"]["Resource2021Field"][];
        /** @description The columns to send. Repeat the key for several. */
        ResourceFields: components["schemas"]["ResourceField"][];
        /** @description The columns to send. Repeat the key for several. */
        Offering2021Fields: components["schemas"]["Offering2021Field"][];
        /** @description The columns to send. Repeat the key for several. */
        OfferingFields: components["schemas"]["OfferingField"][];
        /** @description The columns to send. Repeat the key for several. */
        OrderFields: components["schemas"]["OrderField"][];
        /** @description The columns to send. Repeat the key for several. A 2021 server ignores it. */
        ComponentUsageFields: components["schemas"]["ComponentUsageField"][];
        /** @description The columns to send. Repeat the key for several. Since 8.0. */
        ComponentUserUsageFields: components["schemas"]["ComponentUserUsageField"][];
        /** @description The columns to send. Repeat the key for several. A 2021 server ignores it. */
        OfferingUserFields: components["schemas"]["OfferingUserField"][];
        /** @description The columns to send. Repeat the key for several. Since 8.0. */
        ServiceProviderFields: components["schemas"]["ServiceProviderField"][];
        /** @description The columns to send. Repeat the key for several. Since 8.0. */
        ServiceProviderUserFields: components["schemas"]["ServiceProviderUserField"][];
        /** @description The columns to send. Repeat the key for several. Since 8.0. */
        SshKeyFields: components["schemas"]["SshKeyField"][];
        /** @description The columns to send. Repeat the key for several. Since 8.0. */
        ProjectFields: components["schemas"]["ProjectField"][];
        /** @description The columns to send. Repeat the key for several. Since 8.0. */
        ProjectPermissionFields: components["schemas"]["ProjectPermissionField"][];
        /** @description The columns to send. Repeat the key for several. A 2021 server ignores it. */
        UserFields: components["schemas"]["UserField"][];
        /** @description Without it pages may repeat rows and miss others. */
        OrderResources2021By: "created" | "-created" | "name" | "-name";
        /** @description 2024-10 knows only `created` and `name`. */
        OrderResourcesBy: "created" | "-created" | "name" | "-name" | "end_date" | "-end_date" | "project_name" | "-project_name" | "state" | "-state";
        /** @description A minus in front reverses the order. */
        OrderOfferingsBy: "created" | "-created" | "name" | "-name" | "state" | "-state" | "type" | "-type" | "total_customers" | "-total_customers" | "total_cost" | "-total_cost" | "total_cost_estimated" | "-total_cost_estimated";
        /** @description A minus in front reverses the order. */
        OrderOfferings2021By: "created" | "-created" | "name" | "-name" | "type" | "-type" | "total_customers" | "-total_customers" | "total_cost" | "-total_cost" | "total_cost_estimated" | "-total_cost_estimated";
        /** @description A minus in front reverses the order. */
        OrderOrdersBy: "created" | "-created" | "cost" | "-cost" | "state" | "-state" | "consumer_reviewed_at" | "-consumer_reviewed_at";
        /** @description Without it the newest come first. Since 8.0. */
        OrderUsagesBy: "billing_period" | "-billing_period" | "usage" | "-usage";
        /** @description Since 8.0. */
        OrderUserUsagesBy: "username" | "-username" | "usage" | "-usage" | "component_usage__billing_period" | "-component_usage__billing_period";
        /** @description A 2021 server knows only `created`. */
        OrderOfferingUsersBy: "created" | "-created" | "modified" | "-modified" | "username" | "-username";
        /** @description A minus in front reverses the order. */
        OrderServiceProvidersBy: "customer_name" | "-customer_name";
        /** @description A minus in front reverses the order. */
        OrderUsersBy: "full_name" | "-full_name" | "username" | "-username" | "email" | "-email" | "organization" | "-organization" | "job_title" | "-job_title" | "native_name" | "-native_name" | "phone_number" | "-phone_number" | "registration_method" | "-registration_method" | "description" | "-description" | "is_active" | "-is_active" | "is_staff" | "-is_staff" | "is_support" | "-is_support";
        /** @description A minus in front reverses the order. */
        OrderKeysBy: "name" | "-name";
        /** @description A minus in front reverses the order. */
        OrderProjectsBy: "created" | "-created" | "name" | "-name" | "customer_name" | "-customer_name" | "customer_native_name" | "-customer_native_name" | "customer_abbreviation" | "-customer_abbreviation" | "start_date" | "-start_date" | "end_date" | "-end_date" | "estimated_cost" | "-estimated_cost";
        /** @description A minus in front reverses the order. */
        OrderPermissionsBy: "created" | "-created" | "email" | "-email" | "expiration_time" | "-expiration_time" | "full_name" | "-full_name" | "native_name" | "-native_name" | "role" | "-role" | "username" | "-username";
        /** @description Repeat the key for several. */
        ResourceStates: components["schemas"]["ResourceState"][];
        /** @description Repeat the key for several. */
        OrderStates: components["schemas"]["OrderState"][];
        /** @description Repeat the key for several. */
        OrderTypes: components["schemas"]["OrderType"][];
        /** @description Allocations with an order in one of these states. Since 8.0. */
        OrderStatesOfResource: components["schemas"]["OrderState"][];
        /** @description Repeat the key for several. */
        OfferingStates: components["schemas"]["OfferingState"][];
        /** @description Repeat the key for several. Since 8.0. */
        OfferingUserStates: components["schemas"]["OfferingUserState"][];
        /** @description Repeat the key for several. */
        OfferingTypes: string[];
        /** @description Repeat the key for several. */
        OfferingTypesOfOrder: string[];
        /** @description The uuid of the provider's organization. With that of the service provider, the list is empty. */
        ProviderUuid: components["schemas"]["Uuid"];
        /** @description An organization. */
        CustomerUuid: components["schemas"]["Uuid"];
        /** @description The URL of an organization. */
        Customer: string;
        /** @description Part of a name or abbreviation of the organization. */
        CustomerKeyword: string;
        ProjectUuid: components["schemas"]["Uuid"];
        ProjectName: string;
        ServiceManagerUuid: components["schemas"]["Uuid"];
        CategoryUuid: components["schemas"]["Uuid"];
        UserUuid: components["schemas"]["Uuid"];
        /** @description The federated id. */
        UserUsername: string;
        OfferingUuid: components["schemas"]["Uuid"];
        OfferingUuids: components["schemas"]["UuidList"];
        /** @description The URL of an offering. */
        Offering: string;
        /** @description Separate several by commas. Since 8.0. */
        OfferingSlugs: string;
        /** @description Marketplace.Slurm, Marketplace.Basic, … */
        OfferingType: string;
        /** @description A 2021 server refuses every value. */
        OfferingBillable: boolean;
        /** @description Since 8.0. */
        OfferingShared: boolean;
        /** @description Since 8.0. */
        ParentOfferingUuid: components["schemas"]["Uuid"];
        /** @description Since 8.0. */
        PlanUuid: components["schemas"]["Uuid"];
        ResourceUuid: components["schemas"]["Uuid"];
        /** @description The URL of a resource. */
        Resource: string;
        /** @description Since 8.0. */
        ResourceName: string;
        /** @description The provider's own id. */
        BackendId: string;
        RuntimeState: string;
        /** @description The URL of the backend object. */
        Scope: string;
        Downscaled: boolean;
        Paused: boolean;
        RestrictMemberAccess: boolean;
        VisibleToUsername: string;
        /** @description Since 8.0. */
        VisibleToProviders: boolean;
        /** @description Since 8.0. */
        HasTerminateDate: boolean;
        /** @description Since 8.0. */
        IsAttached: boolean;
        /** @description Since 8.0. */
        LexisLinksSupported: boolean;
        /** @description Since 8.0. */
        UsageBased: boolean;
        /** @description Since 8.0. */
        LimitBased: boolean;
        /** @description Since 8.0. */
        OnlyUsageBased: boolean;
        /** @description Since 8.0. */
        OnlyLimitBased: boolean;
        /** @description Since 8.0. */
        ComponentCount: number;
        /** @description Since 8.0. */
        LimitComponentCount: number;
        CanApproveAsProvider: boolean;
        /** @description Since 8.0. */
        CanApproveAsConsumer: boolean;
        /** @description The first of a month. */
        BillingPeriod: components["schemas"]["Date"];
        BillingPeriodYear: number;
        BillingPeriodMonth: number;
        /** @description The first of a month. */
        BillingPeriodOfUsage: components["schemas"]["Date"];
        /** @description Reported last on that day or later. */
        DateAfter: components["schemas"]["Date"];
        /** @description Reported last on that day or earlier. */
        DateBefore: components["schemas"]["Date"];
        ComponentType: string;
        /** @description Part of the user name. */
        AccountName: string;
        IsRestricted: boolean;
        /** @description Since 8.0. */
        HasConsent: boolean;
        /** @description Since 8.0. */
        HasCompleteProfile: boolean;
        /** @description Free text. */
        Query: string;
        /** @description Part of the name. */
        Name: string;
        NameExact: string;
        Description: string;
        Keyword: string;
        /** @description Since 8.0. */
        Slug: string;
        /** @description Created then or later. */
        Created: components["schemas"]["Since"];
        /** @description Changed then or later. */
        Modified: components["schemas"]["Since"];
        Shared: boolean;
        Billable: boolean;
        AllowedCustomerUuid: components["schemas"]["Uuid"];
        AccessibleViaCalls: boolean;
        /** @description JSON. */
        Attributes: string;
        ScopeUuid: string;
        ParentUuid: components["schemas"]["Uuid"];
        CategoryGroupUuid: components["schemas"]["Uuid"];
        /** @description Since 8.0. */
        OrganizationGroupUuid: components["schemas"]["Uuid"];
        /** @description Since 8.0. */
        ResourceCustomerUuid: components["schemas"]["Uuid"];
        /** @description Since 8.0. */
        ResourceProjectUuid: components["schemas"]["Uuid"];
        /** @description Uuids, separated by commas. Since 8.0. */
        UuidsOfOfferings: string;
        /** @description Since 8.0. */
        CanCreateOfferingUser: boolean;
        FullName: string;
        NativeName: string;
        Organization: string;
        Email: string;
        JobTitle: string;
        PhoneNumber: string;
        CivilNumber: string;
        RegistrationMethod: string;
        IsActive: boolean;
        IsStaff: boolean;
        IsSupport: boolean;
        /** @description The federated id. */
        Username: string;
        /** @description Federated ids, separated by commas. Since 8.0. */
        UsernameList: string;
        UserKeyword: string;
        OrganizationRoles: string;
        ProjectRoles: string;
        DateJoined: components["schemas"]["Since"];
        AgreementDate: components["schemas"]["Since"];
        /** @description Up to 8.0. */
        KeyUuid: components["schemas"]["Uuid"];
        IsShared: boolean;
        FingerprintMd5: string;
        FingerprintSha256: string;
        FingerprintSha512: string;
        CustomerUuids: components["schemas"]["UuidList"];
        CustomerName: string;
        CustomerNativeName: string;
        CustomerAbbreviation: string;
        CanAdmin: boolean;
        CanManage: boolean;
        /** @description Since 8.0. */
        IsRemoved: boolean;
        ConcealFinishedProjects: boolean;
        UserOfPermission: components["schemas"]["Uuid"];
        UserUrl: string;
        UserSlug: string;
        RoleName: string;
        RoleUuid: components["schemas"]["Uuid"];
        ScopeName: string;
        ScopeType: string;
        ExpirationTime: components["schemas"]["Since"];
        /** @description Since 8.0. */
        CreatedBefore: string;
        /** @description Since 8.0. */
        FlavorName: string;
        /** @description Since 8.0. */
        ImageName: string;
        /** @description Since 8.0. */
        ModifiedBefore: string;
        /** @description Since 8.0. */
        ResourceAttributes: string;
        /** @description Since 8.1. */
        Accessible: boolean;
        /** @description Since 8.1. */
        ConsumerCustomerUuid: components["schemas"]["Uuid"];
        /** @description Since 8.0. */
        HasActiveTermsOfService: boolean;
        /** @description Since 8.0. */
        HasTermsOfService: boolean;
        /** @description Since 8.0. */
        Importable: string;
        /** @description Since 8.0. */
        OfferingGroupUuid: components["schemas"]["Uuid"];
        /** @description Since 8.1. */
        OpenForProposals: boolean;
        /** @description Repeat the key for several. Since 8.0. */
        Tag: components["schemas"]["Uuid"][];
        /** @description Repeat the key for several. Since 8.0. */
        TagName: string[];
        /** @description Since 8.0. */
        TagNamesAnd: string;
        /** @description Since 8.0. */
        TagsAnd: string;
        /** @description Since 8.0. */
        UserHasConsent: boolean;
        /** @description Since 8.0. */
        UserHasOfferingUser: boolean;
        /** @description Since 8.0. */
        WasAutoApproved: boolean;
        /** @description Repeat the key for several. Since 8.1. */
        MissingUsagePolicy: components["schemas"]["MissingUsagePolicy"][];
        /** @description Since 8.1. */
        IsProviderBacked: boolean;
        /** @description Since 8.0. */
        OfferingHasActiveTos: boolean;
        /** @description Repeat the key for several. Since 8.0. */
        RuntimeStates: components["schemas"]["RuntimeState"][];
        /** @description Since 8.1. */
        ServiceProviderAccountUuid: components["schemas"]["Uuid"];
        /** @description Since 8.1. */
        AccountUsername: string;
        /** @description Since 8.1. */
        ProviderCreated: string;
        /** @description Since 8.1. */
        ProviderCreatedBefore: string;
        /** @description Since 8.1. */
        ProviderModified: string;
        /** @description Since 8.1. */
        ProviderModifiedBefore: string;
        /** @description Since 8.0. */
        AffiliationName: string;
        /** @description Repeat the key for several. Since 8.0. */
        AffiliationUuid: components["schemas"]["Uuid"][];
        /** @description Repeat the key for several. Since 8.1. */
        CurrentUserHasRole: string[];
        /** @description Since 8.0. */
        HasAffiliation: boolean;
        /** @description Since 8.0. */
        ScienceDomainUuid: components["schemas"]["Uuid"];
        /** @description Since 8.0. */
        ScienceSubDomainUuid: components["schemas"]["Uuid"];
        /** @description Since 8.0. */
        UserUuidWithActiveRole: components["schemas"]["Uuid"];
        /** @description Since 8.1. */
        RoleCustomerUuid: components["schemas"]["Uuid"];
        /** @description Since 8.1. */
        RoleIsActive: boolean;
        LimitedComponentType: string;
        IsGlobal: boolean;
        LastRestarted: string;
        Orphaned: boolean;
        Version: string;
        ServiceProviderUuid: components["schemas"]["Uuid"];
        /** @description Repeat the key for several. */
        ServiceProviderAccountRuntimeState: ("Active" | "Pending account linking" | "Pending additional validation")[];
        /** @description Repeat the key for several. */
        State: ("Creating" | "Deleted" | "Deleting" | "Error creating" | "Error deleting" | "OK" | "Pending account linking" | "Pending additional validation" | "Requested" | "Requested deletion")[];
        Gid: number;
        InUse: boolean;
        ProviderOfferingUuid: components["schemas"]["Uuid"];
        HasPendingAction: boolean;
        /** @description Repeat the key for several. */
        PendingAction: ("create" | "delete" | "pause" | "resume" | "rotate" | "update")[];
        /** @description Repeat the key for several. */
        ResourceApiKeyState: ("Creating" | "Deleted" | "Deleting" | "Erred" | "OK" | "Paused" | "Updating")[];
        ResponsibleUserUuid: components["schemas"]["Uuid"];
        RobotAccountState: 1 | 2 | 3 | 4 | 5 | 6;
        UserEmail: string;
        Finished: string;
        Started: string;
        /** @description Repeat the key for several. */
        BackendResourceRequestState: ("Done" | "Erred" | "Processing" | "Sent")[];
        MaintenanceType: number;
        ScheduledEndAfter: string;
        ScheduledEndBefore: string;
        ScheduledStartAfter: string;
        ScheduledStartBefore: string;
        /** @description Repeat the key for several. */
        MaintenanceAnnouncementState: ("Cancelled" | "Completed" | "Draft" | "In progress" | "Scheduled")[];
        TimingBucket: string;
        PolicyScopeUuid: components["schemas"]["Uuid"];
    };
    requestBodies: never;
    headers: {
        /**
         * @description The number of rows on all pages.
         * @example 1
         */
        ResultCount: number;
        /**
         * @description The number of rows on all pages; 2 in the examples.
         * @example 2
         */
        ResultCountOfTwo: number;
        /**
         * @description The URLs of the `first`, `prev`, `next` and `last` page. Use only the page number: scheme and host may differ from
         *     those you call.
         * @example <https://puhuri-core-demo.neic.no/api/>; rel="first", <https://puhuri-core-demo.neic.no/api/>; rel="last"
         */
        Link: string;
        /**
         * @description When to try again, in seconds or as an HTTP date. Not every server sends it.
         * @example 2
         */
        RetryAfter: string;
        /**
         * @description The kind of token that the server wants.
         * @example Token
         */
        WwwAuthenticate: string;
        /**
         * @description How many calls are allowed in some period of time. The proxy in front of some servers sends it.
         * @example 500
         */
        RateLimitLimit: number;
        /**
         * @description How many calls are left in that period.
         * @example 0
         */
        RateLimitRemaining: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    root_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The URLs, by name. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndpointUrls"];
                };
            };
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    resources_list: {
        parameters: {
            query?: {
                /** @description The columns to send. Repeat the key for several. */
                field?: components["parameters"]["Resource2021Fields"];
                /** @description Without it pages may repeat rows and miss others. */
                o?: components["parameters"]["OrderResources2021By"];
                /** @description The uuid of the provider's organization. With that of the service provider, the list is empty. */
                provider_uuid?: components["parameters"]["ProviderUuid"];
                /** @description Repeat the key for several. */
                state?: components["parameters"]["ResourceStates"];
                offering_uuid?: components["parameters"]["OfferingUuid"];
                /** @description The URL of an offering. */
                offering?: components["parameters"]["Offering"];
                /** @description Marketplace.Slurm, Marketplace.Basic, … */
                offering_type?: components["parameters"]["OfferingType"];
                /** @description An organization. */
                customer_uuid?: components["parameters"]["CustomerUuid"];
                project_uuid?: components["parameters"]["ProjectUuid"];
                project_name?: components["parameters"]["ProjectName"];
                category_uuid?: components["parameters"]["CategoryUuid"];
                service_manager_uuid?: components["parameters"]["ServiceManagerUuid"];
                /** @description The provider's own id. */
                backend_id?: components["parameters"]["BackendId"];
                /** @description Part of the name. */
                name?: components["parameters"]["Name"];
                name_exact?: components["parameters"]["NameExact"];
                /** @description Free text. */
                query?: components["parameters"]["Query"];
                /** @description The URL of the backend object. */
                scope?: components["parameters"]["Scope"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    "X-Result-Count": components["headers"]["ResultCount"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["Resource2021"] | components["schemas"]["Resource2021Selection"])[];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    resources_count: {
        parameters: {
            query?: {
                /** @description The uuid of the provider's organization. With that of the service provider, the list is empty. */
                provider_uuid?: components["parameters"]["ProviderUuid"];
                /** @description Repeat the key for several. */
                state?: components["parameters"]["ResourceStates"];
                offering_uuid?: components["parameters"]["OfferingUuid"];
                /** @description The URL of an offering. */
                offering?: components["parameters"]["Offering"];
                /** @description Marketplace.Slurm, Marketplace.Basic, … */
                offering_type?: components["parameters"]["OfferingType"];
                /** @description An organization. */
                customer_uuid?: components["parameters"]["CustomerUuid"];
                project_uuid?: components["parameters"]["ProjectUuid"];
                project_name?: components["parameters"]["ProjectName"];
                category_uuid?: components["parameters"]["CategoryUuid"];
                service_manager_uuid?: components["parameters"]["ServiceManagerUuid"];
                /** @description The provider's own id. */
                backend_id?: components["parameters"]["BackendId"];
                /** @description Part of the name. */
                name?: components["parameters"]["Name"];
                name_exact?: components["parameters"]["NameExact"];
                /** @description Free text. */
                query?: components["parameters"]["Query"];
                /** @description The URL of the backend object. */
                scope?: components["parameters"]["Scope"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Count"];
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    resources_get: {
        parameters: {
            query?: {
                /** @description The columns to send. Repeat the key for several. */
                field?: components["parameters"]["Resource2021Fields"];
            };
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resource2021"] | components["schemas"]["Resource2021Selection"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    resources_set_backend_id_raw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetBackendIdRequest"];
            };
        };
        responses: {
            /** @description What the guide prints. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusMessage"];
                };
            };
            400: components["responses"]["InvalidBackendId"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    resources_set_state_by_provider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetStateRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusMessage"];
                };
            };
            400: components["responses"]["InvalidSetState"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    resources_set_backend_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetBackendIdRequest"];
            };
        };
        responses: {
            /** @description Set, or already the same. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusMessage"];
                };
            };
            400: components["responses"]["InvalidBackendId"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    resources_submit_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitReportRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusMessage"];
                };
            };
            400: components["responses"]["InvalidReport"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    resources_team_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The members. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamMember2021"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    resources_plan_periods_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The periods. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanPeriod2021"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    offerings_list: {
        parameters: {
            query?: {
                /** @description The columns to send. Repeat the key for several. */
                field?: components["parameters"]["Offering2021Fields"];
                /** @description A minus in front reverses the order. */
                o?: components["parameters"]["OrderOfferings2021By"];
                /** @description Repeat the key for several. */
                state?: components["parameters"]["OfferingStates"];
                /** @description Repeat the key for several. */
                type?: components["parameters"]["OfferingTypes"];
                /** @description Part of the name. */
                name?: components["parameters"]["Name"];
                name_exact?: components["parameters"]["NameExact"];
                description?: components["parameters"]["Description"];
                keyword?: components["parameters"]["Keyword"];
                /** @description An organization. */
                customer_uuid?: components["parameters"]["CustomerUuid"];
                /** @description The URL of an organization. */
                customer?: components["parameters"]["Customer"];
                category_uuid?: components["parameters"]["CategoryUuid"];
                project_uuid?: components["parameters"]["ProjectUuid"];
                allowed_customer_uuid?: components["parameters"]["AllowedCustomerUuid"];
                service_manager_uuid?: components["parameters"]["ServiceManagerUuid"];
                shared?: components["parameters"]["Shared"];
                billable?: components["parameters"]["Billable"];
                /** @description JSON. */
                attributes?: components["parameters"]["Attributes"];
                scope_uuid?: components["parameters"]["ScopeUuid"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    "X-Result-Count": components["headers"]["ResultCount"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["Offering2021"] | components["schemas"]["Offering2021Selection"])[];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    offerings_count: {
        parameters: {
            query?: {
                /** @description Repeat the key for several. */
                state?: components["parameters"]["OfferingStates"];
                /** @description Repeat the key for several. */
                type?: components["parameters"]["OfferingTypes"];
                /** @description Part of the name. */
                name?: components["parameters"]["Name"];
                name_exact?: components["parameters"]["NameExact"];
                description?: components["parameters"]["Description"];
                keyword?: components["parameters"]["Keyword"];
                /** @description An organization. */
                customer_uuid?: components["parameters"]["CustomerUuid"];
                /** @description The URL of an organization. */
                customer?: components["parameters"]["Customer"];
                category_uuid?: components["parameters"]["CategoryUuid"];
                project_uuid?: components["parameters"]["ProjectUuid"];
                allowed_customer_uuid?: components["parameters"]["AllowedCustomerUuid"];
                service_manager_uuid?: components["parameters"]["ServiceManagerUuid"];
                shared?: components["parameters"]["Shared"];
                billable?: components["parameters"]["Billable"];
                /** @description JSON. */
                attributes?: components["parameters"]["Attributes"];
                scope_uuid?: components["parameters"]["ScopeUuid"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Count"];
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    offerings_get: {
        parameters: {
            query?: {
                /** @description The columns to send. Repeat the key for several. */
                field?: components["parameters"]["Offering2021Fields"];
            };
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Offering2021"] | components["schemas"]["Offering2021Selection"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resources_list: {
        parameters: {
            query?: {
                /** @description The columns to send. Repeat the key for several. */
                field?: components["parameters"]["ResourceFields"];
                /** @description 2024-10 knows only `created` and `name`. */
                o?: components["parameters"]["OrderResourcesBy"];
                /** @description The uuid of the provider's organization. With that of the service provider, the list is empty. */
                provider_uuid?: components["parameters"]["ProviderUuid"];
                /** @description Repeat the key for several. */
                state?: components["parameters"]["ResourceStates"];
                /** @description Allocations with an order in one of these states. Since 8.0. */
                order_state?: components["parameters"]["OrderStatesOfResource"];
                offering_uuid?: components["parameters"]["OfferingUuids"];
                /** @description The URL of an offering. */
                offering?: components["parameters"]["Offering"];
                /** @description Separate several by commas. Since 8.0. */
                offering_slug?: components["parameters"]["OfferingSlugs"];
                /** @description Marketplace.Slurm, Marketplace.Basic, … */
                offering_type?: components["parameters"]["OfferingType"];
                /** @description A 2021 server refuses every value. */
                offering_billable?: components["parameters"]["OfferingBillable"];
                /** @description Since 8.0. */
                offering_shared?: components["parameters"]["OfferingShared"];
                /** @description Since 8.0. */
                parent_offering_uuid?: components["parameters"]["ParentOfferingUuid"];
                /** @description Since 8.0. */
                plan_uuid?: components["parameters"]["PlanUuid"];
                /** @description An organization. */
                customer_uuid?: components["parameters"]["CustomerUuid"];
                /** @description The URL of an organization. */
                customer?: components["parameters"]["Customer"];
                project_uuid?: components["parameters"]["ProjectUuid"];
                project_name?: components["parameters"]["ProjectName"];
                category_uuid?: components["parameters"]["CategoryUuid"];
                service_manager_uuid?: components["parameters"]["ServiceManagerUuid"];
                /** @description The provider's own id. */
                backend_id?: components["parameters"]["BackendId"];
                /** @description Part of the name. */
                name?: components["parameters"]["Name"];
                name_exact?: components["parameters"]["NameExact"];
                /** @description Free text. */
                query?: components["parameters"]["Query"];
                /** @description The URL of the backend object. */
                scope?: components["parameters"]["Scope"];
                /** @description Created then or later. */
                created?: components["parameters"]["Created"];
                /** @description Changed then or later. */
                modified?: components["parameters"]["Modified"];
                runtime_state?: components["parameters"]["RuntimeState"];
                downscaled?: components["parameters"]["Downscaled"];
                paused?: components["parameters"]["Paused"];
                restrict_member_access?: components["parameters"]["RestrictMemberAccess"];
                visible_to_username?: components["parameters"]["VisibleToUsername"];
                /** @description Since 8.0. */
                visible_to_providers?: components["parameters"]["VisibleToProviders"];
                /** @description Since 8.0. */
                has_terminate_date?: components["parameters"]["HasTerminateDate"];
                /** @description Since 8.0. */
                is_attached?: components["parameters"]["IsAttached"];
                /** @description Since 8.0. */
                lexis_links_supported?: components["parameters"]["LexisLinksSupported"];
                /** @description Since 8.0. */
                usage_based?: components["parameters"]["UsageBased"];
                /** @description Since 8.0. */
                limit_based?: components["parameters"]["LimitBased"];
                /** @description Since 8.0. */
                only_usage_based?: components["parameters"]["OnlyUsageBased"];
                /** @description Since 8.0. */
                only_limit_based?: components["parameters"]["OnlyLimitBased"];
                /** @description Since 8.0. */
                component_count?: components["parameters"]["ComponentCount"];
                /** @description Since 8.0. */
                limit_component_count?: components["parameters"]["LimitComponentCount"];
                /** @description Since 8.0. */
                created_before?: components["parameters"]["CreatedBefore"];
                /** @description Since 8.0. */
                flavor_name?: components["parameters"]["FlavorName"];
                /** @description Since 8.0. */
                image_name?: components["parameters"]["ImageName"];
                /** @description Since 8.0. */
                modified_before?: components["parameters"]["ModifiedBefore"];
                /** @description Since 8.0. */
                resource_attributes?: components["parameters"]["ResourceAttributes"];
                /** @description Since 8.0. */
                slug?: components["parameters"]["Slug"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    "X-Result-Count": components["headers"]["ResultCount"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["Resource"] | components["schemas"]["ResourceSelection"])[];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resources_count: {
        parameters: {
            query?: {
                /** @description The uuid of the provider's organization. With that of the service provider, the list is empty. */
                provider_uuid?: components["parameters"]["ProviderUuid"];
                /** @description Repeat the key for several. */
                state?: components["parameters"]["ResourceStates"];
                /** @description Allocations with an order in one of these states. Since 8.0. */
                order_state?: components["parameters"]["OrderStatesOfResource"];
                offering_uuid?: components["parameters"]["OfferingUuids"];
                /** @description The URL of an offering. */
                offering?: components["parameters"]["Offering"];
                /** @description Separate several by commas. Since 8.0. */
                offering_slug?: components["parameters"]["OfferingSlugs"];
                /** @description Marketplace.Slurm, Marketplace.Basic, … */
                offering_type?: components["parameters"]["OfferingType"];
                /** @description A 2021 server refuses every value. */
                offering_billable?: components["parameters"]["OfferingBillable"];
                /** @description Since 8.0. */
                offering_shared?: components["parameters"]["OfferingShared"];
                /** @description Since 8.0. */
                parent_offering_uuid?: components["parameters"]["ParentOfferingUuid"];
                /** @description Since 8.0. */
                plan_uuid?: components["parameters"]["PlanUuid"];
                /** @description An organization. */
                customer_uuid?: components["parameters"]["CustomerUuid"];
                /** @description The URL of an organization. */
                customer?: components["parameters"]["Customer"];
                project_uuid?: components["parameters"]["ProjectUuid"];
                project_name?: components["parameters"]["ProjectName"];
                category_uuid?: components["parameters"]["CategoryUuid"];
                service_manager_uuid?: components["parameters"]["ServiceManagerUuid"];
                /** @description The provider's own id. */
                backend_id?: components["parameters"]["BackendId"];
                /** @description Part of the name. */
                name?: components["parameters"]["Name"];
                name_exact?: components["parameters"]["NameExact"];
                /** @description Free text. */
                query?: components["parameters"]["Query"];
                /** @description The URL of the backend object. */
                scope?: components["parameters"]["Scope"];
                /** @description Created then or later. */
                created?: components["parameters"]["Created"];
                /** @description Changed then or later. */
                modified?: components["parameters"]["Modified"];
                runtime_state?: components["parameters"]["RuntimeState"];
                downscaled?: components["parameters"]["Downscaled"];
                paused?: components["parameters"]["Paused"];
                restrict_member_access?: components["parameters"]["RestrictMemberAccess"];
                visible_to_username?: components["parameters"]["VisibleToUsername"];
                /** @description Since 8.0. */
                visible_to_providers?: components["parameters"]["VisibleToProviders"];
                /** @description Since 8.0. */
                has_terminate_date?: components["parameters"]["HasTerminateDate"];
                /** @description Since 8.0. */
                is_attached?: components["parameters"]["IsAttached"];
                /** @description Since 8.0. */
                lexis_links_supported?: components["parameters"]["LexisLinksSupported"];
                /** @description Since 8.0. */
                usage_based?: components["parameters"]["UsageBased"];
                /** @description Since 8.0. */
                limit_based?: components["parameters"]["LimitBased"];
                /** @description Since 8.0. */
                only_usage_based?: components["parameters"]["OnlyUsageBased"];
                /** @description Since 8.0. */
                only_limit_based?: components["parameters"]["OnlyLimitBased"];
                /** @description Since 8.0. */
                component_count?: components["parameters"]["ComponentCount"];
                /** @description Since 8.0. */
                limit_component_count?: components["parameters"]["LimitComponentCount"];
                /** @description Since 8.0. */
                created_before?: components["parameters"]["CreatedBefore"];
                /** @description Since 8.0. */
                flavor_name?: components["parameters"]["FlavorName"];
                /** @description Since 8.0. */
                image_name?: components["parameters"]["ImageName"];
                /** @description Since 8.0. */
                modified_before?: components["parameters"]["ModifiedBefore"];
                /** @description Since 8.0. */
                resource_attributes?: components["parameters"]["ResourceAttributes"];
                /** @description Since 8.0. */
                slug?: components["parameters"]["Slug"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Count"];
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resources_get: {
        parameters: {
            query?: {
                /** @description The columns to send. Repeat the key for several. */
                field?: components["parameters"]["ResourceFields"];
            };
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resource"] | components["schemas"]["ResourceSelection"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resources_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ResourceUpdateRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceUpdate"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resources_set_backend_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetBackendIdRequest"];
            };
        };
        responses: {
            /** @description Set, or already the same; `status` says which. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusMessage"];
                };
            };
            400: components["responses"]["InvalidBackendId"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resources_submit_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitReportRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusMessage"];
                };
            };
            400: components["responses"]["InvalidReport"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resources_team_list: {
        parameters: {
            query?: {
                /** @description Since 8.0. */
                has_consent?: components["parameters"]["HasConsent"];
            };
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The members. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamMember"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resources_plan_periods_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The periods. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanPeriod"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resources_set_as_ok: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK, or already so. No body. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resources_set_as_erred: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SetAsErredRequest"];
            };
        };
        responses: {
            /** @description Erred, or already so. No body. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidBody"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resources_terminate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TerminateRequest"];
            };
        };
        responses: {
            /** @description The new order. The allocation is Terminated once it is done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderUuid"];
                };
            };
            400: components["responses"]["PendingOrder"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ResourceConflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    slurm_remote_set_state: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetSlurmStateRequest"];
            };
        };
        responses: {
            /** @description It has this state, or already had it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            400: components["responses"]["InvalidBody"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_offerings_list: {
        parameters: {
            query?: {
                /** @description The columns to send. Repeat the key for several. */
                field?: components["parameters"]["OfferingFields"];
                /** @description A minus in front reverses the order. */
                o?: components["parameters"]["OrderOfferingsBy"];
                /** @description Repeat the key for several. */
                state?: components["parameters"]["OfferingStates"];
                /** @description Repeat the key for several. */
                type?: components["parameters"]["OfferingTypes"];
                /** @description Part of the name. */
                name?: components["parameters"]["Name"];
                name_exact?: components["parameters"]["NameExact"];
                description?: components["parameters"]["Description"];
                keyword?: components["parameters"]["Keyword"];
                /** @description Free text. */
                query?: components["parameters"]["Query"];
                /** @description An organization. */
                customer_uuid?: components["parameters"]["CustomerUuid"];
                /** @description The URL of an organization. */
                customer?: components["parameters"]["Customer"];
                category_uuid?: components["parameters"]["CategoryUuid"];
                category_group_uuid?: components["parameters"]["CategoryGroupUuid"];
                project_uuid?: components["parameters"]["ProjectUuid"];
                parent_uuid?: components["parameters"]["ParentUuid"];
                allowed_customer_uuid?: components["parameters"]["AllowedCustomerUuid"];
                service_manager_uuid?: components["parameters"]["ServiceManagerUuid"];
                shared?: components["parameters"]["Shared"];
                billable?: components["parameters"]["Billable"];
                accessible_via_calls?: components["parameters"]["AccessibleViaCalls"];
                /** @description JSON. */
                attributes?: components["parameters"]["Attributes"];
                scope_uuid?: components["parameters"]["ScopeUuid"];
                /** @description Created then or later. */
                created?: components["parameters"]["Created"];
                /** @description Changed then or later. */
                modified?: components["parameters"]["Modified"];
                /** @description Since 8.0. */
                organization_group_uuid?: components["parameters"]["OrganizationGroupUuid"];
                /** @description Since 8.0. */
                resource_customer_uuid?: components["parameters"]["ResourceCustomerUuid"];
                /** @description Since 8.0. */
                resource_project_uuid?: components["parameters"]["ResourceProjectUuid"];
                /** @description Uuids, separated by commas. Since 8.0. */
                uuid_list?: components["parameters"]["UuidsOfOfferings"];
                /** @description Since 8.0. */
                can_create_offering_user?: components["parameters"]["CanCreateOfferingUser"];
                /** @description Since 8.1. */
                accessible?: components["parameters"]["Accessible"];
                /** @description Since 8.1. */
                consumer_customer_uuid?: components["parameters"]["ConsumerCustomerUuid"];
                /** @description Since 8.0. */
                created_before?: components["parameters"]["CreatedBefore"];
                /** @description Since 8.0. */
                has_active_terms_of_service?: components["parameters"]["HasActiveTermsOfService"];
                /** @description Since 8.0. */
                has_terms_of_service?: components["parameters"]["HasTermsOfService"];
                /** @description Since 8.0. */
                importable?: components["parameters"]["Importable"];
                /** @description Since 8.0. */
                modified_before?: components["parameters"]["ModifiedBefore"];
                /** @description Since 8.0. */
                offering_group_uuid?: components["parameters"]["OfferingGroupUuid"];
                /** @description Since 8.1. */
                open_for_proposals?: components["parameters"]["OpenForProposals"];
                /** @description Since 8.0. */
                slug?: components["parameters"]["Slug"];
                /** @description Repeat the key for several. Since 8.0. */
                tag?: components["parameters"]["Tag"];
                /** @description Repeat the key for several. Since 8.0. */
                tag_name?: components["parameters"]["TagName"];
                /** @description Since 8.0. */
                tag_names_and?: components["parameters"]["TagNamesAnd"];
                /** @description Since 8.0. */
                tags_and?: components["parameters"]["TagsAnd"];
                /** @description Since 8.0. */
                user_has_consent?: components["parameters"]["UserHasConsent"];
                /** @description Since 8.0. */
                user_has_offering_user?: components["parameters"]["UserHasOfferingUser"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    "X-Result-Count": components["headers"]["ResultCount"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["Offering"] | components["schemas"]["OfferingSelection"])[];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_offerings_count: {
        parameters: {
            query?: {
                /** @description Repeat the key for several. */
                state?: components["parameters"]["OfferingStates"];
                /** @description Repeat the key for several. */
                type?: components["parameters"]["OfferingTypes"];
                /** @description Part of the name. */
                name?: components["parameters"]["Name"];
                name_exact?: components["parameters"]["NameExact"];
                description?: components["parameters"]["Description"];
                keyword?: components["parameters"]["Keyword"];
                /** @description Free text. */
                query?: components["parameters"]["Query"];
                /** @description An organization. */
                customer_uuid?: components["parameters"]["CustomerUuid"];
                /** @description The URL of an organization. */
                customer?: components["parameters"]["Customer"];
                category_uuid?: components["parameters"]["CategoryUuid"];
                category_group_uuid?: components["parameters"]["CategoryGroupUuid"];
                project_uuid?: components["parameters"]["ProjectUuid"];
                parent_uuid?: components["parameters"]["ParentUuid"];
                allowed_customer_uuid?: components["parameters"]["AllowedCustomerUuid"];
                service_manager_uuid?: components["parameters"]["ServiceManagerUuid"];
                shared?: components["parameters"]["Shared"];
                billable?: components["parameters"]["Billable"];
                accessible_via_calls?: components["parameters"]["AccessibleViaCalls"];
                /** @description JSON. */
                attributes?: components["parameters"]["Attributes"];
                scope_uuid?: components["parameters"]["ScopeUuid"];
                /** @description Created then or later. */
                created?: components["parameters"]["Created"];
                /** @description Changed then or later. */
                modified?: components["parameters"]["Modified"];
                /** @description Since 8.0. */
                organization_group_uuid?: components["parameters"]["OrganizationGroupUuid"];
                /** @description Since 8.0. */
                resource_customer_uuid?: components["parameters"]["ResourceCustomerUuid"];
                /** @description Since 8.0. */
                resource_project_uuid?: components["parameters"]["ResourceProjectUuid"];
                /** @description Uuids, separated by commas. Since 8.0. */
                uuid_list?: components["parameters"]["UuidsOfOfferings"];
                /** @description Since 8.0. */
                can_create_offering_user?: components["parameters"]["CanCreateOfferingUser"];
                /** @description Since 8.1. */
                accessible?: components["parameters"]["Accessible"];
                /** @description Since 8.1. */
                consumer_customer_uuid?: components["parameters"]["ConsumerCustomerUuid"];
                /** @description Since 8.0. */
                created_before?: components["parameters"]["CreatedBefore"];
                /** @description Since 8.0. */
                has_active_terms_of_service?: components["parameters"]["HasActiveTermsOfService"];
                /** @description Since 8.0. */
                has_terms_of_service?: components["parameters"]["HasTermsOfService"];
                /** @description Since 8.0. */
                importable?: components["parameters"]["Importable"];
                /** @description Since 8.0. */
                modified_before?: components["parameters"]["ModifiedBefore"];
                /** @description Since 8.0. */
                offering_group_uuid?: components["parameters"]["OfferingGroupUuid"];
                /** @description Since 8.1. */
                open_for_proposals?: components["parameters"]["OpenForProposals"];
                /** @description Since 8.0. */
                slug?: components["parameters"]["Slug"];
                /** @description Repeat the key for several. Since 8.0. */
                tag?: components["parameters"]["Tag"];
                /** @description Repeat the key for several. Since 8.0. */
                tag_name?: components["parameters"]["TagName"];
                /** @description Since 8.0. */
                tag_names_and?: components["parameters"]["TagNamesAnd"];
                /** @description Since 8.0. */
                tags_and?: components["parameters"]["TagsAnd"];
                /** @description Since 8.0. */
                user_has_consent?: components["parameters"]["UserHasConsent"];
                /** @description Since 8.0. */
                user_has_offering_user?: components["parameters"]["UserHasOfferingUser"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Count"];
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_offerings_get: {
        parameters: {
            query?: {
                /** @description The columns to send. Repeat the key for several. */
                field?: components["parameters"]["OfferingFields"];
            };
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Offering"] | components["schemas"]["OfferingSelection"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    orders_list: {
        parameters: {
            query?: {
                /** @description The columns to send. Repeat the key for several. */
                field?: components["parameters"]["OrderFields"];
                /** @description A minus in front reverses the order. */
                o?: components["parameters"]["OrderOrdersBy"];
                /** @description Repeat the key for several. */
                state?: components["parameters"]["OrderStates"];
                /** @description Repeat the key for several. */
                type?: components["parameters"]["OrderTypes"];
                resource_uuid?: components["parameters"]["ResourceUuid"];
                /** @description The URL of a resource. */
                resource?: components["parameters"]["Resource"];
                /** @description Since 8.0. */
                resource_name?: components["parameters"]["ResourceName"];
                offering_uuid?: components["parameters"]["OfferingUuid"];
                /** @description The URL of an offering. */
                offering?: components["parameters"]["Offering"];
                /** @description Separate several by commas. Since 8.0. */
                offering_slug?: components["parameters"]["OfferingSlugs"];
                /** @description Repeat the key for several. */
                offering_type?: components["parameters"]["OfferingTypesOfOrder"];
                /** @description Since 8.0. */
                parent_offering_uuid?: components["parameters"]["ParentOfferingUuid"];
                /** @description The uuid of the provider's organization. With that of the service provider, the list is empty. */
                provider_uuid?: components["parameters"]["ProviderUuid"];
                /** @description An organization. */
                customer_uuid?: components["parameters"]["CustomerUuid"];
                project_uuid?: components["parameters"]["ProjectUuid"];
                category_uuid?: components["parameters"]["CategoryUuid"];
                service_manager_uuid?: components["parameters"]["ServiceManagerUuid"];
                can_approve_as_provider?: components["parameters"]["CanApproveAsProvider"];
                /** @description Since 8.0. */
                can_approve_as_consumer?: components["parameters"]["CanApproveAsConsumer"];
                /** @description Free text. */
                query?: components["parameters"]["Query"];
                /** @description Created then or later. */
                created?: components["parameters"]["Created"];
                /** @description Changed then or later. */
                modified?: components["parameters"]["Modified"];
                /** @description Since 8.0. */
                created_before?: components["parameters"]["CreatedBefore"];
                /** @description Since 8.0. */
                modified_before?: components["parameters"]["ModifiedBefore"];
                /** @description Since 8.0. */
                slug?: components["parameters"]["Slug"];
                /** @description Since 8.0. */
                was_auto_approved?: components["parameters"]["WasAutoApproved"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    "X-Result-Count": components["headers"]["ResultCount"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["Order"] | components["schemas"]["OrderSelection"])[];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    orders_count: {
        parameters: {
            query?: {
                /** @description Repeat the key for several. */
                state?: components["parameters"]["OrderStates"];
                /** @description Repeat the key for several. */
                type?: components["parameters"]["OrderTypes"];
                resource_uuid?: components["parameters"]["ResourceUuid"];
                /** @description The URL of a resource. */
                resource?: components["parameters"]["Resource"];
                /** @description Since 8.0. */
                resource_name?: components["parameters"]["ResourceName"];
                offering_uuid?: components["parameters"]["OfferingUuid"];
                /** @description The URL of an offering. */
                offering?: components["parameters"]["Offering"];
                /** @description Separate several by commas. Since 8.0. */
                offering_slug?: components["parameters"]["OfferingSlugs"];
                /** @description Repeat the key for several. */
                offering_type?: components["parameters"]["OfferingTypesOfOrder"];
                /** @description Since 8.0. */
                parent_offering_uuid?: components["parameters"]["ParentOfferingUuid"];
                /** @description The uuid of the provider's organization. With that of the service provider, the list is empty. */
                provider_uuid?: components["parameters"]["ProviderUuid"];
                /** @description An organization. */
                customer_uuid?: components["parameters"]["CustomerUuid"];
                project_uuid?: components["parameters"]["ProjectUuid"];
                category_uuid?: components["parameters"]["CategoryUuid"];
                service_manager_uuid?: components["parameters"]["ServiceManagerUuid"];
                can_approve_as_provider?: components["parameters"]["CanApproveAsProvider"];
                /** @description Since 8.0. */
                can_approve_as_consumer?: components["parameters"]["CanApproveAsConsumer"];
                /** @description Free text. */
                query?: components["parameters"]["Query"];
                /** @description Created then or later. */
                created?: components["parameters"]["Created"];
                /** @description Changed then or later. */
                modified?: components["parameters"]["Modified"];
                /** @description Since 8.0. */
                created_before?: components["parameters"]["CreatedBefore"];
                /** @description Since 8.0. */
                modified_before?: components["parameters"]["ModifiedBefore"];
                /** @description Since 8.0. */
                slug?: components["parameters"]["Slug"];
                /** @description Since 8.0. */
                was_auto_approved?: components["parameters"]["WasAutoApproved"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Count"];
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    orders_get: {
        parameters: {
            query?: {
                /** @description The columns to send. Repeat the key for several. */
                field?: components["parameters"]["OrderFields"];
            };
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"] | components["schemas"]["OrderSelection"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    orders_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["OrderUpdateRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderUpdate"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["OrderConflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    orders_approve_by_provider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["OrderApproveRequest"];
            };
        };
        responses: {
            /** @description Approved. 2024-10 sends no body. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            400: components["responses"]["OrderRefused"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["OrderConflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    orders_reject_by_provider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["OrderRejectRequest"];
            };
        };
        responses: {
            /** @description Rejected. No body. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidBody"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["OrderConflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    orders_set_state_executing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Executing. No body. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["UnsupportedOffering"];
            409: components["responses"]["OrderConflict"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    orders_set_state_done: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. No body. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["UnsupportedOffering"];
            409: components["responses"]["OrderConflict"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    orders_set_state_erred: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderErredRequest"];
            };
        };
        responses: {
            /** @description Erred. No body. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidOrderErred"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["UnsupportedOffering"];
            409: components["responses"]["OrderConflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    orders_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted. No body. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["UnsupportedOffering"];
            409: components["responses"]["OrderConflict"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    component_usages_list: {
        parameters: {
            query?: {
                /** @description The columns to send. Repeat the key for several. A 2021 server ignores it. */
                field?: components["parameters"]["ComponentUsageFields"];
                /** @description Without it the newest come first. Since 8.0. */
                o?: components["parameters"]["OrderUsagesBy"];
                resource_uuid?: components["parameters"]["ResourceUuid"];
                /** @description The URL of a resource. */
                resource?: components["parameters"]["Resource"];
                offering_uuid?: components["parameters"]["OfferingUuid"];
                /** @description The first of a month. */
                billing_period?: components["parameters"]["BillingPeriod"];
                billing_period_year?: components["parameters"]["BillingPeriodYear"];
                billing_period_month?: components["parameters"]["BillingPeriodMonth"];
                type?: components["parameters"]["ComponentType"];
                /** @description Reported last on that day or later. */
                date_after?: components["parameters"]["DateAfter"];
                /** @description Reported last on that day or earlier. */
                date_before?: components["parameters"]["DateBefore"];
                /** @description An organization. */
                customer_uuid?: components["parameters"]["CustomerUuid"];
                project_uuid?: components["parameters"]["ProjectUuid"];
                /** @description Repeat the key for several. Since 8.1. */
                missing_usage_policy?: components["parameters"]["MissingUsagePolicy"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    "X-Result-Count": components["headers"]["ResultCountOfTwo"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["ComponentUsage2021"] | components["schemas"]["ComponentUsage"] | components["schemas"]["ComponentUsageSelection"])[];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    component_usages_count: {
        parameters: {
            query?: {
                resource_uuid?: components["parameters"]["ResourceUuid"];
                /** @description The URL of a resource. */
                resource?: components["parameters"]["Resource"];
                offering_uuid?: components["parameters"]["OfferingUuid"];
                /** @description The first of a month. */
                billing_period?: components["parameters"]["BillingPeriod"];
                billing_period_year?: components["parameters"]["BillingPeriodYear"];
                billing_period_month?: components["parameters"]["BillingPeriodMonth"];
                type?: components["parameters"]["ComponentType"];
                /** @description Reported last on that day or later. */
                date_after?: components["parameters"]["DateAfter"];
                /** @description Reported last on that day or earlier. */
                date_before?: components["parameters"]["DateBefore"];
                /** @description An organization. */
                customer_uuid?: components["parameters"]["CustomerUuid"];
                project_uuid?: components["parameters"]["ProjectUuid"];
                /** @description Repeat the key for several. Since 8.1. */
                missing_usage_policy?: components["parameters"]["MissingUsagePolicy"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The number of rows, in the header. */
            200: {
                headers: {
                    "X-Result-Count": components["headers"]["ResultCountOfTwo"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    component_usages_set_usage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetUsageRequest2021"] | components["schemas"]["SetUsageRequest"];
            };
        };
        responses: {
            /** @description Stored. No body. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidUsage"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    component_usages_set_user_usage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetUserUsageRequest"];
            };
        };
        responses: {
            /** @description Stored. No body. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidUserUsage"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    component_usages_set_user_usages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetUserUsagesRequest"];
            };
        };
        responses: {
            /** @description Stored. No body. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidUserUsage"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    component_user_usages_list: {
        parameters: {
            query?: {
                /** @description The columns to send. Repeat the key for several. Since 8.0. */
                field?: components["parameters"]["ComponentUserUsageFields"];
                /** @description Since 8.0. */
                o?: components["parameters"]["OrderUserUsagesBy"];
                resource_uuid?: components["parameters"]["ResourceUuid"];
                /** @description The URL of a resource. */
                resource?: components["parameters"]["Resource"];
                offering_uuid?: components["parameters"]["OfferingUuid"];
                /** @description The first of a month. */
                component_usage__billing_period?: components["parameters"]["BillingPeriodOfUsage"];
                billing_period_year?: components["parameters"]["BillingPeriodYear"];
                billing_period_month?: components["parameters"]["BillingPeriodMonth"];
                type?: components["parameters"]["ComponentType"];
                /** @description Part of the user name. */
                username?: components["parameters"]["AccountName"];
                /** @description Reported last on that day or later. */
                date_after?: components["parameters"]["DateAfter"];
                /** @description Reported last on that day or earlier. */
                date_before?: components["parameters"]["DateBefore"];
                /** @description An organization. */
                customer_uuid?: components["parameters"]["CustomerUuid"];
                project_uuid?: components["parameters"]["ProjectUuid"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    "X-Result-Count": components["headers"]["ResultCount"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["ComponentUserUsage"] | components["schemas"]["ComponentUserUsageSelection"])[];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    component_user_usages_count: {
        parameters: {
            query?: {
                resource_uuid?: components["parameters"]["ResourceUuid"];
                /** @description The URL of a resource. */
                resource?: components["parameters"]["Resource"];
                offering_uuid?: components["parameters"]["OfferingUuid"];
                /** @description The first of a month. */
                component_usage__billing_period?: components["parameters"]["BillingPeriodOfUsage"];
                billing_period_year?: components["parameters"]["BillingPeriodYear"];
                billing_period_month?: components["parameters"]["BillingPeriodMonth"];
                type?: components["parameters"]["ComponentType"];
                /** @description Part of the user name. */
                username?: components["parameters"]["AccountName"];
                /** @description Reported last on that day or later. */
                date_after?: components["parameters"]["DateAfter"];
                /** @description Reported last on that day or earlier. */
                date_before?: components["parameters"]["DateBefore"];
                /** @description An organization. */
                customer_uuid?: components["parameters"]["CustomerUuid"];
                project_uuid?: components["parameters"]["ProjectUuid"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Count"];
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    offering_users_list: {
        parameters: {
            query?: {
                /** @description The columns to send. Repeat the key for several. A 2021 server ignores it. */
                field?: components["parameters"]["OfferingUserFields"];
                /** @description A 2021 server knows only `created`. */
                o?: components["parameters"]["OrderOfferingUsersBy"];
                offering_uuid?: components["parameters"]["OfferingUuids"];
                /** @description The URL of an offering. */
                offering?: components["parameters"]["Offering"];
                /** @description Separate several by commas. Since 8.0. */
                offering_slug?: components["parameters"]["OfferingSlugs"];
                /** @description Since 8.0. */
                parent_offering_uuid?: components["parameters"]["ParentOfferingUuid"];
                user_uuid?: components["parameters"]["UserUuid"];
                /** @description The federated id. */
                user_username?: components["parameters"]["UserUsername"];
                /** @description The uuid of the provider's organization. With that of the service provider, the list is empty. */
                provider_uuid?: components["parameters"]["ProviderUuid"];
                /** @description Repeat the key for several. Since 8.0. */
                state?: components["parameters"]["OfferingUserStates"];
                is_restricted?: components["parameters"]["IsRestricted"];
                /** @description Since 8.0. */
                has_consent?: components["parameters"]["HasConsent"];
                /** @description Since 8.0. */
                has_complete_profile?: components["parameters"]["HasCompleteProfile"];
                /** @description Free text. */
                query?: components["parameters"]["Query"];
                /** @description Created then or later. */
                created?: components["parameters"]["Created"];
                /** @description Changed then or later. */
                modified?: components["parameters"]["Modified"];
                /** @description Since 8.0. */
                created_before?: components["parameters"]["CreatedBefore"];
                /** @description Since 8.1. */
                is_provider_backed?: components["parameters"]["IsProviderBacked"];
                /** @description Since 8.0. */
                modified_before?: components["parameters"]["ModifiedBefore"];
                /** @description Since 8.0. */
                offering_has_active_tos?: components["parameters"]["OfferingHasActiveTos"];
                /** @description Repeat the key for several. Since 8.0. */
                runtime_state?: components["parameters"]["RuntimeStates"];
                /** @description Since 8.1. */
                service_provider_account_uuid?: components["parameters"]["ServiceProviderAccountUuid"];
                /** @description Since 8.1. */
                username?: components["parameters"]["AccountUsername"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    "X-Result-Count": components["headers"]["ResultCount"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["OfferingUser2021"] | components["schemas"]["OfferingUser"] | components["schemas"]["OfferingUserSelection"])[];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    offering_users_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfferingUserCreateRequest"];
            };
        };
        responses: {
            /** @description The row. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferingUser2021"] | components["schemas"]["OfferingUser"];
                };
            };
            400: components["responses"]["InvalidOfferingUser"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    offering_users_count: {
        parameters: {
            query?: {
                offering_uuid?: components["parameters"]["OfferingUuids"];
                /** @description The URL of an offering. */
                offering?: components["parameters"]["Offering"];
                /** @description Separate several by commas. Since 8.0. */
                offering_slug?: components["parameters"]["OfferingSlugs"];
                /** @description Since 8.0. */
                parent_offering_uuid?: components["parameters"]["ParentOfferingUuid"];
                user_uuid?: components["parameters"]["UserUuid"];
                /** @description The federated id. */
                user_username?: components["parameters"]["UserUsername"];
                /** @description The uuid of the provider's organization. With that of the service provider, the list is empty. */
                provider_uuid?: components["parameters"]["ProviderUuid"];
                /** @description Repeat the key for several. Since 8.0. */
                state?: components["parameters"]["OfferingUserStates"];
                is_restricted?: components["parameters"]["IsRestricted"];
                /** @description Since 8.0. */
                has_consent?: components["parameters"]["HasConsent"];
                /** @description Since 8.0. */
                has_complete_profile?: components["parameters"]["HasCompleteProfile"];
                /** @description Free text. */
                query?: components["parameters"]["Query"];
                /** @description Created then or later. */
                created?: components["parameters"]["Created"];
                /** @description Changed then or later. */
                modified?: components["parameters"]["Modified"];
                /** @description Since 8.0. */
                created_before?: components["parameters"]["CreatedBefore"];
                /** @description Since 8.1. */
                is_provider_backed?: components["parameters"]["IsProviderBacked"];
                /** @description Since 8.0. */
                modified_before?: components["parameters"]["ModifiedBefore"];
                /** @description Since 8.0. */
                offering_has_active_tos?: components["parameters"]["OfferingHasActiveTos"];
                /** @description Repeat the key for several. Since 8.0. */
                runtime_state?: components["parameters"]["RuntimeStates"];
                /** @description Since 8.1. */
                service_provider_account_uuid?: components["parameters"]["ServiceProviderAccountUuid"];
                /** @description Since 8.1. */
                username?: components["parameters"]["AccountUsername"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Count"];
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    offering_users_get: {
        parameters: {
            query?: {
                /** @description The columns to send. Repeat the key for several. A 2021 server ignores it. */
                field?: components["parameters"]["OfferingUserFields"];
            };
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferingUser"] | components["schemas"]["OfferingUserSelection"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    offering_users_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    offering_users_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfferingUserUpdateRequest"];
            };
        };
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferingUser"];
                };
            };
            400: components["responses"]["InvalidOfferingUserUpdate"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    service_providers_list: {
        parameters: {
            query?: {
                /** @description The columns to send. Repeat the key for several. Since 8.0. */
                field?: components["parameters"]["ServiceProviderFields"];
                /** @description A minus in front reverses the order. */
                o?: components["parameters"]["OrderServiceProvidersBy"];
                /** @description An organization. */
                customer_uuid?: components["parameters"]["CustomerUuid"];
                /** @description The URL of an organization. */
                customer?: components["parameters"]["Customer"];
                /** @description Part of a name or abbreviation of the organization. */
                customer_keyword?: components["parameters"]["CustomerKeyword"];
                /** @description Since 8.1. */
                created?: components["parameters"]["ProviderCreated"];
                /** @description Since 8.1. */
                created_before?: components["parameters"]["ProviderCreatedBefore"];
                /** @description Since 8.1. */
                modified?: components["parameters"]["ProviderModified"];
                /** @description Since 8.1. */
                modified_before?: components["parameters"]["ProviderModifiedBefore"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    "X-Result-Count": components["headers"]["ResultCount"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["ServiceProvider2021"] | components["schemas"]["ServiceProvider"] | components["schemas"]["ServiceProviderSelection"])[];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    service_providers_count: {
        parameters: {
            query?: {
                /** @description An organization. */
                customer_uuid?: components["parameters"]["CustomerUuid"];
                /** @description The URL of an organization. */
                customer?: components["parameters"]["Customer"];
                /** @description Part of a name or abbreviation of the organization. */
                customer_keyword?: components["parameters"]["CustomerKeyword"];
                /** @description Since 8.1. */
                created?: components["parameters"]["ProviderCreated"];
                /** @description Since 8.1. */
                created_before?: components["parameters"]["ProviderCreatedBefore"];
                /** @description Since 8.1. */
                modified?: components["parameters"]["ProviderModified"];
                /** @description Since 8.1. */
                modified_before?: components["parameters"]["ProviderModifiedBefore"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Count"];
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    service_providers_get: {
        parameters: {
            query?: {
                /** @description The columns to send. Repeat the key for several. Since 8.0. */
                field?: components["parameters"]["ServiceProviderFields"];
            };
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceProvider2021"] | components["schemas"]["ServiceProvider"] | components["schemas"]["ServiceProviderSelection"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    service_providers_users_list: {
        parameters: {
            query?: {
                /** @description The columns to send. Repeat the key for several. Since 8.0. */
                field?: components["parameters"]["ServiceProviderUserFields"];
                /** @description A minus in front reverses the order. */
                o?: components["parameters"]["OrderUsersBy"];
                full_name?: components["parameters"]["FullName"];
                /** @description The federated id. */
                username?: components["parameters"]["Username"];
                /** @description Federated ids, separated by commas. Since 8.0. */
                username_list?: components["parameters"]["UsernameList"];
                user_keyword?: components["parameters"]["UserKeyword"];
                email?: components["parameters"]["Email"];
                organization?: components["parameters"]["Organization"];
                job_title?: components["parameters"]["JobTitle"];
                native_name?: components["parameters"]["NativeName"];
                phone_number?: components["parameters"]["PhoneNumber"];
                civil_number?: components["parameters"]["CivilNumber"];
                description?: components["parameters"]["Description"];
                registration_method?: components["parameters"]["RegistrationMethod"];
                project_uuid?: components["parameters"]["ProjectUuid"];
                /** @description An organization. */
                customer_uuid?: components["parameters"]["CustomerUuid"];
                project_roles?: components["parameters"]["ProjectRoles"];
                organization_roles?: components["parameters"]["OrganizationRoles"];
                is_active?: components["parameters"]["IsActive"];
                is_staff?: components["parameters"]["IsStaff"];
                is_support?: components["parameters"]["IsSupport"];
                date_joined?: components["parameters"]["DateJoined"];
                agreement_date?: components["parameters"]["AgreementDate"];
                /** @description Changed then or later. */
                modified?: components["parameters"]["Modified"];
                /** @description Free text. */
                query?: components["parameters"]["Query"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    "X-Result-Count": components["headers"]["ResultCount"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["ServiceProviderUser"] | components["schemas"]["ServiceProviderUserSelection"])[];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    service_providers_users_count: {
        parameters: {
            query?: {
                full_name?: components["parameters"]["FullName"];
                /** @description The federated id. */
                username?: components["parameters"]["Username"];
                /** @description Federated ids, separated by commas. Since 8.0. */
                username_list?: components["parameters"]["UsernameList"];
                user_keyword?: components["parameters"]["UserKeyword"];
                email?: components["parameters"]["Email"];
                organization?: components["parameters"]["Organization"];
                job_title?: components["parameters"]["JobTitle"];
                native_name?: components["parameters"]["NativeName"];
                phone_number?: components["parameters"]["PhoneNumber"];
                civil_number?: components["parameters"]["CivilNumber"];
                description?: components["parameters"]["Description"];
                registration_method?: components["parameters"]["RegistrationMethod"];
                project_uuid?: components["parameters"]["ProjectUuid"];
                /** @description An organization. */
                customer_uuid?: components["parameters"]["CustomerUuid"];
                project_roles?: components["parameters"]["ProjectRoles"];
                organization_roles?: components["parameters"]["OrganizationRoles"];
                is_active?: components["parameters"]["IsActive"];
                is_staff?: components["parameters"]["IsStaff"];
                is_support?: components["parameters"]["IsSupport"];
                date_joined?: components["parameters"]["DateJoined"];
                agreement_date?: components["parameters"]["AgreementDate"];
                /** @description Changed then or later. */
                modified?: components["parameters"]["Modified"];
                /** @description Free text. */
                query?: components["parameters"]["Query"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Count"];
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    service_providers_keys_list: {
        parameters: {
            query?: {
                /** @description The columns to send. Repeat the key for several. Since 8.0. */
                field?: components["parameters"]["SshKeyFields"];
                /** @description A minus in front reverses the order. */
                o?: components["parameters"]["OrderKeysBy"];
                user_uuid?: components["parameters"]["UserUuid"];
                /** @description Part of the name. */
                name?: components["parameters"]["Name"];
                name_exact?: components["parameters"]["NameExact"];
                /** @description Up to 8.0. */
                uuid?: components["parameters"]["KeyUuid"];
                is_shared?: components["parameters"]["IsShared"];
                fingerprint_md5?: components["parameters"]["FingerprintMd5"];
                fingerprint_sha256?: components["parameters"]["FingerprintSha256"];
                fingerprint_sha512?: components["parameters"]["FingerprintSha512"];
                /** @description Created then or later. */
                created?: components["parameters"]["Created"];
                /** @description Changed then or later. */
                modified?: components["parameters"]["Modified"];
                /** @description Since 8.0. */
                created_before?: components["parameters"]["CreatedBefore"];
                /** @description Since 8.0. */
                modified_before?: components["parameters"]["ModifiedBefore"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    "X-Result-Count": components["headers"]["ResultCount"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["SshKey"] | components["schemas"]["SshKeySelection"])[];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    service_providers_keys_count: {
        parameters: {
            query?: {
                user_uuid?: components["parameters"]["UserUuid"];
                /** @description Part of the name. */
                name?: components["parameters"]["Name"];
                name_exact?: components["parameters"]["NameExact"];
                /** @description Up to 8.0. */
                uuid?: components["parameters"]["KeyUuid"];
                is_shared?: components["parameters"]["IsShared"];
                fingerprint_md5?: components["parameters"]["FingerprintMd5"];
                fingerprint_sha256?: components["parameters"]["FingerprintSha256"];
                fingerprint_sha512?: components["parameters"]["FingerprintSha512"];
                /** @description Created then or later. */
                created?: components["parameters"]["Created"];
                /** @description Changed then or later. */
                modified?: components["parameters"]["Modified"];
                /** @description Since 8.0. */
                created_before?: components["parameters"]["CreatedBefore"];
                /** @description Since 8.0. */
                modified_before?: components["parameters"]["ModifiedBefore"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Count"];
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    service_providers_projects_list: {
        parameters: {
            query?: {
                /** @description The columns to send. Repeat the key for several. Since 8.0. */
                field?: components["parameters"]["ProjectFields"];
                /** @description A minus in front reverses the order. */
                o?: components["parameters"]["OrderProjectsBy"];
                /** @description Part of the name. */
                name?: components["parameters"]["Name"];
                name_exact?: components["parameters"]["NameExact"];
                /** @description Since 8.0. */
                slug?: components["parameters"]["Slug"];
                description?: components["parameters"]["Description"];
                /** @description The provider's own id. */
                backend_id?: components["parameters"]["BackendId"];
                /** @description Free text. */
                query?: components["parameters"]["Query"];
                customer?: components["parameters"]["CustomerUuids"];
                customer_name?: components["parameters"]["CustomerName"];
                customer_native_name?: components["parameters"]["CustomerNativeName"];
                customer_abbreviation?: components["parameters"]["CustomerAbbreviation"];
                can_admin?: components["parameters"]["CanAdmin"];
                can_manage?: components["parameters"]["CanManage"];
                /** @description Since 8.0. */
                is_removed?: components["parameters"]["IsRemoved"];
                conceal_finished_projects?: components["parameters"]["ConcealFinishedProjects"];
                /** @description Created then or later. */
                created?: components["parameters"]["Created"];
                /** @description Changed then or later. */
                modified?: components["parameters"]["Modified"];
                /** @description Since 8.0. */
                affiliation_name?: components["parameters"]["AffiliationName"];
                /** @description Repeat the key for several. Since 8.0. */
                affiliation_uuid?: components["parameters"]["AffiliationUuid"];
                /** @description Since 8.0. */
                created_before?: components["parameters"]["CreatedBefore"];
                /** @description Repeat the key for several. Since 8.1. */
                current_user_has_role?: components["parameters"]["CurrentUserHasRole"];
                /** @description Since 8.0. */
                has_affiliation?: components["parameters"]["HasAffiliation"];
                /** @description Since 8.0. */
                modified_before?: components["parameters"]["ModifiedBefore"];
                /** @description Since 8.0. */
                science_domain_uuid?: components["parameters"]["ScienceDomainUuid"];
                /** @description Since 8.0. */
                science_sub_domain_uuid?: components["parameters"]["ScienceSubDomainUuid"];
                /** @description Since 8.0. */
                user_uuid_with_active_role?: components["parameters"]["UserUuidWithActiveRole"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    "X-Result-Count": components["headers"]["ResultCount"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["Project"] | components["schemas"]["ProjectSelection"])[];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    service_providers_projects_count: {
        parameters: {
            query?: {
                /** @description Part of the name. */
                name?: components["parameters"]["Name"];
                name_exact?: components["parameters"]["NameExact"];
                /** @description Since 8.0. */
                slug?: components["parameters"]["Slug"];
                description?: components["parameters"]["Description"];
                /** @description The provider's own id. */
                backend_id?: components["parameters"]["BackendId"];
                /** @description Free text. */
                query?: components["parameters"]["Query"];
                customer?: components["parameters"]["CustomerUuids"];
                customer_name?: components["parameters"]["CustomerName"];
                customer_native_name?: components["parameters"]["CustomerNativeName"];
                customer_abbreviation?: components["parameters"]["CustomerAbbreviation"];
                can_admin?: components["parameters"]["CanAdmin"];
                can_manage?: components["parameters"]["CanManage"];
                /** @description Since 8.0. */
                is_removed?: components["parameters"]["IsRemoved"];
                conceal_finished_projects?: components["parameters"]["ConcealFinishedProjects"];
                /** @description Created then or later. */
                created?: components["parameters"]["Created"];
                /** @description Changed then or later. */
                modified?: components["parameters"]["Modified"];
                /** @description Since 8.0. */
                affiliation_name?: components["parameters"]["AffiliationName"];
                /** @description Repeat the key for several. Since 8.0. */
                affiliation_uuid?: components["parameters"]["AffiliationUuid"];
                /** @description Since 8.0. */
                created_before?: components["parameters"]["CreatedBefore"];
                /** @description Repeat the key for several. Since 8.1. */
                current_user_has_role?: components["parameters"]["CurrentUserHasRole"];
                /** @description Since 8.0. */
                has_affiliation?: components["parameters"]["HasAffiliation"];
                /** @description Since 8.0. */
                modified_before?: components["parameters"]["ModifiedBefore"];
                /** @description Since 8.0. */
                science_domain_uuid?: components["parameters"]["ScienceDomainUuid"];
                /** @description Since 8.0. */
                science_sub_domain_uuid?: components["parameters"]["ScienceSubDomainUuid"];
                /** @description Since 8.0. */
                user_uuid_with_active_role?: components["parameters"]["UserUuidWithActiveRole"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Count"];
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    service_providers_project_permissions_list: {
        parameters: {
            query?: {
                /** @description The columns to send. Repeat the key for several. Since 8.0. */
                field?: components["parameters"]["ProjectPermissionFields"];
                /** @description A minus in front reverses the order. */
                o?: components["parameters"]["OrderPermissionsBy"];
                user?: components["parameters"]["UserOfPermission"];
                user_url?: components["parameters"]["UserUrl"];
                user_slug?: components["parameters"]["UserSlug"];
                /** @description The federated id. */
                username?: components["parameters"]["Username"];
                full_name?: components["parameters"]["FullName"];
                native_name?: components["parameters"]["NativeName"];
                role_name?: components["parameters"]["RoleName"];
                role_uuid?: components["parameters"]["RoleUuid"];
                scope_name?: components["parameters"]["ScopeName"];
                scope_type?: components["parameters"]["ScopeType"];
                scope_uuid?: components["parameters"]["ScopeUuid"];
                expiration_time?: components["parameters"]["ExpirationTime"];
                /** @description Created then or later. */
                created?: components["parameters"]["Created"];
                /** @description Changed then or later. */
                modified?: components["parameters"]["Modified"];
                /** @description Since 8.0. */
                created_before?: components["parameters"]["CreatedBefore"];
                /** @description Since 8.1. */
                customer_uuid?: components["parameters"]["RoleCustomerUuid"];
                /** @description Since 8.1. */
                is_active?: components["parameters"]["RoleIsActive"];
                /** @description Since 8.0. */
                modified_before?: components["parameters"]["ModifiedBefore"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    "X-Result-Count": components["headers"]["ResultCount"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["ProjectPermission"] | components["schemas"]["ProjectPermissionSelection"])[];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    service_providers_project_permissions_count: {
        parameters: {
            query?: {
                user?: components["parameters"]["UserOfPermission"];
                user_url?: components["parameters"]["UserUrl"];
                user_slug?: components["parameters"]["UserSlug"];
                /** @description The federated id. */
                username?: components["parameters"]["Username"];
                full_name?: components["parameters"]["FullName"];
                native_name?: components["parameters"]["NativeName"];
                role_name?: components["parameters"]["RoleName"];
                role_uuid?: components["parameters"]["RoleUuid"];
                scope_name?: components["parameters"]["ScopeName"];
                scope_type?: components["parameters"]["ScopeType"];
                scope_uuid?: components["parameters"]["ScopeUuid"];
                expiration_time?: components["parameters"]["ExpirationTime"];
                /** @description Created then or later. */
                created?: components["parameters"]["Created"];
                /** @description Changed then or later. */
                modified?: components["parameters"]["Modified"];
                /** @description Since 8.0. */
                created_before?: components["parameters"]["CreatedBefore"];
                /** @description Since 8.1. */
                customer_uuid?: components["parameters"]["RoleCustomerUuid"];
                /** @description Since 8.1. */
                is_active?: components["parameters"]["RoleIsActive"];
                /** @description Since 8.0. */
                modified_before?: components["parameters"]["ModifiedBefore"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Count"];
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    service_providers_set_offerings_username: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetOfferingsUsernameRequest"];
            };
        };
        responses: {
            /** @description Set. No body since 8.0. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            400: components["responses"]["InvalidOfferingsUsername"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    users_list: {
        parameters: {
            query?: {
                /** @description The columns to send. Repeat the key for several. A 2021 server ignores it. */
                field?: components["parameters"]["UserFields"];
                /** @description A minus in front reverses the order. */
                o?: components["parameters"]["OrderUsersBy"];
                full_name?: components["parameters"]["FullName"];
                /** @description The federated id. */
                username?: components["parameters"]["Username"];
                /** @description Federated ids, separated by commas. Since 8.0. */
                username_list?: components["parameters"]["UsernameList"];
                user_keyword?: components["parameters"]["UserKeyword"];
                email?: components["parameters"]["Email"];
                organization?: components["parameters"]["Organization"];
                job_title?: components["parameters"]["JobTitle"];
                native_name?: components["parameters"]["NativeName"];
                phone_number?: components["parameters"]["PhoneNumber"];
                civil_number?: components["parameters"]["CivilNumber"];
                description?: components["parameters"]["Description"];
                registration_method?: components["parameters"]["RegistrationMethod"];
                project_uuid?: components["parameters"]["ProjectUuid"];
                /** @description An organization. */
                customer_uuid?: components["parameters"]["CustomerUuid"];
                project_roles?: components["parameters"]["ProjectRoles"];
                organization_roles?: components["parameters"]["OrganizationRoles"];
                is_active?: components["parameters"]["IsActive"];
                is_staff?: components["parameters"]["IsStaff"];
                is_support?: components["parameters"]["IsSupport"];
                date_joined?: components["parameters"]["DateJoined"];
                agreement_date?: components["parameters"]["AgreementDate"];
                /** @description Changed then or later. */
                modified?: components["parameters"]["Modified"];
                /** @description Free text. */
                query?: components["parameters"]["Query"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    "X-Result-Count": components["headers"]["ResultCount"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["User2021"] | components["schemas"]["User"] | components["schemas"]["UserSelection"])[];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    users_count: {
        parameters: {
            query?: {
                full_name?: components["parameters"]["FullName"];
                /** @description The federated id. */
                username?: components["parameters"]["Username"];
                /** @description Federated ids, separated by commas. Since 8.0. */
                username_list?: components["parameters"]["UsernameList"];
                user_keyword?: components["parameters"]["UserKeyword"];
                email?: components["parameters"]["Email"];
                organization?: components["parameters"]["Organization"];
                job_title?: components["parameters"]["JobTitle"];
                native_name?: components["parameters"]["NativeName"];
                phone_number?: components["parameters"]["PhoneNumber"];
                civil_number?: components["parameters"]["CivilNumber"];
                description?: components["parameters"]["Description"];
                registration_method?: components["parameters"]["RegistrationMethod"];
                project_uuid?: components["parameters"]["ProjectUuid"];
                /** @description An organization. */
                customer_uuid?: components["parameters"]["CustomerUuid"];
                project_roles?: components["parameters"]["ProjectRoles"];
                organization_roles?: components["parameters"]["OrganizationRoles"];
                is_active?: components["parameters"]["IsActive"];
                is_staff?: components["parameters"]["IsStaff"];
                is_support?: components["parameters"]["IsSupport"];
                date_joined?: components["parameters"]["DateJoined"];
                agreement_date?: components["parameters"]["AgreementDate"];
                /** @description Changed then or later. */
                modified?: components["parameters"]["Modified"];
                /** @description Free text. */
                query?: components["parameters"]["Query"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Count"];
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    users_me_get: {
        parameters: {
            query?: {
                /** @description The columns to send. Repeat the key for several. A 2021 server ignores it. */
                field?: components["parameters"]["UserFields"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User2021"] | components["schemas"]["User"] | components["schemas"]["UserSelection"];
                };
            };
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    keys_list: {
        parameters: {
            query?: {
                /** @description The columns to send. Repeat the key for several. Since 8.0. */
                field?: components["parameters"]["SshKeyFields"];
                /** @description A minus in front reverses the order. */
                o?: components["parameters"]["OrderKeysBy"];
                user_uuid?: components["parameters"]["UserUuid"];
                /** @description Part of the name. */
                name?: components["parameters"]["Name"];
                name_exact?: components["parameters"]["NameExact"];
                /** @description Up to 8.0. */
                uuid?: components["parameters"]["KeyUuid"];
                is_shared?: components["parameters"]["IsShared"];
                fingerprint_md5?: components["parameters"]["FingerprintMd5"];
                fingerprint_sha256?: components["parameters"]["FingerprintSha256"];
                fingerprint_sha512?: components["parameters"]["FingerprintSha512"];
                /** @description Created then or later. */
                created?: components["parameters"]["Created"];
                /** @description Changed then or later. */
                modified?: components["parameters"]["Modified"];
                /** @description Since 8.0. */
                created_before?: components["parameters"]["CreatedBefore"];
                /** @description Since 8.0. */
                modified_before?: components["parameters"]["ModifiedBefore"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    "X-Result-Count": components["headers"]["ResultCount"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["SshKey"] | components["schemas"]["SshKeySelection"])[];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    keys_count: {
        parameters: {
            query?: {
                user_uuid?: components["parameters"]["UserUuid"];
                /** @description Part of the name. */
                name?: components["parameters"]["Name"];
                name_exact?: components["parameters"]["NameExact"];
                /** @description Up to 8.0. */
                uuid?: components["parameters"]["KeyUuid"];
                is_shared?: components["parameters"]["IsShared"];
                fingerprint_md5?: components["parameters"]["FingerprintMd5"];
                fingerprint_sha256?: components["parameters"]["FingerprintSha256"];
                fingerprint_sha512?: components["parameters"]["FingerprintSha512"];
                /** @description Created then or later. */
                created?: components["parameters"]["Created"];
                /** @description Changed then or later. */
                modified?: components["parameters"]["Modified"];
                /** @description Since 8.0. */
                created_before?: components["parameters"]["CreatedBefore"];
                /** @description Since 8.0. */
                modified_before?: components["parameters"]["ModifiedBefore"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Count"];
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    offering_users_begin_creating: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    offering_users_set_pending_account_linking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["OfferingUserStateTransitionRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    offering_users_set_pending_additional_validation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["OfferingUserStateTransitionRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    offering_users_set_validation_complete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    offering_users_set_ok: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    offering_users_set_error_creating: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    offering_users_request_deletion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    offering_users_set_deleting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    offering_users_set_deleted: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    offering_users_set_error_deleting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    offering_users_update_restricted: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfferingUserUpdateRestrictionRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    offering_users_update_runtime_state: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfferingUserUpdateRuntimeStateRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    offering_users_update_comments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["OfferingUserServiceProviderCommentUpdateRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferingUserServiceProviderComment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    offering_users_set_posix_attributes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["OfferingUserPosixAttributesRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferingUserPosixUpdateAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resources_set_limits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResourceSetLimitsRequest"];
            };
        };
        responses: {
            200: components["responses"]["StatusMessage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resources_set_backend_metadata: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResourceBackendMetadataRequest"];
            };
        };
        responses: {
            200: components["responses"]["StatusMessage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resources_set_endpoints: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResourceEndpointsRequest"];
            };
        };
        responses: {
            200: components["responses"]["StatusMessage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resources_set_effective_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ResourceEffectiveIDRequest"];
            };
        };
        responses: {
            200: components["responses"]["StatusMessage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resources_set_end_date: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ResourceEndDateRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resources_set_end_date_by_provider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ResourceEndDateRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resources_refresh_last_sync: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resources_update_options_direct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ResourceOptionsRequest"];
            };
        };
        responses: {
            200: components["responses"]["StatusMessage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resources_set_state_ok: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["StatusMessage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resources_restore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResourceRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderUUID"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ResourceConflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resources_list_users_list: {
        parameters: {
            query?: {
                user?: components["parameters"]["UserOfPermission"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    "X-Result-Count": components["headers"]["ResultCount"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceRole"][];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resources_list_users_count: {
        parameters: {
            query?: {
                user?: components["parameters"]["UserOfPermission"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Count"];
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resources_add_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserRoleCreateRequest"];
            };
        };
        responses: {
            201: components["responses"]["UserRoleExpirationTime"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resources_update_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserRoleUpdateRequest"];
            };
        };
        responses: {
            200: components["responses"]["UserRoleExpirationTime"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resources_delete_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserRoleDeleteRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resources_set_membership_sync_statuses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberSyncStatusReportRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberSyncStatusReport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resources_sync_user_roles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Detail"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    orders_resource_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Resource"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    orders_set_backend_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderBackendIDRequest"];
            };
        };
        responses: {
            200: components["responses"]["StatusMessage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    orders_set_provider_info: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["OrderProviderInfoRequest"];
            };
        };
        responses: {
            200: components["responses"]["Detail"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["OrderConflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    orders_retry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["OrderConflict"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    orders_delete_attachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["OrderConflict"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_offerings_user_attribute_config_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OfferingUserAttributeConfig"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_offerings_update_user_attribute_config: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["OfferingUserAttributeConfigUpdateRequest"];
            };
        };
        responses: {
            200: components["responses"]["OfferingUserAttributeConfig"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_offerings_delete_user_attribute_config: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_offerings_list_project_service_accounts_list: {
        parameters: {
            query?: {
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    "X-Result-Count": components["headers"]["ResultCount"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectServiceAccount"][];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_offerings_list_project_service_accounts_count: {
        parameters: {
            query?: {
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Count"];
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_offerings_list_customer_service_accounts_list: {
        parameters: {
            query?: {
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    "X-Result-Count": components["headers"]["ResultCount"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerServiceAccount"][];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_offerings_list_customer_service_accounts_count: {
        parameters: {
            query?: {
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Count"];
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_offerings_list_course_accounts_list: {
        parameters: {
            query?: {
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    "X-Result-Count": components["headers"]["ResultCount"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CourseAccount"][];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_offerings_list_course_accounts_count: {
        parameters: {
            query?: {
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Count"];
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_offerings_check_unique_backend_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckUniqueBackendIDRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckUniqueBackendIDAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_offerings_update_backend_id_rules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["OfferingBackendIdRulesUpdateRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_offerings_create_offering_component: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfferingComponentRequest"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_offerings_update_offering_component: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateOfferingComponentRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_offerings_remove_offering_component: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveOfferingComponentRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body is invalid, or the offering has allocations. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BadRequestBody"] | {
                        details: string;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_offerings_pause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["OfferingPauseRequest"];
            };
        };
        responses: {
            200: components["responses"]["DetailState"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_offerings_unpause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["DetailState"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_offerings_make_unavailable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["DetailState"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_offerings_make_available: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["DetailState"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_offerings_set_backend_metadata: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["OfferingBackendMetadataRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_offerings_sync_resources: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["StatusMessage"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    component_user_usage_limits_list: {
        parameters: {
            query?: {
                component_type?: components["parameters"]["LimitedComponentType"];
                offering_uuid?: components["parameters"]["OfferingUuid"];
                /** @description The URL of a resource. */
                resource?: components["parameters"]["Resource"];
                resource_uuid?: components["parameters"]["ResourceUuid"];
                /** @description Part of the user name. */
                username?: components["parameters"]["AccountName"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    "X-Result-Count": components["headers"]["ResultCount"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserUsageLimit"][];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    component_user_usage_limits_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComponentUserUsageLimitRequest"];
            };
        };
        responses: {
            201: components["responses"]["UserUsageLimit"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    component_user_usage_limits_count: {
        parameters: {
            query?: {
                component_type?: components["parameters"]["LimitedComponentType"];
                offering_uuid?: components["parameters"]["OfferingUuid"];
                /** @description The URL of a resource. */
                resource?: components["parameters"]["Resource"];
                resource_uuid?: components["parameters"]["ResourceUuid"];
                /** @description Part of the user name. */
                username?: components["parameters"]["AccountName"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Count"];
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    component_user_usage_limits_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["UserUsageLimit"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    component_user_usage_limits_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    component_user_usage_limits_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ComponentUserUsageLimitUpdateRequest"];
            };
        };
        responses: {
            200: components["responses"]["UserUsageLimit"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    plans_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderPlan"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    event_consumers_list: {
        parameters: {
            query?: {
                is_global?: components["parameters"]["IsGlobal"];
                /** @description The federated id. */
                user_username?: components["parameters"]["UserUsername"];
                user_uuid?: components["parameters"]["UserUuid"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    "X-Result-Count": components["headers"]["ResultCount"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventConsumer"][];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    event_consumers_count: {
        parameters: {
            query?: {
                is_global?: components["parameters"]["IsGlobal"];
                /** @description The federated id. */
                user_username?: components["parameters"]["UserUsername"];
                user_uuid?: components["parameters"]["UserUuid"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Count"];
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    event_consumers_register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["EventConsumerRegistrationRequest"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventConsumerRegistrationAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    event_consumers_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    site_agent_identities_list: {
        parameters: {
            query?: {
                last_restarted?: components["parameters"]["LastRestarted"];
                /** @description Part of the name. */
                name?: components["parameters"]["Name"];
                offering_uuid?: components["parameters"]["OfferingUuid"];
                orphaned?: components["parameters"]["Orphaned"];
                version?: components["parameters"]["Version"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    "X-Result-Count": components["headers"]["ResultCount"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentIdentity"][];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    site_agent_identities_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgentIdentityRequest"];
            };
        };
        responses: {
            201: components["responses"]["AgentIdentity"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    site_agent_identities_count: {
        parameters: {
            query?: {
                last_restarted?: components["parameters"]["LastRestarted"];
                /** @description Part of the name. */
                name?: components["parameters"]["Name"];
                offering_uuid?: components["parameters"]["OfferingUuid"];
                orphaned?: components["parameters"]["Orphaned"];
                version?: components["parameters"]["Version"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Count"];
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    site_agent_identities_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgentIdentityRequest"];
            };
        };
        responses: {
            200: components["responses"]["AgentIdentity"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    site_agent_identities_register_queue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AgentQueueRegistrationRequest"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventConsumerRegistrationAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    site_agent_identities_register_service: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgentServiceCreateRequest"];
            };
        };
        responses: {
            201: components["responses"]["AgentService"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    site_agent_services_register_processor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgentProcessorCreateRequest"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentProcessor"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    site_agent_services_set_statistics: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgentServiceStatisticsRequest"];
            };
        };
        responses: {
            200: components["responses"]["AgentService"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    site_agent_logs_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SiteAgentLogsCreateRequest"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteAgentLog"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    posix_id_pools_list: {
        parameters: {
            query?: {
                /** @description An organization. */
                customer_uuid?: components["parameters"]["CustomerUuid"];
                offering_uuid?: components["parameters"]["OfferingUuid"];
                service_provider_uuid?: components["parameters"]["ServiceProviderUuid"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    "X-Result-Count": components["headers"]["ResultCount"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PosixIdPool"][];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    posix_id_pools_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PosixIdPoolRequest"];
            };
        };
        responses: {
            201: components["responses"]["PosixIdPool"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    posix_id_pools_count: {
        parameters: {
            query?: {
                /** @description An organization. */
                customer_uuid?: components["parameters"]["CustomerUuid"];
                offering_uuid?: components["parameters"]["OfferingUuid"];
                service_provider_uuid?: components["parameters"]["ServiceProviderUuid"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Count"];
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    posix_id_pools_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["PosixIdPool"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    posix_id_pools_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    posix_id_pools_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PosixIdPoolUpdateRequest"];
            };
        };
        responses: {
            200: components["responses"]["PosixIdPool"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    posix_id_pools_stats_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PosixIdPoolStats"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    service_provider_accounts_list: {
        parameters: {
            query?: {
                /** @description Since 8.1. */
                created?: components["parameters"]["ProviderCreated"];
                /** @description Since 8.0. */
                created_before?: components["parameters"]["CreatedBefore"];
                /** @description An organization. */
                customer_uuid?: components["parameters"]["CustomerUuid"];
                is_restricted?: components["parameters"]["IsRestricted"];
                /** @description Since 8.1. */
                modified?: components["parameters"]["ProviderModified"];
                /** @description Since 8.0. */
                modified_before?: components["parameters"]["ModifiedBefore"];
                /** @description The uuid of the provider's organization. With that of the service provider, the list is empty. */
                provider_uuid?: components["parameters"]["ProviderUuid"];
                /** @description Free text. */
                query?: components["parameters"]["Query"];
                /** @description Repeat the key for several. */
                runtime_state?: components["parameters"]["ServiceProviderAccountRuntimeState"];
                /** @description Repeat the key for several. */
                state?: components["parameters"]["State"];
                /** @description The federated id. */
                user_username?: components["parameters"]["UserUsername"];
                user_uuid?: components["parameters"]["UserUuid"];
                /** @description Part of the user name. */
                username?: components["parameters"]["AccountName"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    "X-Result-Count": components["headers"]["ResultCount"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderAccount"][];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    service_provider_accounts_count: {
        parameters: {
            query?: {
                /** @description Since 8.1. */
                created?: components["parameters"]["ProviderCreated"];
                /** @description Since 8.0. */
                created_before?: components["parameters"]["CreatedBefore"];
                /** @description An organization. */
                customer_uuid?: components["parameters"]["CustomerUuid"];
                is_restricted?: components["parameters"]["IsRestricted"];
                /** @description Since 8.1. */
                modified?: components["parameters"]["ProviderModified"];
                /** @description Since 8.0. */
                modified_before?: components["parameters"]["ModifiedBefore"];
                /** @description The uuid of the provider's organization. With that of the service provider, the list is empty. */
                provider_uuid?: components["parameters"]["ProviderUuid"];
                /** @description Free text. */
                query?: components["parameters"]["Query"];
                /** @description Repeat the key for several. */
                runtime_state?: components["parameters"]["ServiceProviderAccountRuntimeState"];
                /** @description Repeat the key for several. */
                state?: components["parameters"]["State"];
                /** @description The federated id. */
                user_username?: components["parameters"]["UserUsername"];
                user_uuid?: components["parameters"]["UserUuid"];
                /** @description Part of the user name. */
                username?: components["parameters"]["AccountName"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Count"];
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    service_provider_accounts_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ProviderAccount"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    service_provider_accounts_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    service_provider_accounts_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ServiceProviderAccountUpdateRequest"];
            };
        };
        responses: {
            200: components["responses"]["ProviderAccount"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    service_provider_project_groups_list: {
        parameters: {
            query?: {
                /** @description Since 8.1. */
                created?: components["parameters"]["ProviderCreated"];
                /** @description Since 8.0. */
                created_before?: components["parameters"]["CreatedBefore"];
                /** @description An organization. */
                customer_uuid?: components["parameters"]["CustomerUuid"];
                gid?: components["parameters"]["Gid"];
                in_use?: components["parameters"]["InUse"];
                /** @description Since 8.1. */
                modified?: components["parameters"]["ProviderModified"];
                /** @description Since 8.0. */
                modified_before?: components["parameters"]["ModifiedBefore"];
                /** @description Part of the name. */
                name?: components["parameters"]["Name"];
                offering_uuid?: components["parameters"]["OfferingUuid"];
                project_uuid?: components["parameters"]["ProjectUuid"];
                provider_offering_uuid?: components["parameters"]["ProviderOfferingUuid"];
                /** @description Free text. */
                query?: components["parameters"]["Query"];
                service_provider_uuid?: components["parameters"]["ServiceProviderUuid"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    "X-Result-Count": components["headers"]["ResultCount"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectGroup"][];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    service_provider_project_groups_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceProviderProjectGroupCreateRequest"];
            };
        };
        responses: {
            201: components["responses"]["ProjectGroup"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    service_provider_project_groups_count: {
        parameters: {
            query?: {
                /** @description Since 8.1. */
                created?: components["parameters"]["ProviderCreated"];
                /** @description Since 8.0. */
                created_before?: components["parameters"]["CreatedBefore"];
                /** @description An organization. */
                customer_uuid?: components["parameters"]["CustomerUuid"];
                gid?: components["parameters"]["Gid"];
                in_use?: components["parameters"]["InUse"];
                /** @description Since 8.1. */
                modified?: components["parameters"]["ProviderModified"];
                /** @description Since 8.0. */
                modified_before?: components["parameters"]["ModifiedBefore"];
                /** @description Part of the name. */
                name?: components["parameters"]["Name"];
                offering_uuid?: components["parameters"]["OfferingUuid"];
                project_uuid?: components["parameters"]["ProjectUuid"];
                provider_offering_uuid?: components["parameters"]["ProviderOfferingUuid"];
                /** @description Free text. */
                query?: components["parameters"]["Query"];
                service_provider_uuid?: components["parameters"]["ServiceProviderUuid"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Count"];
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    service_provider_project_groups_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ProjectGroup"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    service_provider_project_groups_import_groups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceProviderProjectGroupImportRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectGroup"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    service_provider_project_groups_set_gid: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectGroupGidRequest"];
            };
        };
        responses: {
            200: components["responses"]["ProjectGroup"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    resource_api_keys_list: {
        parameters: {
            query?: {
                has_pending_action?: components["parameters"]["HasPendingAction"];
                /** @description Since 8.0. */
                modified_before?: components["parameters"]["ModifiedBefore"];
                offering_uuid?: components["parameters"]["OfferingUuid"];
                /** @description Repeat the key for several. */
                pending_action?: components["parameters"]["PendingAction"];
                resource_uuid?: components["parameters"]["ResourceUuid"];
                /** @description Repeat the key for several. */
                state?: components["parameters"]["ResourceApiKeyState"];
                user_uuid?: components["parameters"]["UserUuid"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    "X-Result-Count": components["headers"]["ResultCount"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"][];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    resource_api_keys_count: {
        parameters: {
            query?: {
                has_pending_action?: components["parameters"]["HasPendingAction"];
                /** @description Since 8.0. */
                modified_before?: components["parameters"]["ModifiedBefore"];
                offering_uuid?: components["parameters"]["OfferingUuid"];
                /** @description Repeat the key for several. */
                pending_action?: components["parameters"]["PendingAction"];
                resource_uuid?: components["parameters"]["ResourceUuid"];
                /** @description Repeat the key for several. */
                state?: components["parameters"]["ResourceApiKeyState"];
                user_uuid?: components["parameters"]["UserUuid"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Count"];
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    resource_api_keys_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ApiKey"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    resource_api_keys_report_created: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResourceApiKeyReportCreatedRequest"];
            };
        };
        responses: {
            201: components["responses"]["ApiKey"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    resource_api_keys_set_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResourceApiKeySetKeyRequest"];
            };
        };
        responses: {
            200: components["responses"]["ApiKey"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    resource_api_keys_set_ok: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ApiKey"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    resource_api_keys_set_paused: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ApiKey"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    resource_api_keys_set_deleted: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ApiKey"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    resource_api_keys_set_erred: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResourceApiKeySetErredRequest"];
            };
        };
        responses: {
            200: components["responses"]["ApiKey"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    resource_api_keys_report_usage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResourceApiKeyUsageRequest"];
            };
        };
        responses: {
            200: components["responses"]["ApiKey"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resource_projects_list: {
        parameters: {
            query?: {
                /** @description Part of the name. */
                name?: components["parameters"]["Name"];
                /** @description The URL of a resource. */
                resource?: components["parameters"]["Resource"];
                resource_uuid?: components["parameters"]["ResourceUuid"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    "X-Result-Count": components["headers"]["ResultCount"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceProject"][];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resource_projects_count: {
        parameters: {
            query?: {
                /** @description Part of the name. */
                name?: components["parameters"]["Name"];
                /** @description The URL of a resource. */
                resource?: components["parameters"]["Resource"];
                resource_uuid?: components["parameters"]["ResourceUuid"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Count"];
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resource_projects_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceProject"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resource_projects_set_backend_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResourceProjectBackendIdRequest"];
            };
        };
        responses: {
            200: components["responses"]["StatusMessage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resource_projects_set_state_ok: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["StatusMessage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resource_projects_set_state_erred: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ResourceProjectErrorMessageRequest"];
            };
        };
        responses: {
            200: components["responses"]["StatusMessage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resource_projects_list_users_list: {
        parameters: {
            query?: {
                user?: components["parameters"]["UserOfPermission"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    "X-Result-Count": components["headers"]["ResultCount"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceRole"][];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resource_projects_list_users_count: {
        parameters: {
            query?: {
                user?: components["parameters"]["UserOfPermission"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Count"];
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resource_projects_add_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserRoleCreateRequest"];
            };
        };
        responses: {
            201: components["responses"]["UserRoleExpirationTime"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    provider_resource_projects_delete_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserRoleDeleteRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    robot_accounts_list: {
        parameters: {
            query?: {
                /** @description Since 8.1. */
                created?: components["parameters"]["ProviderCreated"];
                /** @description Since 8.0. */
                created_before?: components["parameters"]["CreatedBefore"];
                /** @description An organization. */
                customer_uuid?: components["parameters"]["CustomerUuid"];
                /** @description Since 8.1. */
                modified?: components["parameters"]["ProviderModified"];
                /** @description Since 8.0. */
                modified_before?: components["parameters"]["ModifiedBefore"];
                project_uuid?: components["parameters"]["ProjectUuid"];
                /** @description The uuid of the provider's organization. With that of the service provider, the list is empty. */
                provider_uuid?: components["parameters"]["ProviderUuid"];
                /** @description The URL of a resource. */
                resource?: components["parameters"]["Resource"];
                resource_uuid?: components["parameters"]["ResourceUuid"];
                responsible_user_uuid?: components["parameters"]["ResponsibleUserUuid"];
                state?: components["parameters"]["RobotAccountState"];
                type?: components["parameters"]["ComponentType"];
                user_email?: components["parameters"]["UserEmail"];
                /** @description Part of the user name. */
                username?: components["parameters"]["AccountName"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    "X-Result-Count": components["headers"]["ResultCount"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RobotAccount"][];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    robot_accounts_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RobotAccountRequest"];
            };
        };
        responses: {
            201: components["responses"]["WrittenRobotAccount"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    robot_accounts_count: {
        parameters: {
            query?: {
                /** @description Since 8.1. */
                created?: components["parameters"]["ProviderCreated"];
                /** @description Since 8.0. */
                created_before?: components["parameters"]["CreatedBefore"];
                /** @description An organization. */
                customer_uuid?: components["parameters"]["CustomerUuid"];
                /** @description Since 8.1. */
                modified?: components["parameters"]["ProviderModified"];
                /** @description Since 8.0. */
                modified_before?: components["parameters"]["ModifiedBefore"];
                project_uuid?: components["parameters"]["ProjectUuid"];
                /** @description The uuid of the provider's organization. With that of the service provider, the list is empty. */
                provider_uuid?: components["parameters"]["ProviderUuid"];
                /** @description The URL of a resource. */
                resource?: components["parameters"]["Resource"];
                resource_uuid?: components["parameters"]["ResourceUuid"];
                responsible_user_uuid?: components["parameters"]["ResponsibleUserUuid"];
                state?: components["parameters"]["RobotAccountState"];
                type?: components["parameters"]["ComponentType"];
                user_email?: components["parameters"]["UserEmail"];
                /** @description Part of the user name. */
                username?: components["parameters"]["AccountName"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Count"];
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    robot_accounts_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["RobotAccount"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    robot_accounts_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    robot_accounts_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RobotAccountUpdateRequest"];
            };
        };
        responses: {
            200: components["responses"]["WrittenRobotAccount"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    robot_accounts_set_state_creating: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["RobotAccount"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    robot_accounts_set_state_ok: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["RobotAccount"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    robot_accounts_set_state_erred: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RobotAccountErrorRequest"];
            };
        };
        responses: {
            200: components["responses"]["RobotAccount"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    robot_accounts_set_state_request_deletion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["RobotAccount"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    robot_accounts_set_state_deleted: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["RobotAccount"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    backend_resource_requests_list: {
        parameters: {
            query?: {
                /** @description Since 8.1. */
                created?: components["parameters"]["ProviderCreated"];
                /** @description Since 8.0. */
                created_before?: components["parameters"]["CreatedBefore"];
                finished?: components["parameters"]["Finished"];
                /** @description Since 8.1. */
                modified?: components["parameters"]["ProviderModified"];
                /** @description Since 8.0. */
                modified_before?: components["parameters"]["ModifiedBefore"];
                offering_uuid?: components["parameters"]["OfferingUuid"];
                started?: components["parameters"]["Started"];
                /** @description Repeat the key for several. */
                state?: components["parameters"]["BackendResourceRequestState"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    "X-Result-Count": components["headers"]["ResultCount"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestForBackendResources"][];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    backend_resource_requests_count: {
        parameters: {
            query?: {
                /** @description Since 8.1. */
                created?: components["parameters"]["ProviderCreated"];
                /** @description Since 8.0. */
                created_before?: components["parameters"]["CreatedBefore"];
                finished?: components["parameters"]["Finished"];
                /** @description Since 8.1. */
                modified?: components["parameters"]["ProviderModified"];
                /** @description Since 8.0. */
                modified_before?: components["parameters"]["ModifiedBefore"];
                offering_uuid?: components["parameters"]["OfferingUuid"];
                started?: components["parameters"]["Started"];
                /** @description Repeat the key for several. */
                state?: components["parameters"]["BackendResourceRequestState"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Count"];
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    backend_resource_requests_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestForBackendResources"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    backend_resource_requests_start_processing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["StatusMessage"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    backend_resource_requests_set_done: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["StatusMessage"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    backend_resource_requests_set_erred: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["BackendResourceRequestSetErredRequest"];
            };
        };
        responses: {
            200: components["responses"]["StatusMessage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    backend_resources_list: {
        parameters: {
            query?: {
                /** @description The provider's own id. */
                backend_id?: components["parameters"]["BackendId"];
                /** @description Since 8.1. */
                created?: components["parameters"]["ProviderCreated"];
                /** @description Since 8.0. */
                created_before?: components["parameters"]["CreatedBefore"];
                /** @description Since 8.1. */
                modified?: components["parameters"]["ProviderModified"];
                /** @description Since 8.0. */
                modified_before?: components["parameters"]["ModifiedBefore"];
                /** @description Part of the name. */
                name?: components["parameters"]["Name"];
                name_exact?: components["parameters"]["NameExact"];
                offering_uuid?: components["parameters"]["OfferingUuid"];
                project_uuid?: components["parameters"]["ProjectUuid"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    "X-Result-Count": components["headers"]["ResultCount"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackendResource"][];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    backend_resources_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BackendResourceRequest"];
            };
        };
        responses: {
            201: components["responses"]["BackendResource"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    backend_resources_count: {
        parameters: {
            query?: {
                /** @description The provider's own id. */
                backend_id?: components["parameters"]["BackendId"];
                /** @description Since 8.1. */
                created?: components["parameters"]["ProviderCreated"];
                /** @description Since 8.0. */
                created_before?: components["parameters"]["CreatedBefore"];
                /** @description Since 8.1. */
                modified?: components["parameters"]["ProviderModified"];
                /** @description Since 8.0. */
                modified_before?: components["parameters"]["ModifiedBefore"];
                /** @description Part of the name. */
                name?: components["parameters"]["Name"];
                name_exact?: components["parameters"]["NameExact"];
                offering_uuid?: components["parameters"]["OfferingUuid"];
                project_uuid?: components["parameters"]["ProjectUuid"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Count"];
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    backend_resources_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["BackendResource"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    backend_resources_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    backend_resources_import_resource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["BackendResourceImportRequest"];
            };
        };
        responses: {
            201: components["responses"]["Resource"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    maintenance_announcements_list: {
        parameters: {
            query?: {
                maintenance_type?: components["parameters"]["MaintenanceType"];
                scheduled_end_after?: components["parameters"]["ScheduledEndAfter"];
                scheduled_end_before?: components["parameters"]["ScheduledEndBefore"];
                scheduled_start_after?: components["parameters"]["ScheduledStartAfter"];
                scheduled_start_before?: components["parameters"]["ScheduledStartBefore"];
                service_provider_uuid?: components["parameters"]["ServiceProviderUuid"];
                /** @description Repeat the key for several. */
                state?: components["parameters"]["MaintenanceAnnouncementState"];
                timing_bucket?: components["parameters"]["TimingBucket"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    "X-Result-Count": components["headers"]["ResultCount"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MaintenanceAnnouncement"][];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    maintenance_announcements_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MaintenanceAnnouncementRequest"];
            };
        };
        responses: {
            201: components["responses"]["MaintenanceAnnouncement"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    maintenance_announcements_count: {
        parameters: {
            query?: {
                maintenance_type?: components["parameters"]["MaintenanceType"];
                scheduled_end_after?: components["parameters"]["ScheduledEndAfter"];
                scheduled_end_before?: components["parameters"]["ScheduledEndBefore"];
                scheduled_start_after?: components["parameters"]["ScheduledStartAfter"];
                scheduled_start_before?: components["parameters"]["ScheduledStartBefore"];
                service_provider_uuid?: components["parameters"]["ServiceProviderUuid"];
                /** @description Repeat the key for several. */
                state?: components["parameters"]["MaintenanceAnnouncementState"];
                timing_bucket?: components["parameters"]["TimingBucket"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Count"];
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    maintenance_announcements_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["MaintenanceAnnouncement"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    maintenance_announcements_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    maintenance_announcements_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["MaintenanceAnnouncementUpdateRequest"];
            };
        };
        responses: {
            200: components["responses"]["MaintenanceAnnouncement"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    maintenance_announcements_schedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["MaintenanceActionAnswer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    maintenance_announcements_unschedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["MaintenanceActionAnswer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    maintenance_announcements_start_maintenance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["MaintenanceActionAnswer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    maintenance_announcements_complete_maintenance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["MaintenanceActionAnswer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    maintenance_announcements_cancel_maintenance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["MaintenanceActionAnswer"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    maintenance_announcement_offerings_list: {
        parameters: {
            query?: {
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    "X-Result-Count": components["headers"]["ResultCount"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AffectedOffering"][];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    maintenance_announcement_offerings_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MaintenanceAnnouncementOfferingRequest"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AffectedOffering"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    maintenance_announcement_offerings_count: {
        parameters: {
            query?: {
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Count"];
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    maintenance_announcement_offerings_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    slurm_periodic_usage_policies_list: {
        parameters: {
            query?: {
                /** @description The URL of the backend object. */
                scope?: components["parameters"]["Scope"];
                scope_uuid?: components["parameters"]["PolicyScopeUuid"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    "X-Result-Count": components["headers"]["ResultCount"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlurmPeriodicPolicy"][];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    slurm_periodic_usage_policies_count: {
        parameters: {
            query?: {
                /** @description The URL of the backend object. */
                scope?: components["parameters"]["Scope"];
                scope_uuid?: components["parameters"]["PolicyScopeUuid"];
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Count"];
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    slurm_periodic_usage_policies_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlurmPeriodicPolicy"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    slurm_periodic_usage_policies_report_command_result: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SlurmCommandResultRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    personal_access_tokens_list: {
        parameters: {
            query?: {
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    "X-Result-Count": components["headers"]["ResultCount"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalAccessToken"][];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    personal_access_tokens_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonalAccessTokenCreateRequest"];
            };
        };
        responses: {
            201: components["responses"]["CreatedAccessToken"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    personal_access_tokens_count: {
        parameters: {
            query?: {
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Count"];
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    personal_access_tokens_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalAccessToken"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    personal_access_tokens_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    personal_access_tokens_rotate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: components["responses"]["CreatedAccessToken"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    personal_access_tokens_set_network_acl: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 32 lowercase hexadecimal digits, without dashes. */
                uuid: components["parameters"]["UuidInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonalAccessTokenNetworkAclRequest"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalAccessToken"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    personal_access_tokens_available_scopes_list: {
        parameters: {
            query?: {
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. */
            200: {
                headers: {
                    "X-Result-Count": components["headers"]["ResultCount"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenScope"][];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    personal_access_tokens_available_scopes_count: {
        parameters: {
            query?: {
                /** @description From 1. A page past the end is a 404. */
                page?: components["parameters"]["Page"];
                /** @description Rows per page: 10 by default, at most 300. Servers silently cut larger numbers. */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Count"];
            400: components["responses"]["BadFilter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NoSuchPage"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    version_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerVersion"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
}
type WithRequired<T, K extends keyof T> = T & {
    [P in K]-?: T[P];
};
