/** Bodies that advise: who sits in them, with which mandate, and when they were founded. */
@NullMarked
package de.foerderkreis.stakeholder.body;

import org.jspecify.annotations.NullMarked;
