/**
 * Everything that a person can be allowed to do in Frontstep, each with the words that complete
 * the sentence "You may not …". A permission is named `concept.act`; an act that only looks ends
 * in `read`.
 */
export const permissions = {
  "jurisdiction.read": "see the directory of jurisdictions",
  "jurisdiction.manage": "change the directory of jurisdictions",
  "site.read": "see this site",
  "site.open": "open a site here",
  "site.adapt": "adapt this site's design",
  "site.upgrade": "bring this site to another release",
  "site.plan": "change this site's launch date and plan",
  "checklist.read": "see this site's checklist",
  "checklist.update": "work on this site's checklist",
  "checklist.signOff": "sign off checklist items here",
  "roster.read": "see officers and their assignments here",
  "roster.manage": "change officers and their assignments here",
  "partner.read": "see partner organizations and their partnerships",
  "partner.manage": "change partnerships here",
  "delivery.report": "report what was delivered here",
  "organization.manage": "change this organization's record",
  "fidelity.read": "see how fully a site carries out its core components",
  "fidelity.rate": "rate how fully this site carries out its core components",
  "goal.read": "see this site's goals",
  "goal.manage": "change this site's goals",
  "observation.read": "see the figures reported here",
  "observation.import": "bring figures in here",
  "import.read": "see the imports made here",
  "import.undo": "undo an import made here",
  "comparison.read": "set places side by side",
  "comparison.export": "export a comparison",
  "fleet.read": "see which release each site has",
  "fleet.upgrade": "upgrade several sites at once",
  "release.offer": "offer a release to sites",
  "upgrade.consent": "decide who may upgrade this city's sites",
  "proposal.answer": "answer what cities propose for this template",
  "template.read": "see the template catalogue",
  "template.author": "write this organization's templates",
  "template.publish": "publish a template release",
  "template.entrust": "say which organization looks after a template",
  "member.read": "see who has access here",
  "member.invite": "invite people here",
  "member.manage": "change or remove people's access here",
  "history.read": "see what was changed here and by whom",
} as const;

/** The name of something that a person can be allowed to do. */
export type Permission = keyof typeof permissions;

/** Every permission, in the order of the list above. */
export const allPermissions = Object.keys(permissions) as Permission[];
