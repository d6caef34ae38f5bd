export { type Answer, type Answers } from './paper';
export { type Ballot, type Drawer, Refused, type Step, type Surroundings, Unanswered, Voter } from './voter';
export { NOTICE } from './notice';
