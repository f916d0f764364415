import { Kind, parse } from 'graphql';
import { API_SDL } from './api-reference.ts';

const LABELS = new Map<string, ReadonlyMap<string, string>>();
for (const definition of API_SDL ? parse(API_SDL, { noLocation: true }).definitions : []) {
  if (definition.kind !== Kind.ENUM_TYPE_DEFINITION) continue;
  const values = (definition.values ?? []).map(
    ({ name, description }) => [name.value, description?.value ?? name.value] as const,
  );
  LABELS.set(definition.name.value, new Map(values));
}

/** What people call the value of an enum of the API; a value that the enum does not have stands for itself. */
export function enumLabel(enumName: string, value: string): string {
  return LABELS.get(enumName)?.get(value) ?? value;
}

/** The values of an enum of the API with what people call them, in the order of the API. */
export function enumOptions(enumName: string): { value: string; label: string }[] {
  return [...(LABELS.get(enumName) ?? [])].map(([value, label]) => ({ value, label }));
}
