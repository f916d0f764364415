/** `contactPhone`: the form of names in interfaces (IF-025). */
export const isCamelCase = (name: string): boolean => /^[a-z][a-zA-Z0-9]*$/.test(name);

/** `contact_phone`: the form of names in tables. */
export const isSnakeCase = (name: string): boolean => /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/.test(name);

/** `contact_phone` as the dictionary writes it: `contactPhone`. */
export const camelCase = (name: string): string =>
  name.toLowerCase().replace(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** `user_info` as a type would be called: `UserInfo`. */
export const pascalCase = (name: string): string => {
  const camel = camelCase(name);
  return camel.slice(0, 1).toUpperCase() + camel.slice(1);
};
