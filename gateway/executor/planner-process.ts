import { QueryPlanner } from '@graphql-hive/router-query-planner';
import type { PlannerAnswer, PlannerRequest } from './planner.ts';

// The process that plans, started by planner.ts. It plans one operation after another, in the order of the requests.

const planners = new Map<number, QueryPlanner>();

process.on('message', (request: PlannerRequest) => {
  if ('supergraph' in request) {
    planners.set(request.planner, new QueryPlanner(request.supergraph));
    return;
  }
  process.send!(answerTo(request));
});

function answerTo({
  id,
  planner,
  query,
  operationName,
}: Extract<PlannerRequest, { id: number }>): PlannerAnswer {
  try {
    const { node } = planners.get(planner)!.plan(query, operationName, new Set(), 0);
    return { id, node: node ?? null };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}
