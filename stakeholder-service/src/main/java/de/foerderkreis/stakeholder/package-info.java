/**
 * Owns the people and bodies asked: municipalities, partners, office holders, consultations,
 * statements.
 */
@NullMarked
package de.foerderkreis.stakeholder;

import org.jspecify.annotations.NullMarked;
