/** What has to be followed up in a case: wishes that stay open (F66), checks somebody owes. */
@NullMarked
package de.foerderkreis.stakeholder.followup;

import org.jspecify.annotations.NullMarked;
