/** How many sites have a release, as the API says it. */
export interface ReleaseSpread {
  readonly templateKey: string;
  readonly templateName: string;
  readonly version: string;
  readonly newestVersion: string;
  readonly isWithdrawn: boolean;
  readonly siteCount: number;
}
