/// <reference path="../env.d.ts" />
import { FILING_DOCUMENT_QUERY, type Filing, type FilingDocument, paperOf } from './filing-document.ts';
import { loadNames } from './names.ts';

/** The paper of a filing that the visitor may see; null when there is none. Throws when the API does not answer. */
export async function loadFilingDocument(locals: App.Locals, id: string): Promise<FilingDocument | null> {
  const { data, errors } = await locals.graphql<{ filing: Filing | null }>(FILING_DOCUMENT_QUERY, { id });
  if (!data || errors?.length)
    throw new Error(`Filing ${id} could not be loaded: ${errors?.map(({ message }) => message).join('; ')}`);
  return data.filing && paperOf(data.filing, await loadNames(locals));
}
