import type { Article } from './article-type.ts';

/** Supplementary provisions: articles 74 to 77. */
export const SUPPLEMENTARY_ARTICLES = [
  {
    number: 74,
    chapter: '第六章 附则',
    section: null,
    title: '解释权',
    gist: '解释由自治区大数据发展局作出。',
    actors: ['managementUnit'],
    treatment: 'PUBLISH',
    subgraph: 'portal',
    draftRefs: ['D78'],
    draftNote: '草案称拥有最终解释权；正式文本称负责解释。',
    duties: [
      {
        id: '74',
        gist: '正式解释只能由管理单位发布，显示在条文旁，登录者可以提问。',
        actors: ['managementUnit'],
        treatment: 'PUBLISH',
        subgraph: 'portal',
      },
    ],
  },
  {
    number: 75,
    chapter: '第六章 附则',
    section: null,
    title: '试行期修订',
    gist: '试行期间按业务需要修改完善。',
    actors: ['managementUnit'],
    treatment: 'RECORD',
    subgraph: 'runtime',
    draftRefs: ['D79'],
    draftNote: '草案说在推进中按需修订；正式文本称试行中按业务修订完善。',
    duties: [
      {
        id: '75',
        gist: '规则参数按生效日分版本，修改须有理由，正式文本写明的底线不能突破，进行中的事项沿用起始版本。',
        actors: ['managementUnit'],
        treatment: 'RECORD',
        subgraph: 'runtime',
      },
    ],
  },
  {
    number: 76,
    chapter: '第六章 附则',
    section: null,
    title: '原有协议冲突',
    gist: '业主单位、项目公司此前所签协议与本办法抵触的，由协议各方自行协商。',
    actors: ['ownerUnit', 'projectCompany', 'ecosystemUnit'],
    treatment: 'RECORD',
    subgraph: 'ecosystem',
    draftRefs: [],
    draftNote: null,
    duties: [
      {
        id: '76',
        gist: '旧协议可以导入并标注冲突条款，协商期间系统仍按本办法执行。',
        actors: ['ownerUnit', 'projectCompany', 'ecosystemUnit'],
        treatment: 'RECORD',
        subgraph: 'ecosystem',
      },
    ],
  },
  {
    number: 77,
    chapter: '第六章 附则',
    section: null,
    title: '施行日期',
    gist: '印发当日生效。',
    actors: ['public'],
    treatment: 'DEFINE',
    subgraph: 'runtime',
    draftRefs: ['D80'],
    draftNote: '草案与正式文本一致。',
    duties: [
      {
        id: '77',
        gist: '生效日记为发文日期，更早的行为标为历史数据，不按规则判断。',
        actors: ['public'],
        treatment: 'DEFINE',
        subgraph: 'runtime',
      },
    ],
  },
] as const satisfies readonly Article[];
