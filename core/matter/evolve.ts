import type { Matter, MatterEvent } from './matter.ts';

/** The matter after one event. Pure: the same event on the same matter gives the same matter. */
export const evolveMatter = (matter: Matter, event: MatterEvent): Matter => {
  switch (event.type) {
    case 'matterFiled':
      return { ...event.matter, id: matter.id, version: matter.version };
    case 'matterAmended':
      return { ...matter, ...event.after };
    case 'pointsSplit':
      return { ...matter, points: event.points };
    case 'matterAssigned':
      return { ...matter, assignedOn: matter.assignedOn ?? event.on };
    case 'stageMoved':
      return { ...matter, stage: event.to };
    case 'matterClosed':
      return { ...matter, stage: 'closed', closedAt: event.at };
    case 'matterReopened':
      return { ...matter, stage: 'rehandling', closedAt: null };
    case 'matterWithdrawn':
      return { ...matter, stage: 'withdrawn', closedAt: event.at };
    case 'matterMerged':
      return { ...matter, stage: 'merged' };
    case 'matterUnmerged':
      return { ...matter, stage: 'filed' };
    case 'matterTakenIn':
    case 'matterLetGo':
    case 'proposerLeft':
      return matter;
    default: {
      const forgotten: never = event;
      return forgotten;
    }
  }
};
