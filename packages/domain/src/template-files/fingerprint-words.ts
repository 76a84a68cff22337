/**
 * Words that are spelled alike in English and in Spanish, so that two people can compare a fingerprint
 * by telephone whatever language each reads it in. Their order is part of the format.
 */
export const fingerprintWords: readonly string[] = `
actor admirable agenda altar animal arena artificial auto balance banana base bingo cable cactus
canal capital cardinal celestial central cereal chocolate circular civil club coral cordial cultural
decimal delta director doctor drama eclipse editor elemental enigma experimental exterior extra
factor familiar federal festival final flexible formal frontal fundamental gala general genial
global gradual hangar honor horizontal hospital hotel humor idea ideal imperial individual
industrial informal inventor invisible iris jaguar judo kayak kilo kiwi koala labor lateral laurel
legible literal llama local lunar mango manual marina material melodrama mental metal mineral
monitor motor mural musical natural naval neutral noble nopal normal notable numeral oasis orbital
original panda panorama papaya patio personal piano plaza plural polar popular portal postal
principal puma radar radio regional regular ritual rodeo rural salsa sector
`
  .trim()
  .split(/\s+/);
