import type { Mutation } from "./sample-client.ts";

/** The public mutations through which the sample state is made. */
export const acceptInvitation: Mutation = {
  name: "acceptInvitation",
  input: "AcceptInvitationInput",
  wanted: "... on AccessRefused { findings { message } }",
};
export const saveJurisdiction: Mutation = {
  name: "saveJurisdiction",
  input: "SaveJurisdictionInput",
  wanted:
    "... on JurisdictionSaved { jurisdiction { id } } ... on JurisdictionRefused { findings { message } }",
};
export const inviteMember: Mutation = {
  name: "inviteMember",
  input: "InviteMemberInput",
  wanted: "... on AccessRefused { findings { message } }",
};
export const openSite: Mutation = {
  name: "openSite",
  input: "OpenSiteInput",
  wanted: "... on SiteOpened { site { id } } ... on OpenSiteRefused { findings { message } }",
};
const itemRefused = "... on ChecklistItemRefused { findings { message } }";
export const changeItemStatus: Mutation = {
  name: "changeItemStatus",
  input: "ChangeItemStatusInput",
  wanted: itemRefused,
};
export const addEvidenceLink: Mutation = {
  name: "addEvidenceLink",
  input: "AddEvidenceLinkInput",
  wanted: itemRefused,
};
export const signOffItem: Mutation = { name: "signOffItem", input: "SignOffItemInput", wanted: itemRefused };
const rosterRefused = "... on RosterChangeRefused { findings { message } }";
export const addOfficer: Mutation = {
  name: "addOfficer",
  input: "AddOfficerInput",
  wanted: `... on OfficerAdded { officer { id } } ${rosterRefused}`,
};
export const assignOfficer: Mutation = {
  name: "assignOfficer",
  input: "AssignOfficerInput",
  wanted: `... on OfficerAssigned { assignment { id revision } } ${rosterRefused}`,
};
export const endAssignment: Mutation = {
  name: "endAssignment",
  input: "EndAssignmentInput",
  wanted: rosterRefused,
};
export const recordTraining: Mutation = {
  name: "recordTraining",
  input: "RecordTrainingInput",
  wanted: rosterRefused,
};
const partnerRefused = "... on PartnerChangeRefused { findings { message } }";
export const addOrganization: Mutation = {
  name: "addOrganization",
  input: "AddOrganizationInput",
  wanted: `... on OrganizationAdded { organization { id } } ${partnerRefused}`,
};
export const beginPartnership: Mutation = {
  name: "beginPartnership",
  input: "BeginPartnershipInput",
  wanted: `... on PartnershipBegun { partnership { id } } ${partnerRefused}`,
};
export const recordCertificate: Mutation = {
  name: "recordCertificate",
  input: "RecordCertificateInput",
  wanted: partnerRefused,
};
const deliveryRefused = "... on DeliveryRefused { findings { message } }";
export const addPledge: Mutation = {
  name: "addPledge",
  input: "AddPledgeInput",
  wanted: `... on PledgeAdded { pledge { id periods { period } } } ${deliveryRefused}`,
};
export const reportDelivery: Mutation = {
  name: "reportDelivery",
  input: "ReportDeliveryInput",
  wanted: deliveryRefused,
};
const importRefused = "... on ImportWorkRefused { findings { message } }";
export const checkImport: Mutation = {
  name: "checkImport",
  input: "CheckImportInput",
  wanted: importRefused,
};
export const applyImport: Mutation = {
  name: "applyImport",
  input: "ApplyImportInput",
  wanted: importRefused,
};
export const decideUpgradeConsent: Mutation = {
  name: "decideUpgradeConsent",
  input: "DecideUpgradeConsentInput",
  wanted: "",
};
export const offerRelease: Mutation = {
  name: "offerRelease",
  input: "OfferReleaseInput",
  wanted: "... on OfferRefused { findings { message } }",
};
export const entrustTemplate: Mutation = {
  name: "entrustTemplate",
  input: "EntrustTemplateInput",
  wanted: "",
};
export const proposeAdaptation: Mutation = {
  name: "proposeAdaptation",
  input: "ProposeAdaptationInput",
  wanted: "... on ProposalRefused { findings { message } }",
};
export const recordFidelityReview: Mutation = {
  name: "recordFidelityReview",
  input: "RecordFidelityReviewInput",
  wanted: "... on FidelityRefused { findings { message } }",
};
export const saveComparisonArea: Mutation = {
  name: "saveComparisonArea",
  input: "SaveComparisonAreaInput",
  wanted: "... on SaveComparisonAreaRefused { findings { message } }",
};
