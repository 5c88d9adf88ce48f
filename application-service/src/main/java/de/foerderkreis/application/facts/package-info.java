/** What is known of a case, as values that the texts of its documents name by placeholder. */
@NullMarked
package de.foerderkreis.application.facts;

import org.jspecify.annotations.NullMarked;
