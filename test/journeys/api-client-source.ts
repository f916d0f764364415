/** The operations of the main journey, as an integrator would write them. */
export const OPERATIONS = /* GraphQL */ `
  query Where {
    viewer {
      via
      actingOrganization {
        id
        name
      }
    }
    capabilities(filter: { status: [PUBLISHED] }) {
      edges {
        node {
          id
          code
        }
      }
    }
  }

  mutation Draft($input: DraftEcosystemUnitInput!) {
    draftEcosystemUnit(input: $input) {
      ecosystemUnit {
        ...Unit
      }
      refusal {
        ...Refused
      }
    }
  }

  mutation Submit($input: SubmitEcosystemUnitInput!) {
    submitEcosystemUnit(input: $input) {
      ecosystemUnit {
        ...Unit
      }
      refusal {
        ...Refused
      }
    }
  }

  mutation Authorize($input: AuthorizeEcosystemUnitInput!) {
    authorizeEcosystemUnit(input: $input) {
      ecosystemUnit {
        ...Unit
      }
      refusal {
        ...Refused
      }
    }
  }

  mutation Approve($input: ApproveEcosystemUnitInput!) {
    approveEcosystemUnit(input: $input) {
      ecosystemUnit {
        ...Unit
      }
      refusal {
        ...Refused
      }
    }
  }

  mutation RequestCapability($input: SubmitCapabilityRequestInput!) {
    submitCapabilityRequest(input: $input) {
      capabilityRequest {
        number
        status
      }
      refusal {
        ...Refused
      }
    }
  }

  fragment Unit on EcosystemUnit {
    id
    status
    version
  }

  fragment Refused on Refusal {
    code
    articles
    remedy
    details {
      path
      message
    }
  }
`;

/** A program against the generated types: it onboards an enterprise and answers with what it saw on the way. */
export const PROGRAM = `import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import {
  ApproveDocument, AuthorizeDocument, DraftDocument, type RefusedFragment, RequestCapabilityDocument, SubmitDocument, WhereDocument,
} from './gen/graphql.ts';

export interface Caller { token: string; upload(): Promise<string> }

async function send<Result, Variables>(url: string, by: Caller, document: TypedDocumentNode<Result, Variables>, variables: Variables): Promise<Result> {
  const answer = await fetch(url + '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer ' + by.token },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const { data, errors } = (await answer.json()) as { data: Result; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

function granted<Granted>(value: Granted | null | undefined, refusal: RefusedFragment | null | undefined): Granted {
  if (!value) throw new Error(refusal ? refusal.code + ': ' + refusal.remedy : 'neither');
  return value;
}

export async function onboard(url: string, code: string, unit: Caller, company: Caller, management: Caller): Promise<string[]> {
  const { draftEcosystemUnit: draft } = await send(url, unit, DraftDocument, {
    input: {
      name: '南宁某某科技有限公司', unifiedSocialCreditCode: code, unitType: 'ENTERPRISE', registeredAddress: '南宁市良庆区',
      contactName: '张三', contactPhone: '13800138000', workScopes: ['OPERATION'],
    },
  });
  const { id, status } = granted(draft.ecosystemUnit, draft.refusal);
  const seen: string[] = [status];
  const { submitEcosystemUnit: early } = await send(url, unit, SubmitDocument, { input: { id } });
  seen.push(early.refusal?.code + ' ' + early.refusal?.details.map(({ path }) => path).join(' '));
  const documents = [
    { kind: 'BUSINESS_LICENSE', documentId: await unit.upload() },
    { kind: 'CONTACT_LETTER', documentId: await unit.upload() },
  ];
  const { submitEcosystemUnit: submitted } = await send(url, unit, SubmitDocument, { input: { id, documents, expectedVersion: 1 } });
  seen.push(granted(submitted.ecosystemUnit, submitted.refusal).status);
  const { authorizeEcosystemUnit: authorized } = await send(url, company, AuthorizeDocument, {
    input: {
      id, agreementWorkScopes: ['OPERATION'], activities: ['EVENT'], capabilityCodes: ['*'], clauses: ['ACCEPTS_MEASURE'],
      validFrom: '2026-11-01', validUntil: '2028-10-31',
      documents: [{ kind: 'SIGNED_AGREEMENT', documentId: await company.upload() }],
    },
  });
  seen.push(granted(authorized.ecosystemUnit, authorized.refusal).status);
  const { approveEcosystemUnit: approved } = await send(url, management, ApproveDocument, { input: { id } });
  seen.push(granted(approved.ecosystemUnit, approved.refusal).status);
  const where = await send(url, unit, WhereDocument, {});
  seen.push(where.viewer.actingOrganization?.name ?? 'nobody');
  const capabilityId = where.capabilities.edges[0]!.node.id;
  const { submitCapabilityRequest: request } = await send(url, unit, RequestCapabilityDocument, {
    input: { capabilityId, environment: 'SANDBOX', purpose: '联调', dailyVolume: 10 },
  });
  seen.push(granted(request.capabilityRequest, request.refusal).status);
  return seen;
}
`;

/** What the types must not let pass: a missing input, a value outside its list, a field that is not there. */
export const WRONG_PROGRAM = `import type { ApproveMutationVariables, DraftMutationVariables, WhereQuery } from './gen/graphql.ts';

export const noId: ApproveMutationVariables = { input: {} };
export const scopes: DraftMutationVariables['input']['workScopes'] = ['EVERYTHING'];
export const secret = (where: WhereQuery) => where.viewer.secret;
`;
