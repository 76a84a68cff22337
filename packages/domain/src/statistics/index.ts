/**
 * Statistics: numbers in, numbers out. This folder knows no site, no city and no indicator. Each statistic states its
 * question, its formula, what it assumes, where it comes from and an example worked by hand, and answers either with
 * a value and its interval or with the reason why it cannot say.
 */
export { betaQuantile, studentQuantile } from "./beta-quantile.ts";
export { eventRate, type EventCount } from "./event-rate.ts";
export { gammaQuantile, normalQuantile } from "./gamma-quantile.ts";
export {
  contains,
  usualConfidence,
  type Answer,
  type CannotSay,
  type CannotSayReason,
  type Estimate,
  type Interval,
} from "./interval.ts";
export { kaplanMeier, type SurvivalStep } from "./kaplan-meier.ts";
export { meanInterval, type SampleOfValues } from "./mean-interval.ts";
export { poissonInterval } from "./poisson-interval.ts";
export { rateRatio } from "./rate-ratio.ts";
export { ratioOfRatios, type BeforeAndAfter } from "./ratio-of-ratios.ts";
export { shareDifference } from "./share-difference.ts";
export { weightedKappa, type PairOfMarks } from "./weighted-kappa.ts";
export { wilsonInterval, type ShareOfAnswers } from "./wilson-interval.ts";
