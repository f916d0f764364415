import { ACTION_FORM, OFFERED, REFUSAL_FIELDS } from './offered-action.ts';
import { lowerFirst, type Register, type Shown, upperFirst } from './register.ts';

const BRIEF =
  'id number title status statusLabel statusTone awaits version createdAt updatedAt organization { id name }';

const select = (shown: readonly Shown[]): string => shown.map((one) => one.select).join(' ');
const single = (register: Register): string => lowerFirst(register.noun);

/** One page of a register with its columns, the states for the filter, and whether its creating actions are open. */
export function listQuery(register: Register): string {
  return `query List($first: Int!, $after: String, $filter: ${register.noun}Filter, $order: ListOrder) {
    page: ${register.plural}(first: $first, after: $after, filter: $filter, order: $order) {
      edges { cursor node { ${BRIEF} ${select(register.columns)} deadlines { name dueAt endedAt overdue reminder } } }
      pageInfo { hasNextPage endCursor }
    }
    lifecycle: ${single(register)}Lifecycle { description articles states { name label } }
    ${register.creations.map(({ mutation }) => `${mutation}: ${mutation}Form { ${OFFERED} }`).join(' ')}
  }`;
}

/** One page of a register with all that the page of a record tells in words. */
export function exportQuery(register: Register): string {
  return `query Export($first: Int!, $after: String, $filter: ${register.noun}Filter, $order: ListOrder) {
    page: ${register.plural}(first: $first, after: $after, filter: $filter, order: $order) {
      edges { cursor node { ${BRIEF} ${select(exported(register))} } }
      pageInfo { hasNextPage endCursor }
    } }`;
}

/** What an export tells of each record besides what all have: the columns of the list and the particulars of its page, each once. */
export function exported({ columns, details }: Register): Shown[] {
  const known = new Set(details.map(({ select: asked }) => asked));
  return [...columns.filter(({ select: asked }) => !known.has(asked)), ...details].filter(
    ({ select: asked }) => asked !== 'organization { id name }',
  );
}

/** A record with everything that its page shows. */
export function itemQuery(register: Register): string {
  return `query Item($id: ID!${register.contact ? ', $purpose: String' : ''}) {
    record: ${single(register)}(id: $id) { ${BRIEF} ${select(register.details)} ${register.extraSelect ?? ''}
      ${register.contact ? 'contact(purpose: $purpose) { name phone masked }' : ''}
      availableActions { ${OFFERED} }
      deadlines { name title articles owedBy owedByLabel startedAt dueAt endedAt overdue reminder provisional remainingWorkingDays }
      documents { id kind name mediaType size attachedAt url }
      history { at action label outcome toLabel actorName organizationName reason refusalCode articles }
    }
    lifecycle: ${single(register)}Lifecycle { description articles
      states { name label tone final } transitions { action label from to } }
  }`;
}

/** The filter by which every register gives the records of one organisation. */
export const OWNER = 'organizationId';

/** The latest records in other registers that name a record by a field, or are of the same organisation. */
export function relatedQuery(lists: readonly { other: Register; by: string }[]): string {
  const isOwner = ({ by }: { by: string }) => by === OWNER;
  const variables = [
    ...(lists.some(isOwner) ? [`$${OWNER}: ID!`] : []),
    ...(lists.every(isOwner) ? [] : ['$id: ID!']),
  ];
  return `query Related(${variables.join(', ')}) {
    ${lists
      .map(
        ({ other, by }) =>
          `${other.plural}(first: 6, filter: { ${by}: ${isOwner({ by }) ? `$${OWNER}` : '$id'} }) { edges { cursor node { id number title status statusLabel statusTone } } pageInfo { hasNextPage endCursor } }`,
      )
      .join('\n')}
  }`;
}

/** A record with the forms of its actions and the values that they start with. */
export function actionQuery(register: Register): string {
  return `query Action($id: ID!) { record: ${single(register)}(id: $id) { ${BRIEF} ${register.prefillSelect ?? ''}
    documents { kind } availableActions { ${ACTION_FORM} } } }`;
}

/** The form of a creating action. */
export function creationQuery(mutation: string): string {
  return `query Creation { form: ${mutation}Form { ${ACTION_FORM} } }`;
}

/** The records that a reference field offers: `of` is the name of a list query, which is narrowed for registers with pages. */
export function referenceQuery(of: string, register: Register | null): string {
  const [variables, filter] = register
    ? [`($filter: ${register.noun}Filter)`, ', filter: $filter']
    : ['', ''];
  return `query References${variables} { page: ${of}(first: 100${filter}) { edges { cursor node { id number title statusLabel } } pageInfo { hasNextPage endCursor } } }`;
}

/** One record as a reference field offers it. */
export function choiceQuery(register: Register): string {
  return `query Choice($id: ID!) { record: ${single(register)}(id: $id) { id number title statusLabel } }`;
}

/** The mutation of an action, with what the confirmation needs. */
export function actionMutation(register: Register, mutation: string): string {
  return `mutation Act($input: ${upperFirst(mutation)}Input!) { acted: ${mutation}(input: $input) {
    record: ${single(register)} { id number title statusLabel awaits organization { id } } ${register.discloses ? 'secret' : ''}
    refusal { ${REFUSAL_FIELDS} } } }`;
}
