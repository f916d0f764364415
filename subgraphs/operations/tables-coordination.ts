import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import type { ProductWorkKind } from './choices-coordination.ts';

export interface DockingRecordRow extends Row {
  bodyId: string;
  bodyName: string;
  matter: string;
  nextStep: string;
  blocker: string | null;
  guidance: string | null;
}

export interface CooperationItemRow extends Row {
  bodyName: string;
  kind: string;
  heading: string;
  demand: string;
  dueOn: string | null;
  result: string | null;
}

export interface PolicyDocumentRow extends Row {
  heading: string;
  topic: string;
  documentNumber: string | null;
  issuedOn: string;
  summary: string;
  address: string | null;
}

export interface BudgetDeclarationRow extends Row {
  year: number;
  isIncluded: boolean | null;
  amount: number | null;
  note: string | null;
}

export interface CoordinationItemRow extends Row {
  topic: string;
  content: string;
  /** The organisations that take part, and what they are called. */
  participants: string[];
  participantNames: string[];
  dueOn: string;
  progress: string | null;
}

export interface ProductWorkRow extends Row {
  kind: ProductWorkKind;
  periodKey: string;
  periodStart: string;
  periodEnd: string;
  report: string | null;
  products: string[] | null;
  proposals: string[] | null;
  channels: string[] | null;
  reach: number | null;
}

export interface CoordinationTables {
  'operations.dockingRecord': DockingRecordRow;
  'operations.cooperationItem': CooperationItemRow;
  'operations.policyDocument': PolicyDocumentRow;
  'operations.budgetDeclaration': BudgetDeclarationRow;
  'operations.coordinationItem': CoordinationItemRow;
  'operations.productWork': ProductWorkRow;
}
