/**
 * What stakeholder-service announces: municipalities, partners, contacts, consultations and
 * statements.
 */
@NullMarked
package de.foerderkreis.contracts.stakeholder;

import org.jspecify.annotations.NullMarked;
