import type { Offering, OfferingComponent } from "../../entities.ts";
import { byText } from "../../http/ordering.ts";
import type { JsonObject } from "../../json.ts";
import type { Generation } from "../../words.ts";

/** The offering's components, by name. */
export function componentForms(offering: Offering, generation: Generation): JsonObject[] {
  return offering.components
    .toSorted(byText(({ name }) => name))
    .map((component) => componentForm(component, generation));
}

function componentForm(row: OfferingComponent, generation: Generation): JsonObject {
  return {
    uuid: row.uuid,
    billing_type: row.billing_type,
    type: row.type,
    name: row.name,
    description: row.description,
    measured_unit: row.measured_unit,
    limit_period: row.limit_period,
    limit_amount: row.limit_amount,
    article_code: row.article_code,
    max_value: row.max_value,
    min_value: row.min_value,
    max_available_limit: row.max_available_limit,
    is_boolean: row.is_boolean,
    default_limit: row.default_limit,
    factor: row.factor,
    is_builtin: row.is_builtin,
    ...(generation === "8.x"
      ? {
          unit_factor: row.factor ?? 1,
          is_prepaid: false,
          overage_component: null,
          min_prepaid_duration: null,
          max_prepaid_duration: null,
        }
      : {}),
  };
}
